import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import type { ErrorCode } from '../../core/errors.js';
import { statusOf } from '../http-status.js';

export class TwoLanguages {
  @ApiProperty() th: string;
  @ApiProperty() en: string;
}

/** RFC 9457 with our stable code and both languages. */
export class ProblemReply {
  @ApiProperty({ example: 'urn:prongsai:problem:item.not-found' }) type: string;
  @ApiProperty() title: string;
  @ApiProperty() status: number;
  @ApiProperty({ example: 'item.not-found' }) code: string;
  @ApiProperty({ type: TwoLanguages }) detail: TwoLanguages;
  @ApiProperty({ required: false, type: [Object], description: 'Every objection of a refused deed: code and detail' })
  objections?: object[];
  @ApiProperty({ required: false, type: [Object], description: 'The fields that were refused' }) fields?: object[];
  @ApiProperty({ required: false, description: 'Which of several causes of this code it was' }) reason?: string;
  @ApiProperty({ required: false, description: 'State of the item now' }) state?: string;
  @ApiProperty({ required: false, description: 'Version of the item now' }) version?: number;
  @ApiProperty({ example: '7QX4-M2KA' }) reference: string;
}

const ALWAYS: readonly ErrorCode[] = [
  'input.invalid',
  'input.control-character',
  'input.body-too-large',
  'request.wrong-type',
  'request.forbidden-origin',
  'system.unavailable',
  'system.unexpected',
];
const SIGNED_IN: readonly ErrorCode[] = ['sign-in.required', 'permission.denied'];

/** The refusals of a route, by status, each with its codes. */
export const Refuses = (...codes: readonly ErrorCode[]): MethodDecorator =>
  refusals([...ALWAYS, ...SIGNED_IN, ...codes]);

/** The same for routes that need no sign-in. */
export const RefusesAnybody = (...codes: readonly ErrorCode[]): MethodDecorator => refusals([...ALWAYS, ...codes]);

function refusals(codes: readonly ErrorCode[]): MethodDecorator {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of new Set(codes)) byStatus.set(statusOf(code), [...(byStatus.get(statusOf(code)) ?? []), code]);
  const responses = [...byStatus].map(([status, ofStatus]) =>
    ApiResponse({
      status,
      description: ofStatus.join(', '),
      content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemReply) } } },
    }),
  );
  return applyDecorators(ApiExtraModels(ProblemReply), ...responses);
}
