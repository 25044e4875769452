import { Body, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { requireCapacity } from '../../approvals/actor.js';
import { actingOrdersOf, type ListedActingOrder } from '../../organizations/acting-orders.queries.js';
import { handOver } from '../../organizations/hand-over.js';
import { orderActing, revokeActing } from '../../organizations/order-acting.js';
import { signingDirectory } from '../../organizations/who-may-act.queries.js';
import { Desk } from '../desk.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ActingOrderBody, ActingOrderReply, HandOverBody, HandOverReply, NamedReply } from './acting-order.dto.js';
import { ApiDoor } from './api-door.js';
import { Refuses } from './problems.decorator.js';
import { ACTING_REFUSALS } from './refusals.js';

/** Who acts for whom, and who takes over: for administrators. */
@ApiDoor('', 'Administration')
export class ActingApiController {
  constructor(@Inject(Desk) private readonly desk: Desk) {}

  @Get('people')
  @ApiOperation({ summary: 'People with open accounts' })
  @ApiOkResponse({ type: [NamedReply] })
  @Refuses()
  people(@SignedIn() visitor: Visitor): Promise<NamedReply[]> {
    return this.desk.at(visitor, async (tx) => {
      const { people } = await signingDirectory(tx, visitor.organizationId);
      return [...people].map(([id, name]) => ({ id, name }));
    });
  }

  @Get('posts')
  @ApiOperation({ summary: 'Posts of the agency' })
  @ApiOkResponse({ type: [NamedReply] })
  @Refuses()
  posts(@SignedIn() visitor: Visitor): Promise<NamedReply[]> {
    return this.desk.at(visitor, async (tx) => {
      const { posts } = await signingDirectory(tx, visitor.organizationId);
      return posts.map(({ postId, name }) => ({ id: postId, name }));
    });
  }

  @Get('acting-orders')
  @ApiOperation({ summary: 'Every acting order, the latest beginning first' })
  @ApiOkResponse({ type: [ActingOrderReply] })
  @Refuses()
  list(@SignedIn() visitor: Visitor): Promise<ActingOrderReply[]> {
    return this.desk.at(visitor, async (tx, { actor }) => {
      requireCapacity(actor, 'administrator');
      return (await actingOrdersOf(tx, visitor.organizationId)).map(orderReply);
    });
  }

  @Post('acting-orders')
  @ApiOperation({ summary: 'Records an acting order; item.refused names every objection' })
  @ApiCreatedResponse({ type: NamedReply })
  @Refuses('item.refused', ...ACTING_REFUSALS)
  order(@SignedIn() visitor: Visitor, @Body() body: ActingOrderBody): Promise<NamedReply> {
    const { organizationId, personId: recordedBy } = visitor;
    const { endsOn = null, throughOrderId = null, itemKinds = null, inCapacityOf = null, ...order } = body;
    return this.desk.at(visitor, async (tx, { actor }) => {
      requireCapacity(actor, 'administrator');
      const given = { ...order, endsOn, throughOrderId, itemKinds, inCapacityOf, organizationId, recordedBy };
      const { id, orderNumber } = await orderActing(tx, given);
      return { id, name: orderNumber };
    });
  }

  @Post('acting-orders/:id/revoke')
  @HttpCode(204)
  @ApiOperation({ summary: 'Ends an order today' })
  @ApiNoContentResponse()
  @Refuses('item.not-found')
  revoke(@SignedIn() visitor: Visitor, @Param('id') orderId: string): Promise<void> {
    const { organizationId, personId: revokedBy } = visitor;
    return this.desk.at(visitor, (tx, { actor }) => {
      requireCapacity(actor, 'administrator');
      return revokeActing(tx, { organizationId, orderId, revokedBy });
    });
  }

  @Post('hand-overs')
  @ApiOperation({ summary: 'Moves posts, drafts and waiting work of one person to another' })
  @ApiCreatedResponse({ type: HandOverReply })
  @Refuses('handover.same-person')
  handOver(@SignedIn() visitor: Visitor, @Body() body: HandOverBody): Promise<HandOverReply> {
    const { organizationId, personId: recordedBy } = visitor;
    return this.desk.at(visitor, (tx, { actor }) => {
      requireCapacity(actor, 'administrator');
      return handOver(tx, { ...body, organizationId, recordedBy });
    });
  }
}

const orderReply = ({ order, person, post }: ListedActingOrder): ActingOrderReply => ({
  id: order.id,
  personId: order.personId,
  person,
  postId: order.postId,
  post,
  capacity: order.capacity,
  orderNumber: order.orderNumber,
  orderedOn: order.orderedOn,
  startsOn: order.startsOn,
  endsOn: order.endsOn,
  throughOrderId: order.throughOrderId,
  itemKinds: order.itemKinds,
  revokedOn: order.revokedOn,
});
