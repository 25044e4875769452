import { createHash } from 'node:crypto';
import { Body, Get, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import type { Request } from 'express';
import { certificateSentence } from '../../../templates/web/words/certificate-words.js';
import { requireCapacity } from '../../approvals/actor.js';
import { DomainError } from '../../core/errors.js';
import { certificateInForce, expiryWarning } from '../../sealing-keys/certificates.queries.js';
import type { OrganizationCertificateRow } from '../../sealing-keys/organization-certificate.entity.js';
import { uploadCertificate } from '../../sealing-keys/upload-certificate.js';
import { Vault } from '../../sealing-keys/vault.js';
import { Desk } from '../desk.js';
import { uploadedFile } from '../uploads.js';
import { isFresh, SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { Keyed, KeyedDesk, type KeyedCall } from './keyed-desk.js';
import { Refuses } from './problems.decorator.js';
import { WithIdempotencyKey } from './request-headers.js';

export class CertificateBody {
  @ApiProperty({ description: 'Opens the PKCS#12 file' }) @IsString() @MaxLength(200) password: string;
}

export class CertificateReply {
  @ApiProperty() subject: string;
  @ApiProperty() issuer: string;
  @ApiProperty({ format: 'date-time' }) validFrom: string;
  @ApiProperty({ format: 'date-time' }) validTo: string;
  @ApiProperty({ description: 'Of the certificate in DER' }) sha256: string;
}

export class ExpiryWarningReply {
  @ApiProperty({ enum: [60, 30, 7, 0], description: '0: it has ended and nothing is sealed' }) withinDays: number;
  @ApiProperty() daysLeft: number;
}

export class SealStateReply {
  @ApiProperty({ type: CertificateReply, nullable: true, description: 'Null: documents get the demo seal' })
  certificate: CertificateReply | null;
  @ApiProperty({ type: ExpiryWarningReply, nullable: true }) warning: ExpiryWarningReply | null;
}

/** What the organization seals its documents with. */
@ApiDoor('certificate', 'Certificate')
export class CertificateApiController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(KeyedDesk) private readonly keyed: KeyedDesk,
    @Inject(Vault) private readonly vault: Vault,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The certificate in force, and whether it ends soon' })
  @ApiOkResponse({ type: SealStateReply })
  @Refuses()
  inForce(@SignedIn() visitor: Visitor): Promise<SealStateReply> {
    return this.desk.at(visitor, async (tx) => {
      const certificate = await certificateInForce(tx, visitor.organizationId);
      const warning = await expiryWarning(tx, visitor.organizationId);
      return {
        certificate: certificate && asReply(certificate),
        warning: warning && { withinDays: warning.withinDays, daysLeft: warning.daysLeft },
      };
    });
  }

  @Post()
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file', 'password'],
      properties: { file: { type: 'string', format: 'binary' }, password: { type: 'string' } },
    },
  })
  @ApiOperation({ summary: 'Seal with this PKCS#12 file from now on; for administrators who signed in just now' })
  @ApiOkResponse({ type: CertificateReply })
  @WithIdempotencyKey()
  @Refuses('sign-in.confirm', 'input.file-not-found', 'seal.certificate-invalid', 'seal.certificate-expired')
  take(
    @Keyed() call: KeyedCall,
    @Req() incoming: Request,
    @Body() { password }: CertificateBody,
  ): Promise<CertificateReply> {
    const { organizationId, request } = call.visitor;
    const file = uploadedFile(incoming);
    // the fingerprint of a request is kept: the password stays out of it
    const asked = { path: incoming.path, sha256: file && createHash('sha256').update(file.bytes).digest('hex') };
    return this.keyed.at({ ...call, asked }, async (tx, { actor }) => {
      requireCapacity(actor, 'administrator');
      if (!isFresh(call.visitor)) throw new DomainError('sign-in.confirm');
      if (!file) throw new DomainError('input.file-not-found', { field: 'file' });
      const given = { organizationId, actor, pkcs12: file.bytes, password, request };
      return asReply(await uploadCertificate(tx, this.vault, given).catch(refuseWithReason));
    });
  }
}

/** @throws what it was given; of an unusable file also what to do about it */
function refuseWithReason(error: unknown): never {
  if (!(error instanceof DomainError) || error.code !== 'seal.certificate-invalid') throw error;
  const reason = String(error.details.reason);
  const remedy = { th: certificateSentence(reason, 'th'), en: certificateSentence(reason, 'en') };
  throw new DomainError(error.code, { ...error.details, field: 'file', remedy });
}

const asReply = ({ subject, issuer, validFrom, validTo, sha256 }: OrganizationCertificateRow): CertificateReply => ({
  subject,
  issuer,
  validFrom: validFrom.toISOString(),
  validTo: validTo.toISOString(),
  sha256,
});
