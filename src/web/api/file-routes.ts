import { applyDecorators, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam } from '@nestjs/swagger';
import { FILE_RESPONSE, THUMBNAIL_RESPONSE } from './evidence.dto.js';
import { MovedReply } from './item.dto.js';
import { Refuses } from './problems.decorator.js';
import { EDIT_REFUSALS } from './refusals.js';
import { WithIdempotencyKey } from './request-headers.js';

const SEES_FILE = ['item.not-found', 'evidence.not-found', 'edition.bytes-missing'] as const;
const InPath = (): MethodDecorator =>
  applyDecorators(...['id', 'fileId'].map((name) => ApiParam({ name, type: String })));

/** GET of a cleaned file beside an item. @param path ends in ":id/…/:fileId" */
export const FileRoute = (path: string): MethodDecorator =>
  applyDecorators(
    Get(path),
    InPath(),
    ApiOperation({ summary: 'The cleaned file' }),
    ApiOkResponse(FILE_RESPONSE),
    Refuses(...SEES_FILE),
  );

/** GET of its picture. @param path as of the file */
export const ThumbnailRoute = (path: string): MethodDecorator =>
  applyDecorators(
    Get(`${path}/thumbnail`),
    InPath(),
    ApiOperation({ summary: 'A small picture of its first page' }),
    ApiOkResponse(THUMBNAIL_RESPONSE),
    Refuses(...SEES_FILE),
  );

/** POST that takes a file out of the text. @param path as of the file */
export const RemovalRoute = (path: string, summary: string): MethodDecorator =>
  applyDecorators(
    Post(`${path}/removal`),
    HttpCode(200),
    InPath(),
    ApiOperation({ summary }),
    ApiOkResponse({ type: MovedReply }),
    WithIdempotencyKey(),
    Refuses(...EDIT_REFUSALS, 'evidence.not-found'),
  );
