import { Get, Header, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiProperty } from '@nestjs/swagger';
import { requireCapacity } from '../../approvals/actor.js';
import { exportBundle, verifyStoredChain } from '../../audit/export-bundle.js';
import { Desk } from '../desk.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { Refuses } from './problems.decorator.js';

export class ChainReply {
  @ApiProperty() intact: boolean;
  @ApiProperty({ required: false, description: 'Number of events' }) size?: number;
  @ApiProperty({ required: false, description: 'Hash of the last event' }) head?: string;
}

@ApiDoor('audit', 'Audit')
export class AuditApiController {
  constructor(@Inject(Desk) private readonly desk: Desk) {}

  @Get('export')
  @Header('Content-Type', 'application/x-ndjson; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="audit.ndjson"')
  @ApiOperation({ summary: 'The whole log as a bundle that verifies offline; for auditors and administrators' })
  @ApiProduces('application/x-ndjson')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Refuses()
  export(@SignedIn() visitor: Visitor): Promise<string> {
    return this.desk.at(visitor, async (tx, { actor }) => {
      requireCapacity(actor, 'auditor', 'administrator');
      return (await exportBundle(tx, visitor.organizationId)) ?? '';
    });
  }

  @Get('verification')
  @ApiOperation({ summary: 'Recomputes the chain from its first event; for auditors and administrators' })
  @ApiOkResponse({ type: ChainReply })
  @Refuses()
  verify(@SignedIn() visitor: Visitor): Promise<ChainReply> {
    return this.desk.at(visitor, async (tx, { actor }) => {
      requireCapacity(actor, 'auditor', 'administrator');
      return (await verifyStoredChain(tx, visitor.organizationId)) ?? { intact: true, size: 0 };
    });
  }
}
