import { DomainError, ERROR_CODES, type ErrorCode } from '../core/errors.js';
import type { EvidenceKind } from '../core/measure/evidence-file.js';
import type { CleanEvidence, EvidencePage } from './brought-file.js';

/** What the cleaning child is told beside the bytes. */
export interface Brief {
  readonly name: string;
  readonly addedAt: string;
}

/** A line of JSON, then the file as it came. */
export const briefed = (brief: Brief, bytes: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`${JSON.stringify({ name: brief.name, addedAt: brief.addedAt })}\n`), bytes]);

export function briefOf(input: Buffer): { readonly brief: Brief; readonly bytes: Uint8Array } {
  const end = input.indexOf('\n');
  const brief = JSON.parse(input.subarray(0, end).toString()) as Brief; // our own parent wrote it
  return { brief, bytes: new Uint8Array(input.subarray(end + 1)) };
}

type Answer =
  | { readonly refused: { readonly code: string; readonly details: Record<string, unknown> } }
  | {
      readonly kind: EvidenceKind;
      readonly file: string;
      readonly thumbnail: string;
      readonly pages: readonly (Omit<EvidencePage, 'picture'> & { readonly picture: string })[];
    };

export const answerOf = ({ kind, file, thumbnail, pages }: CleanEvidence): string =>
  JSON.stringify({
    kind,
    file: base64(file),
    thumbnail: base64(thumbnail),
    pages: pages.map((page) => ({ ...page, picture: base64(page.picture) })),
  } satisfies Answer);

export const refusalOf = ({ code, details }: DomainError): string =>
  JSON.stringify({ refused: { code, details } } satisfies Answer);

/** @throws DomainError what the child refused; evidence.too-complex when it said nothing whole */
export function evidenceIn(said: string): CleanEvidence {
  const answer = parsed(said);
  if (!answer) throw new DomainError('evidence.too-complex', { field: 'file' });
  if ('refused' in answer) {
    const { code, details } = answer.refused;
    throw new DomainError(
      ERROR_CODES.find((known): known is ErrorCode => known === code) ?? 'evidence.unreadable',
      details,
    );
  }
  const { kind, file, thumbnail, pages } = answer;
  return {
    kind,
    file: fromBase64(file),
    thumbnail: fromBase64(thumbnail),
    pages: pages.map((page) => ({ ...page, picture: fromBase64(page.picture) })),
  };
}

function parsed(said: string): Answer | null {
  try {
    return JSON.parse(said) as Answer; // our own child wrote it
  } catch {
    return null;
  }
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));
