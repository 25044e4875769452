import { Body, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsInt, IsObject, Min } from 'class-validator';
import { requireCapacity } from '../../approvals/actor.js';
import { currentRoute, saveRoute } from '../../approvals/routes.js';
import { simulateRoute, stepsWithoutHolders } from '../../approvals/simulate-route.js';
import { DomainError } from '../../core/errors.js';
import { STAGES_OF_KIND, type RoutedKind } from '../../core/route/route-problems.js';
import { Desk } from '../desk.js';
import { doorAt, SECTION_OF } from '../item-doors.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { Refuses } from './problems.decorator.js';
import { ROUTE_REFUSALS } from './refusals.js';
import { responsibleOf, simulated, simulatedDay, SimulatedStepReply, SimulationBody } from './route-simulation.dto.js';
import { stepsOfBody } from './route-steps.js';

const STEP =
  'stage, approvers (a role, or {"postIds": […]}), need ("all", "any" or a number), dueInDays (working days)';

export class RouteReply {
  @ApiProperty() version: number;
  @ApiProperty({ type: [Object], description: STEP }) steps: object[];
  @ApiProperty({
    type: [Number],
    description: 'Steps (from 0) for which fewer posts are held today than have to sign: items would stand still there',
  })
  stepsWithoutHolders: number[];
}

export class RouteBody {
  @ApiProperty({ description: 'Version that is replaced' }) @IsInt() @Min(1) seenVersion: number;
  @ApiProperty({ type: [Object], description: STEP })
  @IsArray()
  @ArrayMaxSize(50)
  @IsObject({ each: true })
  steps: Record<string, unknown>[];
}

/** Who is asked, in which order. */
@ApiDoor('routes', 'Administration')
export class RoutesApiController {
  constructor(@Inject(Desk) private readonly desk: Desk) {}

  @Get(':kind')
  @ApiOperation({ summary: 'The route that items of a kind start with today' })
  @ApiOkResponse({ type: RouteReply })
  @Refuses('request.not-found', 'route.nobody-may-sign')
  show(@SignedIn() visitor: Visitor, @Param('kind') kind: string): Promise<RouteReply> {
    return this.desk.at(visitor, async (tx, { actor }) => {
      requireCapacity(actor, 'administrator');
      const itemKind = kindNamed(kind);
      const { version, steps } = await currentRoute(tx, visitor.organizationId, itemKind);
      return { version, steps, stepsWithoutHolders: await stepsWithoutHolders(tx, visitor.organizationId, itemKind) };
    });
  }

  @Put(':kind')
  @ApiOperation({ summary: 'Saves a new version; item.refused names why it could never complete' })
  @ApiOkResponse({ type: RouteReply })
  @Refuses('request.not-found', 'item.refused', 'item.changed-meanwhile', ...ROUTE_REFUSALS)
  save(@SignedIn() visitor: Visitor, @Param('kind') kind: string, @Body() body: RouteBody): Promise<RouteReply> {
    const { organizationId } = visitor;
    const itemKind = kindNamed(kind);
    return this.desk.at(visitor, async (tx, { actor }) => {
      const { seenVersion } = body;
      const saved = await saveRoute(tx, {
        organizationId,
        actor,
        itemKind,
        seenVersion,
        steps: stepsOfBody(body.steps),
      });
      const unheld = await stepsWithoutHolders(tx, organizationId, itemKind);
      return { version: saved.version, steps: saved.steps, stepsWithoutHolders: unheld };
    });
  }

  @Post(':kind/simulation')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Who would be asked, in which order, on a day: about an item, or about any item of these divisions',
  })
  @ApiOkResponse({ type: [SimulatedStepReply] })
  @Refuses('request.not-found', 'item.not-found', 'route.nobody-may-sign')
  simulate(
    @SignedIn() visitor: Visitor,
    @Param('kind') kind: string,
    @Body() body: SimulationBody,
  ): Promise<SimulatedStepReply[]> {
    const itemKind = kindNamed(kind);
    return this.desk.at(visitor, async (tx, me) => {
      const on = simulatedDay(body);
      if (body.itemId) {
        const door = doorAt(SECTION_OF[itemKind]);
        const { item } = await door.see(tx, me, body.itemId);
        return simulated(await door.foresee(tx, me, item, on));
      }
      const responsible = responsibleOf(body);
      return simulated(await simulateRoute(tx, visitor.organizationId, itemKind, { on, responsible }));
    });
  }
}

/** @throws DomainError request.not-found */
function kindNamed(name: string): RoutedKind {
  if (!Object.hasOwn(STAGES_OF_KIND, name)) throw new DomainError('request.not-found');
  return name as RoutedKind; // a key of the table
}
