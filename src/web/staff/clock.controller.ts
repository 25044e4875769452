import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { VNode } from 'preact';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { links } from '../../../templates/web/links.js';
import { ClockPage, type MilestoneLine } from '../../../templates/web/pages/staff/clock.page.js';
import { MilestoneFormPage } from '../../../templates/web/pages/staff/milestone-form.page.js';
import {
  daysText,
  milestoneLabel,
  sourceText,
  stretchState,
  taskLabel,
} from '../../../templates/web/words/clock-words.js';
import { fiscalYearLabel } from '../../../templates/web/words/time-words.js';
import { requireCapacity } from '../../approvals/actor.js';
import { DomainError } from '../../core/errors.js';
import { MILESTONES, type MilestoneName } from '../../core/time/assessment-clock.js';
import type { DigitStyle } from '../../core/thai/digits.js';
import { changeMilestone } from '../../schedule/change-milestone.js';
import { assessmentClock, milestonesOf, type AssessmentClock } from '../../schedule/milestones.queries.js';
import { Desk } from '../desk.js';
import { leaveNotice } from '../notices.js';
import { seeOther, type WebReply } from '../reply.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { onceFor } from '../visitor-key.js';
import { fiscalYearsOf } from './fiscal-years.js';
import { formOrRefusals } from './form-or-refusals.js';
import { readForm, Text } from './form-reading.js';
import { StaffFrames } from './staff-frames.js';
import { isoFromTyped, typedFromIso, typedIn } from './typed-date.js';

class MilestoneForm {
  @Text() 'startsOn.day' = '';
  @Text() 'startsOn.month' = '';
  @Text() 'startsOn.year' = '';
  @Text() 'endsOn.day' = '';
  @Text() 'endsOn.month' = '';
  @Text() 'endsOn.year' = '';
  @Text() verified = '';
  @Text() idempotencyKey = '';
}

/** The days an assessment year turns on: everybody reads them, administrators move them. */
@ApiExcludeController()
@Controller('clock')
export class ClockController {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get()
  show(@SignedIn() visitor: Visitor, @Req() request: Request, @Query('fiscalYear') asked?: string): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const { digits } = me.organization;
      const years = await fiscalYearsOf(tx, visitor.organizationId);
      const year = years.all.find((each) => String(each) === asked) ?? years.current;
      const clock = await assessmentClock(tx, visitor.organizationId, year);
      return ClockPage({
        frame: this.frames.of(request, me),
        year: String(year),
        years: years.choices(digits),
        rows: linesOf(clock, digits),
        mayEdit: me.actor.capacities.includes('administrator'),
      });
    });
  }

  @Get(':year/:name')
  form(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('year') year: string,
    @Param('name') name: string,
  ): Promise<WebReply> {
    return this.page(visitor, request, milestoneAt(year, name), null, []);
  }

  @Post(':year/:name')
  change(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('year') year: string,
    @Param('name') name: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const { form } = readForm(MilestoneForm, body);
    const place = milestoneAt(year, name);
    const days = {
      startsOn: isoFromTyped(typedIn(form, 'startsOn')) ?? '',
      endsOn: isoFromTyped(typedIn(form, 'endsOn')) ?? '',
      verified: form.verified === 'true',
    };
    return formOrRefusals(
      async () => {
        await this.desk.at(visitor, (tx, { actor }) =>
          onceFor(tx, visitor, form.idempotencyKey || null, { path: request.path, days }, async () => {
            await changeMilestone(tx, { organizationId: visitor.organizationId, actor, ...place, days });
            return place;
          }),
        );
        leaveNotice(request, 'milestone.save');
        return seeOther(`${links.clock}?fiscalYear=${place.fiscalYear}`);
      },
      (problems) => this.page(visitor, request, place, form, problems),
    );
  }

  @Post(':year/:name/restore')
  async restore(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('year') year: string,
    @Param('name') name: string,
  ): Promise<WebReply> {
    const place = milestoneAt(year, name);
    const { organizationId } = visitor;
    await this.desk.at(visitor, (tx, { actor }) =>
      changeMilestone(tx, { organizationId, actor, ...place, days: null }),
    );
    leaveNotice(request, 'milestone.save');
    return seeOther(`${links.clock}?fiscalYear=${place.fiscalYear}`);
  }

  /** @param form what was typed; null shows the days as they are */
  private page(
    visitor: Visitor,
    request: Request,
    { fiscalYear, name }: Place,
    form: MilestoneForm | null,
    problems: readonly FieldProblem[],
  ): Promise<VNode> {
    return this.desk.at(visitor, async (tx, me) => {
      requireCapacity(me.actor, 'administrator');
      const listed = await milestonesOf(tx, visitor.organizationId, fiscalYear);
      const milestone = listed.find((each) => each.name === name);
      if (!milestone) throw new DomainError('request.not-found');
      const { startsOn, endsOn, verified, isOwn } = milestone;
      return MilestoneFormPage({
        frame: this.frames.of(request, me),
        fiscalYear: String(fiscalYear),
        yearText: `ปีงบประมาณ ${fiscalYearLabel(fiscalYear, me.organization.digits)}`,
        name,
        label: milestoneLabel(name),
        typed: form
          ? {
              startsOn: typedIn(form, 'startsOn'),
              endsOn: typedIn(form, 'endsOn'),
              verified: form.verified === 'true',
            }
          : { startsOn: typedFromIso(startsOn), endsOn: typedFromIso(endsOn), verified },
        isOwn,
        idempotencyKey: randomUUID(),
        problems,
      });
    });
  }
}

interface Place {
  readonly fiscalYear: number;
  readonly name: MilestoneName;
}

/** @throws DomainError request.not-found */
function milestoneAt(year: string, asked: string): Place {
  const name = MILESTONES.find((each) => each === asked);
  if (!name || !/^2[5-7]\d\d$/.test(year)) throw new DomainError('request.not-found');
  return { fiscalYear: Number(year), name };
}

const linesOf = ({ milestones, tasks, today }: AssessmentClock, digits: DigitStyle): MilestoneLine[] =>
  milestones.map((milestone) => ({
    name: milestone.name,
    label: milestoneLabel(milestone.name),
    days: daysText(milestone, digits),
    state: stretchState(milestone, today),
    source: sourceText(milestone),
    tasks: tasks
      .filter((task) => task.milestone === milestone.name)
      .map(({ task, startsOn, dueOn }) => ({
        label: taskLabel(task),
        span: daysText({ startsOn, endsOn: dueOn }, digits),
        isNow: startsOn <= today && today <= dueOn,
      })),
  }));
