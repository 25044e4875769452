import { Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, Max, Min } from 'class-validator';
import type { Response } from 'express';
import { Desk } from '../desk.js';
import { measuresTable } from '../measures-table.js';
import { sendTable, type TableExtension } from '../send-table.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { Refuses } from './problems.decorator.js';

class ExportQuery {
  @ApiProperty({ example: 2568 }) @Type(() => Number) @IsInt() @Min(2500) @Max(2700) fiscalYear: number;
  @ApiProperty({ required: false, enum: ['xlsx', 'csv'], default: 'xlsx' })
  @IsIn(['xlsx', 'csv'])
  format: TableExtension = 'xlsx';
}

@ApiDoor('measures-export', 'Measures')
export class MeasuresExportApiController {
  constructor(@Inject(Desk) private readonly desk: Desk) {}

  @Get()
  @ApiOperation({ summary: 'The measures of a year as a spreadsheet that an import reads back to the same measures' })
  @ApiOkResponse({
    content: {
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
        schema: { type: 'string', format: 'binary' },
      },
      'text/csv': { schema: { type: 'string' } },
    },
  })
  @Refuses()
  async table(
    @SignedIn() visitor: Visitor,
    @Res() response: Response,
    @Query() { fiscalYear, format }: ExportQuery,
  ): Promise<void> {
    const content = await this.desk.at(visitor, (tx) => measuresTable(tx, visitor.organizationId, fiscalYear, format));
    sendTable(response, `measures-${fiscalYear}`, format, content);
  }
}
