import { DomainError } from '../core/errors.js';
import { evidenceKindOf, type EvidenceKind } from '../core/measure/evidence-file.js';

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
  /** Of the picture, pixels. */
  readonly width: number;
  readonly height: number;
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

/** Makes clean evidence of a stranger's file, somewhere. @throws DomainError as cleanEvidence */
export type Cleaning = (file: BroughtFile) => Promise<CleanEvidence>;

const MEGABYTE = 1024 * 1024;
export const MOST_BYTES = 20 * MEGABYTE;

export const tooLarge = (): DomainError =>
  new DomainError('evidence.too-large', { field: 'file', limitMegabytes: MOST_BYTES / MEGABYTE });

/** @throws DomainError evidence.kind-unknown, evidence.too-large */
export function kindWithinLimits(bytes: Uint8Array): EvidenceKind {
  if (bytes.length > MOST_BYTES) throw tooLarge();
  const kind = evidenceKindOf(bytes);
  if (!kind) throw new DomainError('evidence.kind-unknown', { field: 'file' });
  return kind;
}
