import { Body, Delete, Get, HttpCode, Inject, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { MILESTONE_LABELS } from '../../core/thai/milestone-words.js';
import { MILESTONES, type MilestoneName } from '../../core/time/assessment-clock.js';
import { DomainError } from '../../core/errors.js';
import { changeMilestone } from '../../schedule/change-milestone.js';
import { lateDivisions } from '../../schedule/lateness.queries.js';
import { assessmentClock } from '../../schedule/milestones.queries.js';
import { AdminDesk } from '../admin-desk.js';
import { Desk } from '../desk.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { ApiDoor } from './api-door.js';
import { ClockReply, LateDivisionReply, MilestoneBody } from './clock.dto.js';
import { FiscalYearParam } from './fiscal-year.param.js';
import { Refuses } from './problems.decorator.js';

/** The assessment year: its days, what must be done when, and who is late. */
@ApiDoor('clock', 'Time')
export class ClockApiController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(AdminDesk) private readonly admins: AdminDesk,
  ) {}

  @Get(':fiscalYear')
  @ApiOperation({ summary: 'Milestones of a fiscal year (Buddhist era), and the tasks planned backwards from them' })
  @ApiOkResponse({ type: ClockReply })
  @Refuses()
  show(@SignedIn() visitor: Visitor, @FiscalYearParam() fiscalYear: number): Promise<ClockReply> {
    return this.desk.at(visitor, async (tx) => {
      const { today, milestones, tasks } = await assessmentClock(tx, visitor.organizationId, fiscalYear);
      return {
        fiscalYear,
        today,
        milestones: milestones.map((milestone) => ({ ...milestone, label: MILESTONE_LABELS[milestone.name] })),
        tasks: [...tasks],
      };
    });
  }

  @Get(':fiscalYear/late-divisions')
  @ApiOperation({ summary: 'What each division is late with today' })
  @ApiOkResponse({ type: [LateDivisionReply] })
  @Refuses()
  late(@SignedIn() visitor: Visitor, @FiscalYearParam() fiscalYear: number): Promise<LateDivisionReply[]> {
    return this.desk.at(visitor, async (tx) =>
      (await lateDivisions(tx, visitor.organizationId, fiscalYear)).map(({ tasks, ...division }) => ({
        ...division,
        tasks: tasks.map(({ milestone, task, dueOn, measures }) => ({ milestone, task, dueOn, measures })),
      })),
    );
  }

  @Put(':fiscalYear/milestones/:name')
  @HttpCode(204)
  @ApiOperation({ summary: 'Moves a milestone; tasks, lateness and reminders follow' })
  @ApiNoContentResponse()
  @Refuses('request.not-found')
  change(
    @SignedIn() visitor: Visitor,
    @FiscalYearParam() fiscalYear: number,
    @Param('name') name: string,
    @Body() days: MilestoneBody,
  ): Promise<void> {
    const place = { fiscalYear, name: milestoneNamed(name) };
    const { organizationId } = visitor;
    return this.admins.at(visitor, (tx, { actor }) => changeMilestone(tx, { organizationId, actor, ...place, days }));
  }

  @Delete(':fiscalYear/milestones/:name')
  @HttpCode(204)
  @ApiOperation({ summary: 'Takes the agency’s days back: the usual ones count again' })
  @ApiNoContentResponse()
  @Refuses('request.not-found')
  restore(
    @SignedIn() visitor: Visitor,
    @FiscalYearParam() fiscalYear: number,
    @Param('name') name: string,
  ): Promise<void> {
    const place = { fiscalYear, name: milestoneNamed(name) };
    const { organizationId } = visitor;
    return this.admins.at(visitor, (tx, { actor }) =>
      changeMilestone(tx, { organizationId, actor, ...place, days: null }),
    );
  }
}

/** @throws DomainError request.not-found */
function milestoneNamed(asked: string): MilestoneName {
  const name = MILESTONES.find((each) => each === asked);
  if (!name) throw new DomainError('request.not-found');
  return name;
}
