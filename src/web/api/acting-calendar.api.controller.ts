import { Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { monthNamed } from '../../core/acting/acting-month.js';
import { DomainError } from '../../core/errors.js';
import { actingStretches } from '../../organizations/acting-orders.queries.js';
import { AdminDesk } from '../admin-desk.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { Refuses } from './problems.decorator.js';

export class ActingStretchReply {
  @ApiProperty({ format: 'uuid' }) orderId: string;
  @ApiProperty() person: string;
  @ApiProperty() post: string;
  @ApiProperty() capacity: string;
  @ApiProperty() orderNumber: string;
  @ApiProperty({ description: 'First day in the month, YYYY-MM-DD' }) from: string;
  @ApiProperty({ description: 'Last day in the month, YYYY-MM-DD' }) to: string;
  @ApiProperty({ nullable: true, type: [String], description: 'Null means all kinds' }) itemKinds: string[] | null;
}

@ApiDoor('acting-calendar', 'Administration')
export class ActingCalendarApiController {
  constructor(@Inject(AdminDesk) private readonly desk: AdminDesk) {}

  @Get(':month')
  @ApiOperation({ summary: 'Who acts for whom in a month (YYYY-MM, Gregorian), by post and day' })
  @ApiOkResponse({ type: [ActingStretchReply] })
  @Refuses()
  show(@SignedIn() visitor: Visitor, @Param('month') asked: string): Promise<ActingStretchReply[]> {
    const month = monthNamed(asked);
    if (!month) throw new DomainError('input.invalid', { field: 'month' });
    return this.desk.at(visitor, async (tx) =>
      (await actingStretches(tx, visitor.organizationId, month)).map(({ order, person, post, from, to }) => {
        const { id: orderId, capacity, orderNumber, itemKinds } = order;
        return { orderId, person, post, capacity, orderNumber, from, to, itemKinds };
      }),
    );
  }
}
