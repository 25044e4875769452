import { Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { LAYOUT_PRESETS } from '../../core/report/layout-presets.js';
import { divisionsOf } from '../../organizations/organizations.queries.js';
import { Desk } from '../desk.js';
import { announcementTemplates, askedParameters } from '../announcement-templates.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { Refuses, TwoLanguages } from './problems.decorator.js';

export class DivisionReply {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
}

export class ParameterReply {
  @ApiProperty() name: string;
  @ApiProperty({ type: TwoLanguages }) label: TwoLanguages;
  @ApiProperty() type: string;
  @ApiProperty() required: boolean;
  @ApiProperty({ required: false }) maxLength?: number;
}

export class TemplateReply {
  @ApiProperty({ example: 'no-gift-announcement.v1' }) id: string;
  @ApiProperty({ type: TwoLanguages }) title: TwoLanguages;
  @ApiProperty({ type: [String], example: ['th', 'en'] }) languages: string[];
  @ApiProperty({ type: [ParameterReply], description: 'What is asked for; agency, signer and date are filled in' })
  parameters: ParameterReply[];
}

export class LayoutReply {
  @ApiProperty({ example: 'by-theme' }) name: string;
  @ApiProperty({ type: TwoLanguages }) label: TwoLanguages;
}

/** What a program has to know before it writes. */
@ApiDoor('', 'Organization')
export class OrganizationApiController {
  constructor(@Inject(Desk) private readonly desk: Desk) {}

  @Get('divisions')
  @ApiOperation({ summary: 'Divisions that exist today' })
  @ApiOkResponse({ type: [DivisionReply] })
  @Refuses()
  divisions(@SignedIn() visitor: Visitor): Promise<DivisionReply[]> {
    return this.desk.at(visitor, async (tx) =>
      (await divisionsOf(tx, visitor.organizationId)).map(({ id, name }) => ({ id, name })),
    );
  }

  @Get('announcement-templates')
  @ApiOperation({ summary: 'Announcement templates with their parameters' })
  @ApiOkResponse({ type: [TemplateReply] })
  @Refuses()
  templates(@SignedIn() _visitor: Visitor): TemplateReply[] {
    return announcementTemplates().map(({ id, title, languages }) => ({
      id,
      title,
      languages: [...languages],
      parameters: askedParameters(id).map(({ name, label, type, required, maxLength }) => ({
        name,
        label,
        type,
        required,
        ...(maxLength === undefined ? {} : { maxLength }),
      })),
    }));
  }

  @Get('report-layouts')
  @ApiOperation({ summary: 'Layouts a report can be compiled in' })
  @ApiOkResponse({ type: [LayoutReply] })
  @Refuses()
  layouts(@SignedIn() _visitor: Visitor): LayoutReply[] {
    return Object.entries(LAYOUT_PRESETS).map(([name, { label }]) => ({ name, label }));
  }
}
