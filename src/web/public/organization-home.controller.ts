import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { links } from '../../../templates/web/links.js';
import {
  OrganizationHomePage,
  type PublicDocumentGroup,
  type PublicDocumentRow,
} from '../../../templates/web/pages/public/organization-home.page.js';
import { kindLabel } from '../../../templates/web/words/item-words.js';
import { fileState, placeText } from '../../../templates/web/words/public-words.js';
import { dayText } from '../../../templates/web/words/time-words.js';
import { printedDigits } from '../../core/thai/digits.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { cancelledOfYear } from '../../measures/cancelled.queries.js';
import type { OrganizationRow } from '../../organizations/organization.entities.js';
import { listDocuments, listFacets, type ListedDocument } from '../../publishing/public-pages.queries.js';
import { AssetStore } from '../asset-store.js';
import type { WebReply } from '../reply.js';
import { inPublic } from './public-organization.js';

@ApiExcludeController()
@Controller('p/:slug')
export class OrganizationHomeController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AssetStore) private readonly assets: AssetStore,
  ) {}

  @Get()
  @Header('Cache-Control', 'public, max-age=0, must-revalidate')
  home(@Param('slug') slug: string, @Query('fiscalYear') asked?: string): Promise<WebReply> {
    return inPublic(this.unitOfWork, slug, async (tx, organizationId, organization) => {
      const { fiscalYears, kinds } = await listFacets(tx, organizationId);
      const fiscalYear = fiscalYears.find((year) => String(year) === asked) ?? fiscalYears[0] ?? null;
      const documents = fiscalYear === null ? [] : await listDocuments(tx, organizationId, { fiscalYear });
      const cancelled = fiscalYear === null ? [] : await cancelledOfYear(tx, organizationId, fiscalYear);
      const { digits } = organization;
      return OrganizationHomePage({
        frame: { agencyName: organization.name, organizationSlug: slug, digits, assets: this.assets.pageAssets },
        place: placeText(organization),
        fiscalYears: fiscalYears.map((year) => ({
          year: printedDigits(String(year), digits),
          href: `${links.publicHome(slug)}?fiscalYear=${year}`,
          isCurrent: year === fiscalYear,
        })),
        fiscalYear: fiscalYear === null ? null : printedDigits(String(fiscalYear), digits),
        groups: groupsOf(kinds, documents, organization),
        cancelled: cancelled.map(({ id, title, reason, cancelledAt }) => ({
          id,
          title,
          reason,
          cancelledText: dayText(cancelledAt, digits),
        })),
      });
    });
  }
}

const groupsOf = (
  kinds: readonly string[],
  documents: readonly ListedDocument[],
  organization: OrganizationRow,
): PublicDocumentGroup[] =>
  kinds
    .map((kind) => ({
      kind: kindLabel(kind),
      rows: documents.filter((document) => document.kind === kind).map((document) => rowOf(document, organization)),
    }))
    .filter(({ rows }) => rows.length > 0);

const rowOf = (document: ListedDocument, { slug, digits }: OrganizationRow): PublicDocumentRow => ({
  href: links.publicDocument(slug, document.documentId, document.language),
  title: document.title,
  language: document.language === 'en' ? 'en' : 'th',
  signedText: dayText(document.signedAt, digits),
  state: fileState(document.isWithdrawn ? 'withdrawn' : 'current'),
  pdfHref: document.isWithdrawn ? null : links.publicFile(slug, document.sha256),
});
