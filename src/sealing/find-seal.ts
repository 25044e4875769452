import type { PdfDictionary, PdfValue } from './pdf-syntax.js';
import { PdfSyntaxError, readArray, readDictionary } from './pdf-syntax.js';
import { integerOf, nameIn, PdfFile } from './pdf-file.js';
import { SEAL_SUB_FILTER } from './seal-update.js';
import type { SealProblem } from '../core/verdicts.js';
import { SealDefect } from './seal-verdict.js';

const MOST_FIELDS = 10_000;
const DEEPEST_FIELD = 20;

export interface FoundSeal {
  readonly holeFrom: number;
  readonly holeTo: number;
  /** The CMS signature with whatever pads it; hexadecimal digits decoded. */
  readonly contents: Buffer;
  /** Claimed, from the signature dictionary; null when it is not in the form we write. */
  readonly sealedAt: Date | null;
  readonly problems: readonly SealProblem[];
}

/**
 * The one signature that the newest revision of the file shows, found as a reader finds it, through the form.
 * @throws SealDefect when there is no such single signature
 */
export function findSeal(pdf: Uint8Array): FoundSeal {
  const file = openFile(pdf);
  try {
    const signature = readDictionary(file.text, onlySignature(file).from);
    return sealOf(file, signature);
  } catch (error) {
    if (error instanceof PdfSyntaxError) throw new SealDefect('structure-unreadable');
    throw error;
  }
}

function openFile(pdf: Uint8Array): PdfFile {
  try {
    return PdfFile.of(pdf);
  } catch (error) {
    if (error instanceof PdfSyntaxError)
      throw new SealDefect(error.reason === 'not-a-pdf' ? 'not-a-pdf' : 'structure-unreadable');
    throw error;
  }
}

function onlySignature(file: PdfFile): PdfValue {
  const root = file.dictionary(file.trailer.get('Root'));
  const form = file.dictionary(root?.get('AcroForm'));
  const signatures = signaturesIn(file, file.array(form?.get('Fields')));
  const [signature] = signatures;
  if (!signature) throw new SealDefect('no-seal');
  if (signatures.length > 1) throw new SealDefect('several-seals');
  return signature;
}

/** The values of all signature fields, in breadth first order; field types are inherited. */
function signaturesIn(file: PdfFile, fields: readonly PdfValue[]): PdfValue[] {
  const found: PdfValue[] = [];
  let level = fields.map((field) => ({ field, type: null as string | null })); // widened: no type is inherited at the top
  for (let depth = 0, seen = 0; level.length > 0; depth += 1) {
    seen += level.length;
    if (depth > DEEPEST_FIELD || seen > MOST_FIELDS) throw new PdfSyntaxError('form-too-large');
    level = level.flatMap(({ field, type: inherited }) => {
      const entries = file.dictionary(field);
      const type = nameIn(entries?.get('FT')) ?? inherited;
      const value = file.resolve(entries?.get('V'));
      if (type === 'Sig' && value) found.push(value);
      return file.array(entries?.get('Kids')).map((kid) => ({ field: kid, type }));
    });
  }
  return found;
}

function sealOf(file: PdfFile, signature: PdfDictionary): FoundSeal {
  const contents = signature.get('Contents');
  if (nameIn(signature.get('SubFilter')) !== SEAL_SUB_FILTER || !contents) throw new SealDefect('seal-form-unknown');
  if (!/^<(?:[0-9a-f]{2})+>$/.test(contents.raw)) throw new SealDefect('signature-malformed');
  return {
    holeFrom: contents.from,
    holeTo: contents.to,
    contents: Buffer.from(contents.raw.slice(1, -1), 'hex'),
    sealedAt: dateOf(signature.get('M')),
    problems: rangeProblems(file, signature.get('ByteRange'), contents),
  };
}

/** Two ranges: from the first byte to the hole, and from the hole to the last byte of the file. */
function rangeProblems(file: PdfFile, value: PdfValue | undefined, hole: PdfValue): SealProblem[] {
  const numbers = value ? readArray(file.text, value.from).map(integerOf) : [];
  const [start, holeFrom, holeTo, rest] = numbers;
  if (numbers.length !== 4 || start !== 0 || holeFrom !== hole.from || holeTo !== hole.to) return ['byte-range-wrong'];
  const end = hole.to + (rest ?? 0);
  if (end > file.text.length) return ['byte-range-wrong'];
  return end < file.text.length ? ['appended-after-sealing'] : [];
}

function dateOf(value: PdfValue | undefined): Date | null {
  const parts = /^\(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\+00'00'\)$/.exec(value?.raw ?? '');
  if (!parts) return null;
  const text = `${parts.slice(1, 4).join('-')}T${parts.slice(4, 7).join(':')}.000Z`;
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString() === text ? date : null;
}
