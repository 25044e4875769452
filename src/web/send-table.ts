import type { Response } from 'express';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type TableExtension = keyof typeof TYPES;

export const isTableExtension = (extension: string): extension is TableExtension => Object.hasOwn(TYPES, extension);

/** A spreadsheet to be kept by the person who asked. @param name of Latin letters, without the extension */
export function sendTable(
  response: Response,
  name: string,
  extension: TableExtension,
  content: string | Uint8Array,
): void {
  response.setHeader('Content-Type', TYPES[extension]);
  response.setHeader('Content-Disposition', `attachment; filename="${name}.${extension}"`);
  response.send(Buffer.from(content));
}
