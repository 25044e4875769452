import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import { MILESTONES } from '../../core/time/assessment-clock.js';
import { IsCalendarDay } from './calendar-day.js';
import { TwoLanguages } from './problems.decorator.js';

const TASKS = ['write', 'review', 'approval', 'signing', 'results', 'publish'];

export class MilestoneReply {
  @ApiProperty({ enum: MILESTONES }) name: string;
  @ApiProperty({ type: TwoLanguages }) label: TwoLanguages;
  @ApiProperty() startsOn: string;
  @ApiProperty() endsOn: string;
  @ApiProperty({ description: 'False for days assumed from other years' }) verified: boolean;
  @ApiProperty({ description: 'The agency gave the days itself' }) isOwn: boolean;
}

export class ClockTaskReply {
  @ApiProperty({ enum: MILESTONES }) milestone: string;
  @ApiProperty({ enum: TASKS }) task: string;
  @ApiProperty({ description: 'Last day to begin' }) startsOn: string;
  @ApiProperty() dueOn: string;
}

export class ClockReply {
  @ApiProperty() fiscalYear: number;
  @ApiProperty({ description: 'YYYY-MM-DD' }) today: string;
  @ApiProperty({ type: [MilestoneReply] }) milestones: MilestoneReply[];
  @ApiProperty({ type: [ClockTaskReply], description: 'Planned backwards over working days' }) tasks: ClockTaskReply[];
}

export class MilestoneBody {
  @ApiProperty({ example: '2025-04-30' }) @IsCalendarDay() startsOn: string;
  @ApiProperty({ example: '2025-04-30' }) @IsCalendarDay() endsOn: string;
  @ApiProperty({ description: 'Compared with the calendar announced for the year' }) @IsBoolean() verified: boolean;
}

export class LateTaskReply {
  @ApiProperty({ enum: MILESTONES }) milestone: string;
  @ApiProperty({ enum: TASKS }) task: string;
  @ApiProperty() dueOn: string;
  @ApiProperty({ description: 'Measures that should have come further' }) measures: number;
}

export class LateDivisionReply {
  @ApiProperty({ nullable: true, type: String, description: 'Null gathers the posts of the whole agency' })
  divisionId: string | null;
  @ApiProperty({ nullable: true, type: String }) name: string | null;
  @ApiProperty({ description: 'Signatures past their due day' }) signatures: number;
  @ApiProperty({ description: 'Working days of the longest delay' }) longest: number;
  @ApiProperty({ type: [LateTaskReply] }) tasks: LateTaskReply[];
}
