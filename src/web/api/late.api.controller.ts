import { Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { today } from '../../organizations/organizations.queries.js';
import { lateSignatures } from '../../schedule/late.queries.js';
import { Desk } from '../desk.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { Refuses } from './problems.decorator.js';

export class LateReply {
  @ApiProperty({ enum: ['measure', 'report', 'announcement'] }) itemKind: string;
  @ApiProperty({ format: 'uuid' }) itemId: string;
  @ApiProperty() title: string;
  @ApiProperty({ description: 'Post that is asked' }) post: string;
  @ApiProperty({ nullable: true, type: String }) divisionId: string | null;
  @ApiProperty({ description: 'YYYY-MM-DD' }) dueOn: string;
  @ApiProperty({ description: 'Working days' }) daysLate: number;
  @ApiProperty({ description: 'A post above was told' }) isEscalated: boolean;
}

@ApiDoor('late', 'Tasks')
export class LateApiController {
  constructor(@Inject(Desk) private readonly desk: Desk) {}

  @Get()
  @ApiOperation({ summary: 'Signatures whose due day is over, latest first' })
  @ApiOkResponse({ type: [LateReply] })
  @Refuses()
  list(@SignedIn() visitor: Visitor): Promise<LateReply[]> {
    return this.desk.at(visitor, async (tx) => {
      const late = await lateSignatures(tx, visitor.organizationId, await today(tx));
      return late.map(({ itemKind, itemId, title, postName, divisionId, due, isEscalated }) => {
        const { dueOn, daysLate } = due;
        return { itemKind, itemId, title, post: postName, divisionId, dueOn, daysLate, isEscalated };
      });
    });
  }
}
