import type { Response } from 'express';
import type { EvidenceKind } from '../core/measure/evidence-file.js';
import type { EvidenceFileRow } from '../evidence/evidence-file.entity.js';
import type { BlobStore } from '../storage/blob-store.js';

const TYPES: Readonly<Record<EvidenceKind, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
};
const EXTENSIONS: Readonly<Record<EvidenceKind, string>> = { pdf: 'pdf', png: 'png', jpeg: 'jpg' };

/** The cleaned file. A browser may keep it but asks each time whether its reader still may see it. */
export async function sendEvidence(response: Response, blobs: BlobStore, file: EvidenceFileRow): Promise<void> {
  const { kind, name, sha256 } = file;
  const extension = EXTENSIONS[kind];
  const full = name.toLowerCase().endsWith(`.${extension}`) ? name : `${name}.${extension}`;
  response.setHeader('Content-Type', TYPES[kind]);
  response.setHeader(
    'Content-Disposition',
    `inline; filename="evidence.${extension}"; filename*=UTF-8''${encoded(full)}`,
  );
  response.setHeader('Cache-Control', 'private, no-cache');
  response.setHeader('ETag', `"${sha256}"`);
  response.send(Buffer.from(await blobs.get(sha256)));
}

/** A picture of the first page, the same for ever; kept an hour in the reader's own browser. */
export async function sendThumbnail(response: Response, blobs: BlobStore, file: EvidenceFileRow): Promise<void> {
  response.setHeader('Content-Type', 'image/jpeg');
  response.setHeader('Cache-Control', 'private, max-age=3600');
  response.setHeader('ETag', `"${file.thumbnailSha256}"`);
  response.send(Buffer.from(await blobs.get(file.thumbnailSha256)));
}

const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
