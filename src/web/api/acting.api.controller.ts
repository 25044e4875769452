import { Body, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { requireCapacity } from '../../approvals/actor.js';
import { actingOrdersOf, type ListedActingOrder } from '../../organizations/acting-orders.queries.js';
import { handOver, readBelongings } from '../../organizations/hand-over.js';
import { orderActing, revokeActing } from '../../organizations/order-acting.js';
import { signingDirectory } from '../../organizations/who-may-act.queries.js';
import { Desk } from '../desk.js';
import { SignedIn, type Visitor } from '../visitor.js';
import {
  ActingOrderBody,
  ActingOrderReply,
  BelongingsReply,
  HandOverBody,
  HandOverQuery,
  HandOverReply,
  NamedReply,
} from './acting-order.dto.js';
import { ApiDoor } from './api-door.js';
import { Keyed, KeyedDesk, type KeyedCall } from './keyed-desk.js';
import { Refuses } from './problems.decorator.js';
import { ACTING_REFUSALS } from './refusals.js';
import { WithIdempotencyKey } from './request-headers.js';

/** Who acts for whom, and who takes over: for administrators. */
@ApiDoor('', 'Administration')
export class ActingApiController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(KeyedDesk) private readonly keyed: KeyedDesk,
  ) {}

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
  @WithIdempotencyKey()
  @Refuses('item.refused', ...ACTING_REFUSALS)
  order(@Keyed() call: KeyedCall, @Body() body: ActingOrderBody): Promise<NamedReply> {
    const { organizationId, personId: recordedBy } = call.visitor;
    const { endsOn = null, throughOrderId = null, itemKinds = null, inCapacityOf = null, ...order } = body;
    return this.keyed.at(call, async (tx, { actor }) => {
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
  @WithIdempotencyKey()
  @Refuses('item.not-found')
  revoke(@Keyed() call: KeyedCall, @Param('id') orderId: string): Promise<void> {
    const { organizationId, personId: revokedBy } = call.visitor;
    return this.keyed.silently(call, (tx, { actor }) => {
      requireCapacity(actor, 'administrator');
      return revokeActing(tx, { organizationId, orderId, revokedBy });
    });
  }

  @Get('hand-overs/preview')
  @ApiOperation({ summary: 'What would move from one person to another; nothing moves' })
  @ApiOkResponse({ type: BelongingsReply })
  @Refuses('handover.same-person')
  preview(@SignedIn() visitor: Visitor, @Query() asked: HandOverQuery): Promise<BelongingsReply> {
    return this.desk.at(visitor, async (tx, { actor }) => {
      requireCapacity(actor, 'administrator');
      const given = { ...asked, organizationId: visitor.organizationId };
      const { appointments, items, finished, actingOrders } = await readBelongings(tx, given);
      return {
        posts: appointments.map(({ post, startsOn, endsOn }) => ({ post, startsOn, endsOn })),
        items: items.map(({ kind, id, title, state, isWaiting }) => ({ kind, id, title, state, isWaiting })),
        finished,
        actingOrders: actingOrders.length,
      };
    });
  }

  @Post('hand-overs')
  @ApiOperation({ summary: 'Moves posts, drafts and waiting work of one person to another' })
  @ApiCreatedResponse({ type: HandOverReply })
  @WithIdempotencyKey()
  @Refuses('handover.same-person')
  handOver(@Keyed() call: KeyedCall, @Body() body: HandOverBody): Promise<HandOverReply> {
    const { organizationId, personId: recordedBy } = call.visitor;
    return this.keyed.at(call, (tx, { actor }) => {
      requireCapacity(actor, 'administrator');
      return handOver(tx, { ...body, organizationId, recordedBy });
    });
  }
}

const orderReply = ({ order, person, post, remarks }: ListedActingOrder): ActingOrderReply => ({
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
  remarks: remarks.map((remark) => ({ kind: remark.kind, from: 'from' in remark ? remark.from : null })),
});
