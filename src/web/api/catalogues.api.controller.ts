import { Body, Delete, Get, Inject, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray } from 'class-validator';
import { catalogueOf } from '../../assessments/catalogues.queries.js';
import { resetCatalogue, saveCatalogue } from '../../assessments/save-catalogue.js';
import type { YearCatalogue } from '../../core/ita/catalogue.js';
import { Desk } from '../desk.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { FiscalYearParam } from './fiscal-year.param.js';
import { Refuses } from './problems.decorator.js';

export class CatalogueBody {
  @ApiProperty({
    type: [Object],
    maxItems: 200,
    description: 'kind (o-code, indicator, instrument), code, title, weight, verified, isRemoved of each changed line',
  })
  @IsArray()
  @ArrayMaxSize(200)
  changes: unknown[];
}

export class CatalogueItemReply {
  @ApiProperty({ enum: ['o-code', 'indicator', 'instrument'] }) kind: string;
  @ApiProperty({ example: 'O27' }) code: string;
  @ApiProperty({ nullable: true, type: String }) title: string | null;
  @ApiProperty({ nullable: true, type: Number, description: 'Share of the overall score, 0 to 1' }) weight:
    number | null;
  @ApiProperty({ description: 'False: the source is uncertain' }) verified: boolean;
  @ApiProperty({ description: 'The organization wrote it itself' }) isOwn: boolean;
}

export class CatalogueReply {
  @ApiProperty() fiscalYear: number;
  @ApiProperty({ type: [CatalogueItemReply] }) items: CatalogueItemReply[];
}

/** Instruments, indicators and O-codes of a fiscal year. */
@ApiDoor('catalogues', 'Assessments')
export class CataloguesApiController {
  constructor(@Inject(Desk) private readonly desk: Desk) {}

  @Get(':fiscalYear')
  @ApiOperation({ summary: 'The catalogue of a year as the organization has it' })
  @ApiOkResponse({ type: CatalogueReply })
  @Refuses()
  show(@SignedIn() visitor: Visitor, @FiscalYearParam() fiscalYear: number): Promise<CatalogueReply> {
    return this.desk.at(visitor, async (tx) => replyOf(await catalogueOf(tx, visitor.organizationId, fiscalYear)));
  }

  @Put(':fiscalYear')
  @ApiOperation({ summary: 'Adds, changes or takes out lines; measures keep the codes they were signed with' })
  @ApiOkResponse({ type: CatalogueReply })
  @Refuses('catalogue.line-needed', 'catalogue.weights-not-whole')
  save(
    @SignedIn() visitor: Visitor,
    @FiscalYearParam() fiscalYear: number,
    @Body() { changes }: CatalogueBody,
  ): Promise<CatalogueReply> {
    const { organizationId } = visitor;
    return this.desk.at(visitor, async (tx, { actor }) =>
      replyOf(await saveCatalogue(tx, { organizationId, actor, fiscalYear, changes })),
    );
  }

  @Delete(':fiscalYear')
  @ApiOperation({ summary: 'Takes back the organization’s own lines: the built-in catalogue counts again' })
  @ApiOkResponse({ type: CatalogueReply })
  @Refuses()
  reset(@SignedIn() visitor: Visitor, @FiscalYearParam() fiscalYear: number): Promise<CatalogueReply> {
    const { organizationId } = visitor;
    return this.desk.at(visitor, async (tx, { actor }) =>
      replyOf(await resetCatalogue(tx, { organizationId, actor, fiscalYear })),
    );
  }
}

const replyOf = ({ fiscalYear, items }: YearCatalogue): CatalogueReply => ({ fiscalYear, items: [...items] });
