import multer from 'multer';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { DomainError } from '../core/errors.js';
import { visitorOf } from './visitor.js';

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Largest plan we read and largest PDF we verify, bytes. */
export const PLAN_MAX = 10 * 1024 * 1024;
export const PDF_MAX = 20 * 1024 * 1024;
/** Largest PKCS#12 file that is read at all, bytes. */
export const PKCS12_MAX = 1024 * 1024;

/** One file named "file" and a few short fields, in memory. Whatever the parser dislikes is the sender's fault. */
function oneFile(fileSize: number): RequestHandler {
  const parse = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize, files: 1, fields: 10, parts: 12, fieldNameSize: 100, fieldSize: 10_000, headerPairs: 50 },
  }).single('file');
  return (request: Request, response: Response, next: NextFunction) =>
    parse(request, response, (error: unknown) => next(error === undefined ? undefined : refusalOf(error)));
}

const refusalOf = (error: unknown): DomainError =>
  error instanceof multer.MulterError && error.code === 'LIMIT_FILE_SIZE'
    ? new DomainError('input.body-too-large')
    : new DomainError('input.invalid', { field: 'file' });

/** Reads an upload only from somebody who signed in. */
export function uploadOfVisitor(maxBytes: number): RequestHandler {
  const read = oneFile(maxBytes);
  return (request: Request, response: Response, next: NextFunction) => {
    visitorOf(request);
    read(request, response, next);
  };
}

/** Uploads of strangers that are held in memory at once; more are asked to come back. */
const MOST_STRANGERS = 4;

/** Anybody may bring a file here. @throws DomainError request.too-many while others are being read */
export function uploadOfAnybody(maxBytes: number): RequestHandler {
  const read = oneFile(maxBytes);
  let inside = 0;
  return (request: Request, response: Response, next: NextFunction) => {
    if (!request.is('multipart/form-data')) return next();
    if (inside >= MOST_STRANGERS) return next(new DomainError('request.too-many'));
    inside += 1;
    response.once('close', () => (inside -= 1));
    read(request, response, next);
  };
}

/** The uploaded file, or null when none was chosen. Browsers send its name as UTF-8, the parser hands it on as Latin-1. */
export function uploadedFile({ file }: Request): UploadedFile | null {
  if (!file || file.size === 0) return null;
  return { name: Buffer.from(file.originalname, 'latin1').toString('utf8').slice(-200), bytes: file.buffer };
}
