import type { BlobStore } from '../storage/blob-store.js';
import type { PrintRequest, Printing } from './print-request.js';

const KEPT = /^sha256:([0-9a-f]{64})$/;

/**
 * Printing that puts kept pictures where a document only names them by hash: what is frozen and signed stays small, and
 * the process that prints opens no files.
 */
export const picturedPrinting = (printing: Printing, blobs: BlobStore): Printing => ({
  /** @throws DomainError as Printing.print; edition.bytes-missing, edition.bytes-differ for a picture that is gone or was changed */
  print: async (request: PrintRequest, signal?: AbortSignal) =>
    printing.print({ ...request, data: await withPictures(request.data, blobs) }, signal),
});

async function withPictures(data: unknown, blobs: BlobStore): Promise<unknown> {
  if (!isRecord(data) || !Array.isArray(data.annexes)) return data;
  const annexes = await Promise.all(data.annexes.map((annex: unknown) => withPicturesOf(annex, blobs)));
  return { ...data, annexes };
}

async function withPicturesOf(annex: unknown, blobs: BlobStore): Promise<unknown> {
  if (!isRecord(annex) || !Array.isArray(annex.pictures)) return annex;
  const pictures: unknown[] = [];
  for (const picture of annex.pictures as unknown[]) {
    const sha256 = isRecord(picture) && typeof picture.image === 'string' ? KEPT.exec(picture.image)?.[1] : undefined;
    pictures.push(sha256 && isRecord(picture) ? { ...picture, image: dataAddress(await blobs.get(sha256)) } : picture);
  }
  return { ...annex, pictures };
}

function dataAddress(bytes: Uint8Array): string {
  const type = bytes[0] === 0x89 ? 'png' : 'jpeg';
  return `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
