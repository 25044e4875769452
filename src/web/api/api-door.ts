import { applyDecorators, Controller, UsePipes, ValidationPipe } from '@nestjs/common';
import { ApiCookieAuth, ApiTags } from '@nestjs/swagger';
import type { ValidationError } from 'class-validator';
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

function fieldsOf(
  { property, constraints, children = [] }: ValidationError,
  parent: string,
): { field: string; rules: string[] }[] {
  const field = parent === '' ? property : `${parent}.${property}`;
  const own = constraints ? [{ field, rules: Object.values(constraints) }] : [];
  return [...own, ...children.flatMap((child) => fieldsOf(child, field))];
}
