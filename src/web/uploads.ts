import multer from 'multer';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { visitorOf } from './visitor.js';

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Largest plan we read and largest PDF we verify, bytes. */
export const PLAN_MAX = 10 * 1024 * 1024;
export const PDF_MAX = 20 * 1024 * 1024;

/** One file named "file" and a few short fields, in memory. */
const oneFile = (fileSize: number): RequestHandler =>
  multer({
    storage: multer.memoryStorage(),
    limits: { fileSize, files: 1, fields: 10, parts: 12, fieldNameSize: 100, fieldSize: 10_000, headerPairs: 50 },
  }).single('file');

/** Reads an upload only from somebody who signed in. */
export function uploadOfVisitor(maxBytes: number): RequestHandler {
  const read = oneFile(maxBytes);
  return (request: Request, response: Response, next: NextFunction) => {
    visitorOf(request);
    read(request, response, next);
  };
}

/** Anybody may bring a file here. */
export const uploadOfAnybody = (maxBytes: number): RequestHandler => oneFile(maxBytes);

/** The uploaded file, or null when none was chosen. Browsers send its name as UTF-8, the parser hands it on as Latin-1. */
export function uploadedFile({ file }: Request): UploadedFile | null {
  if (!file || file.size === 0) return null;
  return { name: Buffer.from(file.originalname, 'latin1').toString('utf8').slice(-200), bytes: file.buffer };
}
