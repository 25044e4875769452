import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { DomainError } from '../../core/errors.js';
import { Desk } from '../desk.js';
import { measuresTable } from '../measures-table.js';
import { isTableExtension, sendTable } from '../send-table.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { fiscalYearsOf } from './fiscal-years.js';

/** The measures of a year as a file, to be worked on elsewhere and imported again. */
@ApiExcludeController()
@Controller('measures/export')
export class MeasuresExportController {
  constructor(@Inject(Desk) private readonly desk: Desk) {}

  @Get(':extension')
  async table(
    @SignedIn() visitor: Visitor,
    @Param('extension') extension: string,
    @Res() response: Response,
    @Query('fiscalYear') asked?: string,
  ): Promise<void> {
    if (!isTableExtension(extension)) throw new DomainError('request.not-found');
    const { fiscalYear, content } = await this.desk.at(visitor, async (tx) => {
      const year = (await fiscalYearsOf(tx, visitor.organizationId)).chosen(asked);
      return { fiscalYear: year, content: await measuresTable(tx, visitor.organizationId, year, extension) };
    });
    response.setHeader('Cache-Control', 'no-store');
    sendTable(response, `measures-${fiscalYear}`, extension, content);
  }
}
