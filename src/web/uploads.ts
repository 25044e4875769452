import multer from 'multer';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { DomainError } from '../core/errors.js';
import { MOST_BYTES } from '../evidence/brought-file.js';
import { visitorOf } from './visitor.js';

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Largest plan we read and largest PDF we verify, bytes. */
export const PLAN_MAX = 10 * 1024 * 1024;
export const PDF_MAX = 20 * 1024 * 1024;
/** Largest file of evidence. */
export const EVIDENCE_MAX = MOST_BYTES;
/** Largest PKCS#12 file that is read at all, bytes. */
export const PKCS12_MAX = 1024 * 1024;
/** Largest font file, bytes, and how many make a typeface. */
export const FONT_MAX = 8 * 1024 * 1024;
export const FONT_FILES = 4;

/** One file named "file" and a few short fields, in memory. */
const oneFile = (fileSize: number, tooLarge = inputTooLarge): RequestHandler =>
  tolerant(parser(fileSize, 1).single('file'), tooLarge);

const parser = (fileSize: number, files: number): multer.Multer =>
  multer({
    storage: multer.memoryStorage(),
    limits: { fileSize, files, fields: 10, parts: 11 + files, fieldNameSize: 100, fieldSize: 10_000, headerPairs: 50 },
  });

/** Whatever the parser dislikes is the sender's fault. */
function tolerant(parse: RequestHandler, tooLarge = inputTooLarge): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) =>
    parse(request, response, (error: unknown) => next(error === undefined ? undefined : refusalOf(error, tooLarge)));
}

const inputTooLarge = (): DomainError => new DomainError('input.body-too-large');

const refusalOf = (error: unknown, tooLarge: () => DomainError): DomainError =>
  error instanceof multer.MulterError && error.code === 'LIMIT_FILE_SIZE'
    ? tooLarge()
    : new DomainError('input.invalid', { field: 'file' });

/** Reads an upload only from somebody who signed in. @param tooLarge what is said of a larger one */
export const uploadOfVisitor = (maxBytes: number, tooLarge?: () => DomainError): RequestHandler =>
  ofVisitor(oneFile(maxBytes, tooLarge));

/** The same for a few files named "files". */
export const uploadsOfVisitor = (maxBytes: number, most: number): RequestHandler =>
  ofVisitor(tolerant(parser(maxBytes, most).array('files', most)));

function ofVisitor(read: RequestHandler): RequestHandler {
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

/** The uploaded file, or null when none was chosen. */
export const uploadedFile = ({ file }: Request): UploadedFile | null => (!file || file.size === 0 ? null : named(file));

/** The same where a file must come. @throws DomainError input.file-not-found, input.file-empty */
export function requiredFile(request: Request): UploadedFile {
  const file = uploadedFile(request);
  if (file) return file;
  throw new DomainError(request.file?.originalname ? 'input.file-empty' : 'input.file-not-found', { field: 'file' });
}

/** Every file of several that holds something. */
export const uploadedFiles = ({ files }: Request): UploadedFile[] =>
  Array.isArray(files) ? files.filter(({ size }) => size > 0).map(named) : [];

/** Browsers send a name as UTF-8, the parser hands it on as Latin-1. */
const named = ({ originalname, buffer }: Express.Multer.File): UploadedFile => ({
  name: Buffer.from(originalname, 'latin1').toString('utf8').slice(-200),
  bytes: buffer,
});
