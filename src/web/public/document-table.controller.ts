import { Controller, Get, Header, Inject, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { tablesOf } from '../../../templates/documents/document-outline.js';
import { DomainError } from '../../core/errors.js';
import { stacked, type Sheet } from '../../core/report/sheet.js';
import { isUuid, type OrganizationId } from '../../database/tenant.js';
import { type Tx, UnitOfWork } from '../../database/unit-of-work.js';
import { writeSheetCsv, writeSheetsXlsx } from '../../imports/write-sheets.js';
import { documentPage } from '../../publishing/public-pages.queries.js';
import { isTableExtension, sendTable } from '../send-table.js';
import { inPublic } from './public-organization.js';
import { PublicOutlines } from './public-outlines.js';

/** The tables of a published document as a spreadsheet. */
@ApiExcludeController()
@Controller('p/:slug/documents')
export class DocumentTableController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(PublicOutlines) private readonly outlines: PublicOutlines,
  ) {}

  @Get(':documentId/:language/:file')
  @Header('Cache-Control', 'public, max-age=0, must-revalidate')
  async table(
    @Param('slug') slug: string,
    @Param('documentId') id: string,
    @Param('language') language: string,
    @Param('file') file: string,
    @Res() response: Response,
  ): Promise<void> {
    const extension = /^table\.([a-z]{3,4})$/.exec(file)?.[1] ?? '';
    if (!isTableExtension(extension) || !isUuid(id)) throw new DomainError('edition.not-found');
    const { title, tables } = await inPublic(this.unitOfWork, slug, (tx, organizationId) =>
      this.tablesAt(tx, organizationId, id, language),
    );
    const content = extension === 'csv' ? writeSheetCsv(stacked(tables)) : await writeSheetsXlsx(tables, title);
    sendTable(response, `table-${id}-${language}`, extension, content);
  }

  /** @throws DomainError edition.not-found, also for a document without tables; request.withdrawn */
  private async tablesAt(
    tx: Tx,
    organizationId: OrganizationId,
    documentId: string,
    language: string,
  ): Promise<{ readonly title: string; readonly tables: readonly Sheet[] }> {
    const document = await documentPage(tx, organizationId, documentId, language);
    const newest = document?.versions[0];
    if (!document || !newest) throw new DomainError('edition.not-found');
    if (document.withdrawal) throw new DomainError('request.withdrawn', { reason: document.withdrawal.reason });
    const outline = await this.outlines.of(tx, organizationId, newest.editionId);
    const tables = outline ? tablesOf(outline) : [];
    if (tables.length === 0) throw new DomainError('edition.not-found');
    return { title: document.title, tables };
  }
}
