import { createHash } from 'node:crypto';

import { SEAL_FIELD_LABEL } from '../core/thai/seal-labels.js';
import type { PdfDictionary, PdfReference } from './pdf-syntax.js';
import { PdfSyntaxError, readArray, referenceOf, writeDictionary, writeReference, writeText } from './pdf-syntax.js';
import type { PdfFile, PdfPage } from './pdf-file.js';
import { nameIn } from './pdf-file.js';

export const SEAL_SUB_FILTER = 'ETSI.CAdES.detached';

/** Print + Locked: PDF/A asks for the first and forbids hiding; nobody should drag the field about. */
const WIDGET_FLAGS = '132';
/** SignaturesExist + AppendOnly. */
const SIGNATURE_FLAGS = '3';
const NUMBER_WIDTH = 10;

export interface SealWords {
  readonly sealedAt: Date;
  /** Subject of the certificate, as readers show it. */
  readonly signerName: string;
  readonly reason?: string;
  readonly location?: string;
}

export interface OpenSeal {
  /** The whole file; everything but the hole is final. */
  readonly bytes: Buffer;
  /** Offset of the `<` of the empty signature. */
  readonly holeFrom: number;
  /** Offset behind its `>`. */
  readonly holeTo: number;
}

/**
 * Appends one revision with an empty signature of `room` bytes in an invisible field on the first page.
 * The field has no size and lies outside the page: PDF/A-2 (6.3.3) then wants no appearance and PDF/UA-1 (7.18) no tag,
 * so a file that conformed to both still does.
 * @throws PdfSyntaxError already-sealed, dynamic-form, and whatever PdfFile refuses
 */
export function openSeal(file: PdfFile, words: SealWords, room: number): OpenSeal {
  const root = file.dictionary(file.trailer.get('Root'));
  if (!root) throw new PdfSyntaxError('root-missing');
  const form = file.dictionary(root.get('AcroForm'));
  assertSealable(file, form);

  const page = file.firstPage();
  const signature = { number: file.size, generation: 0 };
  const widget = { number: file.size + 1, generation: 0 };
  const newForm = formReference(root, file.size + 2);
  const objects = [
    { reference: signature, body: signatureBody(words, room) },
    { reference: widget, body: widgetBody(page, signature, fieldName(form, file)) },
    { reference: newForm, body: formBody(file, form, widget) },
    { reference: page.reference, body: pageBody(file, page, widget) },
    ...rootChange(file.rootReference, root, newForm),
  ];
  return appendRevision(file, objects);
}

interface ChangedObject {
  readonly reference: PdfReference;
  readonly body: string;
}

function assertSealable(file: PdfFile, form: PdfDictionary | null): void {
  if (!form) return;
  if (form.has('XFA')) throw new PdfSyntaxError('dynamic-form');
  const isSigned = file.array(form.get('Fields')).some((field) => {
    const entries = file.dictionary(field);
    return nameIn(entries?.get('FT')) === 'Sig' && entries?.has('V');
  });
  if (isSigned) throw new PdfSyntaxError('already-sealed');
}

/** A form that is an object of its own keeps its number; otherwise it becomes one and the root has to name it. */
function formReference(root: PdfDictionary, free: number): PdfReference {
  return referenceOf(root.get('AcroForm')?.raw ?? '') ?? { number: free, generation: 0 };
}

function rootChange(reference: PdfReference, root: PdfDictionary, form: PdfReference): ChangedObject[] {
  if (referenceOf(root.get('AcroForm')?.raw ?? '')) return [];
  return [{ reference, body: writeDictionary(changed(root, { AcroForm: writeReference(form) })) }];
}

/** The two blanks that are filled once everything else has its place: four numbers and the hole. */
function signatureBody({ sealedAt, signerName, reason, location }: SealWords, room: number): string {
  const entries: [string, string][] = [
    ['Type', '/Sig'],
    ['Filter', '/Adobe.PPKLite'],
    ['SubFilter', `/${SEAL_SUB_FILTER}`],
    ['ByteRange', byteRange(0, 0, 0)],
    ['Contents', `<${'0'.repeat(room * 2)}>`],
    ['M', `(${pdfDate(sealedAt)})`],
    ['Name', writeText(signerName)],
  ];
  if (reason) entries.push(['Reason', writeText(reason)]);
  if (location) entries.push(['Location', writeText(location)]);
  return writeDictionary(entries);
}

