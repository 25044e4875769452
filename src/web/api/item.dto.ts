import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Type } from 'class-transformer';
import { RETURN_REASONS, type ReturnReason } from '../../core/route/return-reason.js';
import { TwoLanguages } from './problems.decorator.js';

export class PageQuery {
  @ApiProperty({ required: false, default: 1, minimum: 1 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100_000)
  page = 1;
  @ApiProperty({ required: false, default: 50, minimum: 1, maximum: 200 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  size = 50;
}

/** A deed: what was seen is said by If-Match or by seenVersion. */
export class ActBody {
  @ApiProperty({ required: false, nullable: true, type: String, maxLength: 2000 })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  reason?: string | null;

  @ApiProperty({
    required: false,
    nullable: true,
    type: String,
    maxLength: 2000,
    description: 'Why it is submitted although the proof-reader found errors; kept in the history',
  })
  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  overrideReason?: string | null;

  @ApiProperty({
    required: false,
    nullable: true,
    enum: RETURN_REASONS,
    description: 'Of a return; "other" without it',
  })
  @IsOptional()
  @IsIn(RETURN_REASONS)
  reasonCode?: ReturnReason | null;

  @ApiProperty({
    required: false,
    nullable: true,
    type: Number,
    description: 'Of a return: an earlier step of the route (0 is the first); without it, the submitter',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100)
  backToStep?: number | null;

  @ApiProperty({ required: false, nullable: true, type: Number, description: 'Version of the item as it was shown' })
  @IsOptional()
  @IsInt()
  @Min(0)
  seenVersion?: number | null;

  @ApiProperty({
    required: false,
    default: false,
    description:
      'In an emergency: decide although four eyes forbids it. Needs a reason; flagged until somebody ratifies',
  })
  @IsOptional()
  @IsBoolean()
  override?: boolean;
}

export class WaitingPost {
  @ApiProperty() post: string;
  @ApiProperty({ type: [String], description: 'Who may sign as this post today; empty when nobody may' })
  people: string[];
}

export class LawfulHolder {
  @ApiProperty({ format: 'uuid' }) personId: string;
  @ApiProperty() name: string;
  @ApiProperty({ description: 'As which post they would sign' }) post: string;
}

export class HandableReply {
  @ApiProperty() step: number;
  @ApiProperty({ format: 'uuid' }) postId: string;
  @ApiProperty() post: string;
  @ApiProperty({ type: [LawfulHolder] }) people: LawfulHolder[];
}

export class OfferedDeed {
  @ApiProperty({ example: 'submit' }) name: string;
  @ApiProperty({ type: TwoLanguages }) label: TwoLanguages;
  @ApiProperty() asksReason: boolean;
  @ApiProperty({ description: 'It signs: needs If-Match and a sign-in not older than five minutes' }) signs: boolean;
  @ApiProperty({ type: [String], description: 'Codes of what stands in the way; empty when it may be done now' })
  problems: string[];
}

export class ItemSummary {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() title: string;
  @ApiProperty({ example: 2568 }) fiscalYear: number;
  @ApiProperty() state: string;
  @ApiProperty() version: number;
  @ApiProperty({ format: 'date-time' }) updatedAt: string;
  @ApiProperty({ description: 'It came back for correction and was not submitted since' }) wasReturned: boolean;
  @ApiProperty({ description: 'Decided in an emergency and not ratified yet' }) hasOpenOverride: boolean;
}

export class FindingReply {
  @ApiProperty({ description: 'Names the finding as long as the text stays as it is' }) key: string;
  @ApiProperty({ example: 'agency.foreign' }) rule: string;
  @ApiProperty({ enum: ['E', 'W', 'I'], description: 'E stops a submission unless it is overridden' }) severity: string;
  @ApiProperty({
    nullable: true,
    type: String,
    description:
      '"<measure id>.<field>"; in a file "<measure id>.files.<file id>.<page>" or "<announcement id>.annexes.<file id>.<page>"; null elsewhere',
  })
  at: string | null;
  @ApiProperty({ description: 'UTF-16 offset in the text of that field as it is read' }) start: number;
  @ApiProperty({ description: 'Exclusive' }) end: number;
  @ApiProperty() quote: string;
  @ApiProperty({ type: TwoLanguages }) message: TwoLanguages;
  @ApiProperty({ nullable: true, type: String }) suggestion: string | null;
  @ApiProperty({ description: 'True for personal data that somebody cleared' }) isCleared: boolean;
}

export class ItemReply extends ItemSummary {
  @ApiProperty({ description: 'Also the ETag: SHA-256 of the content' }) contentHash: string;
  @ApiProperty({ type: Object }) content: object;
  @ApiProperty({ type: [WaitingPost] }) waitingFor: WaitingPost[];
  @ApiProperty({ type: [OfferedDeed] }) deeds: OfferedDeed[];
  @ApiProperty({ type: [Number], description: 'Steps of the route that you may send it back to (0 is the first)' })
  returnSteps: number[];
  @ApiProperty({ type: [HandableReply], description: 'Waiting signatures that you may hand to somebody else' })
  handable: HandableReply[];
  @ApiProperty({ type: [FindingReply], description: 'What the proof-reader found; none once the text is settled' })
  findings: FindingReply[];
}

/** The item as a decision left it. */
export class MovedReply {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() state: string;
  @ApiProperty() version: number;
  @ApiProperty() contentHash: string;
}

export class ActedForReply {
  @ApiProperty({ example: 'acting_for' }) capacity: string;
  @ApiProperty({ description: 'Post acted for' }) post: string;
  @ApiProperty() orderNumber: string;
  @ApiProperty({ format: 'date' }) orderedOn: string;
}

export class HistoryReply {
  @ApiProperty() seq: string;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty() action: string;
  @ApiProperty() fromState: string;
  @ApiProperty() toState: string;
  @ApiProperty({ nullable: true, type: String }) person: string | null;
  @ApiProperty({ nullable: true, type: String }) post: string | null;
  @ApiProperty({ type: [ActedForReply], description: 'By which acting orders, nearest first' })
  acting: ActedForReply[];
  @ApiProperty({ nullable: true, type: String }) reason: string | null;
  @ApiProperty({ nullable: true, type: String, description: 'Of a return' }) reasonCode: string | null;
  @ApiProperty({ nullable: true, type: Number, description: 'Of a return: the step it went back to, 0 is the first' })
  backToStep: number | null;
  @ApiProperty({ nullable: true, type: String, description: 'To whom a signature was handed' }) handedTo: string | null;
  @ApiProperty({ description: 'A signature that counts no more since a later return or recall' }) isSetAside: boolean;
  @ApiProperty({ description: 'SHA-256 of the text before it; empty before there was one' }) contentHashBefore: string;
  @ApiProperty({ description: 'SHA-256 of the text after it; empty for a deed that is about no text' })
  contentHash: string;
  @ApiProperty({ description: 'The text changed, and both are kept: ask for this event alone' }) isComparable: boolean;
}

export class TextChangeReply {
  @ApiProperty({ description: 'What part of the text, in Thai' }) label: string;
  @ApiProperty({ type: [String], description: 'Paragraphs' }) before: string[];
  @ApiProperty({ type: [String], description: 'Paragraphs' }) after: string[];
}

export class HistoryChangeReply extends HistoryReply {
  @ApiProperty({ type: [TextChangeReply], description: 'What it changed in the text; empty when it changed nothing' })
  changes: TextChangeReply[];
}
