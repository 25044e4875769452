import { DomainError } from '../core/errors.js';
import { evidenceKindOf, type EvidenceKind } from '../core/measure/evidence-file.js';
import { cleanPdf } from './clean-pdf.js';
import { cleanPicture, thumbnailOf } from './clean-picture.js';

/** A file as somebody brought it. */
export interface BroughtFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  /** ISO 8601 instant that stands in the copy as its making: the same file at the same instant gives the same bytes. */
  readonly addedAt: string;
}

/** One page as it looks, and its words as they are read out. */
export interface EvidencePage {
  /** PNG or JPEG without any metadata. */
  readonly picture: Uint8Array;
  /** Of the text layer; empty for a picture. */
  readonly text: string;
}

/** What is left of a file: what can be seen, and the words of its text layer. Scripts, forms, attachments and metadata are gone. */
export interface CleanEvidence {
  readonly kind: EvidenceKind;
  /** What is kept and given out, of the same kind. */
  readonly file: Uint8Array;
  /** Small JPEG of the first page. */
  readonly thumbnail: Uint8Array;
  readonly pages: readonly EvidencePage[];
}

export const MOST_BYTES = 20 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

/** Makes clean evidence of a stranger's file, somewhere. */
export type Cleaning = (file: BroughtFile) => Promise<CleanEvidence>;

/**
 * @throws DomainError evidence.kind-unknown, evidence.too-large, evidence.too-many-pages, evidence.too-many-pixels,
 *   evidence.encrypted, evidence.unreadable, evidence.too-complex
 */
export async function cleanEvidence(file: BroughtFile): Promise<CleanEvidence> {
  const kind = kindWithinLimits(file.bytes);
  if (kind === 'pdf') {
    const { copy, pages } = await cleanPdf(file);
    return { kind, file: copy, pages, thumbnail: await thumbnailOf(pages[0]?.picture ?? new Uint8Array()) };
  }
  const picture = await cleanPicture(file.bytes, kind);
  return { kind, file: picture, pages: [{ picture, text: '' }], thumbnail: await thumbnailOf(picture) };
}

/** @throws DomainError evidence.kind-unknown, evidence.too-large */
export function kindWithinLimits(bytes: Uint8Array): EvidenceKind {
  if (bytes.length > MOST_BYTES)
    throw new DomainError('evidence.too-large', { field: 'file', limitMegabytes: MOST_BYTES / MEGABYTE });
  const kind = evidenceKindOf(bytes);
  if (!kind) throw new DomainError('evidence.kind-unknown', { field: 'file' });
  return kind;
}
