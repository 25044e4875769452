import { applyDecorators, Controller, UsePipes, ValidationPipe } from '@nestjs/common';
import { ApiCookieAuth, ApiTags } from '@nestjs/swagger';
import type { ValidationError } from 'class-validator';
import { ruleSentence } from '../../../templates/web/rule-sentences.js';
import { DomainError } from '../../core/errors.js';

/** A controller of the API: below /api/v1, strict about its input, described with its tag. */
export const ApiDoor = (path: string, tag: string): ClassDecorator =>
  applyDecorators(
    Controller(`api/v1/${path}`.replace(/\/$/, '')),
    UsePipes(strictInput),
    ApiTags(tag),
    ApiCookieAuth('session'),
  );

/** Unknown fields are refused, not dropped: a program that misspells a field has to learn it. */
const strictInput = new ValidationPipe({
  whitelist: true,
  forbidNonWhitelisted: true,
  transform: true,
  exceptionFactory: (errors) =>
    new DomainError('input.invalid', { fields: errors.flatMap((error) => fieldsOf(error, '')) }),
});

interface FieldRefused {
  /** Path with dots: "period.startsOn". */
  readonly field: string;
  /** In the words of the library, with the numbers. */
  readonly rules: string[];
  readonly detail: { readonly th: string; readonly en: string };
}

function fieldsOf({ property, constraints, children = [] }: ValidationError, parent: string): FieldRefused[] {
  const field = parent === '' ? property : `${parent}.${property}`;
  const broken = Object.keys(constraints ?? {});
  const detail = { th: ruleSentence(broken, 'th'), en: ruleSentence(broken, 'en') };
  const own = constraints ? [{ field, rules: Object.values(constraints), detail }] : [];
  return [...own, ...children.flatMap((child) => fieldsOf(child, field))];
}
