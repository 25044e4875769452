export const EVIDENCE_KINDS = ['pdf', 'png', 'jpeg'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** A file that shows a result, as it stands in the measure: whoever endorses the results endorses these bytes. */
export interface EvidenceFile {
  readonly id: string;
  /** As its bringer called it, without folders. */
  readonly name: string;
  readonly kind: EvidenceKind;
  /** Of the cleaned file that is kept, 64 hex digits. */
  readonly sha256: string;
  /** Pages of a PDF; 1 for a picture. */
  readonly pages: number;
}

/** A picture by hash with its size in pixels, and the words of a PDF's page. */
export interface AnnexPage {
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
  readonly text: string;
}

/** A kept file as it stands, page by page, in the text that is signed. */
export interface AnnexFile {
  readonly fileId: string;
  readonly name: string;
  readonly kind: EvidenceKind;
  /** Of the whole file. */
  readonly sha256: string;
  readonly pages: readonly AnnexPage[];
}

/** Most files of one item. */
export const MOST_FILES = 20;
const LONGEST_NAME = 120;

/** The kind by the first bytes of the content, never by the name; null for everything else. */
export function evidenceKindOf(bytes: Uint8Array): EvidenceKind | null {
  const starts = (...magic: number[]): boolean => magic.every((byte, index) => bytes[index] === byte);
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'pdf';
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  return starts(0xff, 0xd8, 0xff) ? 'jpeg' : null;
}

const UNPRINTABLE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]|\p{Cs}/gu;

/** A name that can be shown, printed and saved: no folders, nothing invisible, not too long. Empty names become the kind. */
export function evidenceName(given: string, kind: EvidenceKind): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  return printableLine(last, LONGEST_NAME) || kind;
}

/** One line without anything invisible. @param longest letters; the rest is cut off */
export function printableLine(given: string, longest: number): string {
  const clean = given.normalize('NFC').replace(UNPRINTABLE, '').replace(/\s+/g, ' ').trim();
  return [...clean].slice(0, longest).join('').trim();
}
