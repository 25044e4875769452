import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { tablesOf, type DocumentOutline } from '../../../templates/documents/document-outline.js';
import type { Fact } from '../../../templates/web/components/facts.js';
import { links } from '../../../templates/web/links.js';
import { PublicDocumentPage, type EditionRow } from '../../../templates/web/pages/public/document.page.js';
import { kindLabel } from '../../../templates/web/words/item-words.js';
import {
  editionLabel,
  OVERRIDE_NOTICE,
  fileState,
  PUBLIC_FACTS,
  sealText,
  publicKind,
  withdrawalNotice,
} from '../../../templates/web/words/public-words.js';
import { momentText } from '../../../templates/web/words/time-words.js';
import { marksOf } from '../../approvals/marks.queries.js';
import { DomainError } from '../../core/errors.js';
import { printedDigits, type DigitStyle } from '../../core/thai/digits.js';
import { isUuid } from '../../database/tenant.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import type { OrganizationRow } from '../../organizations/organization.entities.js';
import { documentPage, type DocumentPage, type DocumentVersion } from '../../publishing/public-pages.queries.js';
import { AssetStore } from '../asset-store.js';
import { PageReply, type WebReply } from '../reply.js';
import { PUBLIC_BASE_URL } from '../tokens.js';
import { inPublic } from './public-organization.js';
import { PublicOutlines } from './public-outlines.js';

const GONE = 410;

/** A document at its permanent address, in whatever state it is. */
@ApiExcludeController()
@Controller('p/:slug/documents')
export class PublicDocumentController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AssetStore) private readonly assets: AssetStore,
    @Inject(PublicOutlines) private readonly outlines: PublicOutlines,
    @Inject(PUBLIC_BASE_URL) private readonly publicBaseUrl: string,
  ) {}

  @Get(':documentId/:language')
  @Header('Cache-Control', 'public, max-age=0, must-revalidate')
  show(
    @Param('slug') slug: string,
    @Param('documentId') id: string,
    @Param('language') language: string,
  ): Promise<WebReply> {
    return inPublic(this.unitOfWork, slug, async (tx, organizationId, organization) => {
      const document = isUuid(id) ? await documentPage(tx, organizationId, id, language) : null;
      if (!document) throw new DomainError('edition.not-found');
      const [newest] = document.versions;
      const outline =
        newest && !document.withdrawal ? await this.outlines.of(tx, organizationId, newest.editionId) : null;
      const marks = newest && (await marksOf(tx, organizationId, newest.itemKind, [newest.itemId]));
      const isFlagged = newest !== undefined && marks?.(newest.itemId).hasOpenOverride === true;
      const page = this.page(document, organization, outline, isFlagged);
      return document.withdrawal ? new PageReply(page, GONE) : page;
    });
  }

  private page(
    document: DocumentPage,
    organization: OrganizationRow,
    outline: DocumentOutline | null,
    isFlagged: boolean,
  ): ReturnType<typeof PublicDocumentPage> {
    const { slug, digits } = organization;
    const [newest] = document.versions;
    if (!newest) throw new DomainError('edition.not-found');
    const { withdrawal } = document;
    const address = links.publicDocument(slug, document.documentId, document.language);
    return PublicDocumentPage({
      frame: { agencyName: organization.name, organizationSlug: slug, digits, assets: this.assets.pageAssets },
      title: document.title,
      kind: publicKind(kindLabel(document.kind), printedDigits(String(document.fiscalYear), digits)),
      state: fileState(withdrawal ? 'withdrawn' : 'current'),
      notice: noticeOf(withdrawal && { ...withdrawal, atText: momentText(withdrawal.at, digits) }, isFlagged),
      currentHref: null,
      pdfHref: withdrawal ? null : links.publicFile(slug, newest.sha256),
      permanentAddress: this.publicBaseUrl + address,
      sha256: newest.sha256,
      facts: factsOf(newest, organization),
      preview: null,
      outline,
      tables: outline && tablesOf(outline).length > 0 ? tableHrefs(slug, document) : null,
      editions: document.versions.map((version) => editionRow(version, slug, digits, newest)),
    });
  }
}

const tableHrefs = (slug: string, { documentId, language }: DocumentPage) => ({
  csvHref: links.publicTable(slug, documentId, language, 'csv'),
  xlsxHref: links.publicTable(slug, documentId, language, 'xlsx'),
});

const factsOf = (version: DocumentVersion, { name, digits }: OrganizationRow): Fact[] => [
  { term: PUBLIC_FACTS.agency, value: name },
  { term: PUBLIC_FACTS.edition, value: editionLabel(printedDigits(String(version.number), digits)) },
  { term: PUBLIC_FACTS.signedAt, value: momentText(version.signedAt, digits) },
  { term: PUBLIC_FACTS.publishedAt, value: momentText(version.publishedAt, digits) },
  ...(version.sealLevel
    ? [{ term: PUBLIC_FACTS.seal, value: sealText(version.sealLevel, version.sealIsDemo ?? false) }]
    : []),
];

const editionRow = (
  version: DocumentVersion,
  slug: string,
  digits: DigitStyle,
  shown: DocumentVersion,
): EditionRow => ({
  label: editionLabel(printedDigits(String(version.number), digits)),
  publishedText: momentText(version.publishedAt, digits),
  state: fileState(version.state),
  href: version.state === 'withdrawn' ? null : links.publicFile(slug, version.sha256),
  sha256: version.sha256,
  isShown: version === shown,
});

/** A withdrawal says more than a flag that is still on what was withdrawn. */
function noticeOf(withdrawal: { readonly atText: string; readonly reason: string } | null, isFlagged: boolean) {
  if (withdrawal) return withdrawalNotice(withdrawal.atText, withdrawal.reason);
  return isFlagged ? OVERRIDE_NOTICE : null;
}