function widgetBody({ reference, box }: PdfPage, signature: PdfReference, name: string): string {
  const left = Math.min(box[0], box[2]) - 1;
  const bottom = Math.min(box[1], box[3]) - 1;
  return writeDictionary([
    ['Type', '/Annot'],
    ['Subtype', '/Widget'],
    ['FT', '/Sig'],
    ['T', `(${name})`],
    ['TU', writeText(SEAL_FIELD_LABEL)],
    ['F', WIDGET_FLAGS],
    ['Rect', `[${left} ${bottom} ${left} ${bottom}]`],
    ['P', writeReference(reference)],
    ['V', writeReference(signature)],
  ]);
}

/** NeedAppearances would let a reader redraw fields, which PDF/A forbids and which would change a sealed page. */
function formBody(file: PdfFile, form: PdfDictionary | null, widget: PdfReference): string {
  const fields = [...file.array(form?.get('Fields')).map(({ raw }) => raw), writeReference(widget)];
  const entries = changed(form ?? new Map(), { Fields: `[${fields.join(' ')}]`, SigFlags: SIGNATURE_FLAGS });
  entries.delete('NeedAppearances');
  return writeDictionary(entries);
}

/** PDF/UA-1 7.18.3: a page with annotations follows the structure in its tab order. */
function pageBody(file: PdfFile, { entries }: PdfPage, widget: PdfReference): string {
  const annotations = [...file.array(entries.get('Annots')).map(({ raw }) => raw), writeReference(widget)];
  const tabs = entries.get('Tabs')?.raw ?? '/S';
  return writeDictionary(changed(entries, { Annots: `[${annotations.join(' ')}]`, Tabs: tabs }));
}

function fieldName(form: PdfDictionary | null, file: PdfFile): string {
  return `ProngsaiSeal${file.array(form?.get('Fields')).length + 1}`;
}

function changed(entries: PdfDictionary, changes: Readonly<Record<string, string>>): Map<string, string> {
  const raw = [...entries].map(([key, value]): [string, string] => [key, value.raw]);
  return new Map([...raw, ...Object.entries(changes)]);
}

function appendRevision(file: PdfFile, objects: readonly ChangedObject[]): OpenSeal {
  const parts = [file.text.endsWith('\n') ? file.text : `${file.text}\n`];
  let length = parts[0]?.length ?? 0;
  const places = objects.map(({ reference, body }) => {
    const at = length;
    const part = `${reference.number} ${reference.generation} obj\n${body}\nendobj\n`;
    parts.push(part);
    length += part.length;
    return { ...reference, at };
  });
  parts.push(crossReferences(places), trailer(file, places), `startxref\n${length}\n%%EOF\n`);
  return withByteRange(parts.join(''), places[0]?.at ?? 0);
}

function crossReferences(places: readonly (PdfReference & { at: number })[]): string {
  const entries = [...places]
    .sort((one, other) => one.number - other.number)
    .map(({ number, generation, at }) => `${number} 1\n${digits(at, 10)} ${digits(generation, 5)} n \n`);
  return `xref\n${entries.join('')}`;
}

/** The second part of /ID changes with the content; made from it, the same input gives the same bytes. */
function trailer(file: PdfFile, places: readonly PdfReference[]): string {
  const size = Math.max(file.size, ...places.map(({ number }) => number + 1));
  const fingerprint = createHash('sha256').update(file.text, 'latin1').digest('hex').slice(0, 32).toUpperCase();
  const id = file.resolve(file.trailer.get('ID'));
  const firstId = (id ? readArray(file.text, id.from)[0]?.raw : undefined) ?? `<${fingerprint}>`;
  const entries = changed(file.trailer, {
    Size: String(size),
    Prev: String(file.tableAt),
    ID: `[${firstId} <${fingerprint}>]`,
  });
  return `trailer\n${writeDictionary(entries)}\n`;
}

function withByteRange(text: string, signatureAt: number): OpenSeal {
  const holeFrom = text.indexOf('/Contents <', signatureAt) + '/Contents '.length;
  const holeTo = text.indexOf('>', holeFrom) + 1;
  const empty = byteRange(0, 0, 0);
  const rangeAt = text.indexOf(empty, signatureAt);
  const bytes = Buffer.from(text, 'latin1');
  bytes.write(byteRange(holeFrom, holeTo, text.length - holeTo), rangeAt, 'latin1');
  return { bytes, holeFrom, holeTo };
}

/** Always the same width, so that filling it in moves nothing. */
function byteRange(holeFrom: number, holeTo: number, rest: number): string {
  const numbers = `[0 ${holeFrom} ${holeTo} ${rest}`;
  return `${numbers.padEnd('[0'.length + 3 * (NUMBER_WIDTH + 1))}]`;
}

const digits = (value: number, width: number): string => String(value).padStart(width, '0');

/** UTC to the second: D:20261120155700+00'00' */
const pdfDate = (date: Date): string => `D:${date.toISOString().replace(/[-:T]|\..*$/g, '')}+00'00'`;
