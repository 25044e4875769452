import { Body, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsInt, IsObject, IsUUID, Min } from 'class-validator';
import { requireCapacity } from '../../approvals/actor.js';
import { currentRoute, saveRoute, simulateRoute } from '../../approvals/routes.js';
import { DomainError } from '../../core/errors.js';
import { STAGES_OF_KIND, type RoutedKind } from '../../core/route/route-problems.js';
import { Desk } from '../desk.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { WaitingPost } from './item.dto.js';
import { Refuses } from './problems.decorator.js';
import { ROUTE_REFUSALS } from './refusals.js';
import { stepsOfBody } from './route-steps.js';

const STEP =
  'stage, approvers (a role, or {"postIds": […]}), need ("all", "any" or a number), dueInDays (working days)';

export class RouteReply {
  @ApiProperty() version: number;
  @ApiProperty({ type: [Object], description: STEP }) steps: object[];
}

export class RouteBody {
  @ApiProperty({ description: 'Version that is replaced' }) @IsInt() @Min(1) seenVersion: number;
  @ApiProperty({ type: [Object], description: STEP })
  @IsArray()
  @ArrayMaxSize(50)
  @IsObject({ each: true })
  steps: Record<string, unknown>[];
}

export class SimulationBody {
  @ApiProperty() @IsBoolean() everyDivision: boolean;
  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  divisionIds: string[];
}

export class SimulatedStepReply {
  @ApiProperty() stage: string;
  @ApiProperty({ description: '"all", "any" or a number' }) need: string;
  @ApiProperty({ nullable: true, type: Number, description: 'Working days' }) dueInDays: number | null;
  @ApiProperty({ type: [WaitingPost] }) asked: WaitingPost[];
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
      const { version, steps } = await currentRoute(tx, visitor.organizationId, kindNamed(kind));
      return { version, steps };
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
      return { version: saved.version, steps: saved.steps };
    });
  }

  @Post(':kind/simulation')
  @HttpCode(200)
  @ApiOperation({ summary: 'Who would be asked, in which order, if an item were submitted today' })
  @ApiOkResponse({ type: [SimulatedStepReply] })
  @Refuses('request.not-found', 'route.nobody-may-sign')
  simulate(
    @SignedIn() visitor: Visitor,
    @Param('kind') kind: string,
    @Body() body: SimulationBody,
  ): Promise<SimulatedStepReply[]> {
    return this.desk.at(visitor, async (tx) => {
      const steps = await simulateRoute(tx, visitor.organizationId, kindNamed(kind), body);
      return steps.map(({ stage, need, dueInDays, slots }) => ({
        stage,
        need: String(need),
        dueInDays,
        asked: slots.map(({ postName, holders }) => ({ post: postName, people: holders.map(({ name }) => name) })),
      }));
    });
  }
}

/** @throws DomainError request.not-found */
function kindNamed(name: string): RoutedKind {
  if (!Object.hasOwn(STAGES_OF_KIND, name)) throw new DomainError('request.not-found');
  return name as RoutedKind; // a key of the table
}
