import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsOptional, IsString, IsUUID } from 'class-validator';
import { DomainError } from '../../core/errors.js';
import type { Responsible } from '../../core/measure/measure.js';
import type { ForeseenSigner, ForeseenStep } from '../../core/route/foresee.js';
import { isCalendarDate } from '../../core/thai/dates.js';
import { WaitingPost } from './item.dto.js';

export class SimulationBody {
  @ApiPropertyOptional({ format: 'date', description: 'The day of asking, YYYY-MM-DD; today unless it is given' })
  @IsOptional()
  @IsString()
  on?: string | null;

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'An item of the kind: its divisions, its route, its authors and the caller as submitter are used',
  })
  @IsOptional()
  @IsUUID()
  itemId?: string | null;

  @ApiPropertyOptional({ description: 'Without an item: every division is responsible' })
  @IsOptional()
  @IsBoolean()
  everyDivision?: boolean;

  @ApiPropertyOptional({ type: [String], description: 'Without an item: the responsible divisions' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  divisionIds?: string[];
}

export class KeptOutReply {
  @ApiProperty() name: string;
  @ApiProperty({ enum: ['route.own-submission', 'route.own-text', 'route.already-decided'] }) code: string;
}

export class SimulatedPostReply extends WaitingPost {
  @ApiProperty({ type: [KeptOutReply], description: 'Of the people: who would be refused when they sign, and why' })
  keptOut: KeptOutReply[];
}

export class SimulatedStepReply {
  @ApiProperty() stage: string;
  @ApiProperty({ description: '"all", "any" or a number' }) need: string;
  @ApiProperty({ nullable: true, type: Number, description: 'Working days' }) dueInDays: number | null;
  @ApiProperty({ type: [SimulatedPostReply] }) asked: SimulatedPostReply[];
}

/** @throws DomainError input.invalid (on) */
export function simulatedDay({ on = null }: SimulationBody): string | null {
  if (on !== null && !isCalendarDate(on)) throw new DomainError('input.invalid', { field: 'on' });
  return on;
}

/** @throws DomainError input.invalid (divisionIds) when neither an item nor divisions are given */
export function responsibleOf(body: SimulationBody): Pick<Responsible, 'everyDivision' | 'divisionIds'> {
  const { everyDivision, divisionIds } = body;
  if (everyDivision === undefined && divisionIds === undefined)
    throw new DomainError('input.invalid', { field: 'divisionIds' });
  return { everyDivision: everyDivision ?? false, divisionIds: divisionIds ?? [] };
}

export const simulated = (steps: readonly ForeseenStep[]): SimulatedStepReply[] =>
  steps.map(({ stage, need, dueInDays, slots }) => ({
    stage,
    need: String(need),
    dueInDays,
    asked: slots.map(({ postName, signers }) => ({
      post: postName,
      people: signers.map(({ name }) => name),
      keptOut: signers.flatMap(keptOutReply),
    })),
  }));

const keptOutReply = ({ name, refusal }: ForeseenSigner): KeptOutReply[] => (refusal ? [{ name, code: refusal }] : []);
