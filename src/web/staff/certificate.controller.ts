import { Body, Controller, Get, Inject, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import type { Fact } from '../../../templates/web/components/facts.js';
import { links } from '../../../templates/web/links.js';
import { CertificatePage } from '../../../templates/web/pages/staff/certificate.page.js';
import {
  CERTIFICATE_ENDED,
  CERTIFICATE_FACTS,
  certificateSentence,
  certificateState,
  DEMO_SEAL,
  DEMO_SEAL_MEANS,
} from '../../../templates/web/words/certificate-words.js';
import { FILE_MISSING } from '../../../templates/web/words/form-words.js';
import { dayText } from '../../../templates/web/words/time-words.js';
import { DomainError } from '../../core/errors.js';
import type { DigitStyle } from '../../core/thai/digits.js';
import { certificateInForce, expiryWarning } from '../../sealing-keys/certificates.queries.js';
import type { OrganizationCertificateRow } from '../../sealing-keys/organization-certificate.entity.js';
import { uploadCertificate } from '../../sealing-keys/upload-certificate.js';
import { Vault } from '../../sealing-keys/vault.js';
import { AdminDesk } from '../admin-desk.js';
import { ConfirmIdentity } from '../confirm-identity.js';
import { leaveNotice } from '../notices.js';
import { rejected, seeOther, type WebReply } from '../reply.js';
import { uploadedFile } from '../uploads.js';
import { isFresh, SignedIn, type Visitor } from '../visitor.js';
import { formOrRefusals } from './form-or-refusals.js';
import { formProblems } from './form-problems.js';
import { readForm, Secret } from './form-reading.js';
import { StaffFrames } from './staff-frames.js';

class CertificateForm {
  @Secret() certificatePassword = '';
  @Secret() password = '';
}

/** What the agency seals its documents with: for administrators who proved just now who they are. */
@ApiExcludeController()
@Controller('admin/certificate')
export class CertificateController {
  constructor(
    @Inject(AdminDesk) private readonly desk: AdminDesk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
    @Inject(ConfirmIdentity) private readonly confirm: ConfirmIdentity,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  @Get()
  show(@SignedIn() visitor: Visitor, @Req() request: Request): Promise<WebReply> {
    return this.page(visitor, request, []);
  }

  @Post()
  async take(@SignedIn() visitor: Visitor, @Req() request: Request, @Body() body: unknown): Promise<WebReply> {
    const { form } = readForm(CertificateForm, body);
    const file = uploadedFile(request);
    if (!file) return rejected(await this.page(visitor, request, [{ field: 'file', sentence: FILE_MISSING }]));
    const work = async (): Promise<WebReply> => {
      await this.desk.at(visitor, async () => undefined);
      const confirmed = await this.confirm.beforeSigning(request, visitor, form.password);
      const { organizationId, request: facts } = confirmed;
      await this.desk.at(confirmed, (tx, { actor }) => {
        const given = { organizationId, actor, pkcs12: file.bytes, password: form.certificatePassword, request: facts };
        return uploadCertificate(tx, this.vault, given);
      });
      leaveNotice(request, 'certificate.upload');
      return seeOther(links.certificate);
    };
    return formOrRefusals(work, (problems) => this.page(visitor, request, problems), problemsOf);
  }

  private page(
    visitor: Visitor,
    request: Request,
    problems: readonly FieldProblem[],
  ): Promise<ReturnType<typeof CertificatePage>> {
    return this.desk.at(visitor, async (tx, me) => {
      const certificate = await certificateInForce(tx, visitor.organizationId);
      const warning = await expiryWarning(tx, visitor.organizationId);
      return CertificatePage({
        frame: this.frames.of(request, me),
        state: certificate ? certificateState(warning) : DEMO_SEAL,
        now: certificate ? certificate.subject : DEMO_SEAL_MEANS,
        facts: certificate ? factsOf(certificate, me.organization.digits) : [],
        asksPassword: !isFresh(visitor),
        problems,
      });
    });
  }
}

const factsOf = (
  { subject, issuer, validFrom, validTo, sha256 }: OrganizationCertificateRow,
  digits: DigitStyle,
): Fact[] => [
  { term: CERTIFICATE_FACTS.subject, value: subject },
  { term: CERTIFICATE_FACTS.issuer, value: issuer },
  { term: CERTIFICATE_FACTS.validFrom, value: dayText(validFrom, digits) },
  { term: CERTIFICATE_FACTS.validTo, value: dayText(validTo, digits) },
  { term: CERTIFICATE_FACTS.sha256, value: sha256 },
];

/** A wrong file and a wrong password of the file look alike; both are about the file. */
function problemsOf(error: unknown): FieldProblem[] | null {
  if (error instanceof DomainError && error.code === 'seal.certificate-invalid') {
    return [{ field: 'file', sentence: certificateSentence(String(error.details.reason)) }];
  }
  if (error instanceof DomainError && error.code === 'seal.certificate-expired') {
    return [{ field: 'file', sentence: CERTIFICATE_ENDED }];
  }
  return formProblems(error);
}
