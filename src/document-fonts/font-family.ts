import { DomainError } from '../core/errors.js';
import type { FontRemark, FontReport } from '../typesetting/fonts/font-report.js';
import { FONT_STYLES, styleOf, type FontStyle } from '../typesetting/fonts/font-style.js';

/** A file as it was brought, and what the examination says of it; null when it cannot be read. */
export interface ExaminedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly report: FontReport | null;
}

export interface ReadableFile extends ExaminedFile {
  readonly report: FontReport;
}

export interface FontFamily {
  readonly family: string;
  /** In the order of the styles. */
  readonly files: readonly (ReadableFile & { readonly style: FontStyle })[];
}

/** Why one file cannot be taken. */
export interface FileRefusal {
  readonly name: string;
  readonly remarks: readonly (FontRemark | 'unreadable')[];
  readonly missing: readonly string[];
}

/**
 * The files as one typeface.
 * @throws DomainError font.unusable (details.files: FileRefusal[]), font.families-differ, font.style-twice
 */
export function familyOf(examined: readonly ExaminedFile[]): FontFamily {
  const usable = examined.filter(isUsable);
  if (usable.length < examined.length) {
    throw new DomainError('font.unusable', { files: examined.filter((file) => !isUsable(file)).map(refusalOf) });
  }
  const families = [...new Set(usable.map(({ report }) => report.facts.family))];
  const [family] = families;
  if (family === undefined || families.length > 1) throw new DomainError('font.families-differ', { families });
  const files = usable.map((file) => ({ ...file, style: styleOf(file.report.facts) }));
  const twice = FONT_STYLES.find((style) => files.filter((file) => file.style === style).length > 1);
  if (twice) throw new DomainError('font.style-twice', { style: twice });
  return { family, files: files.sort((a, b) => FONT_STYLES.indexOf(a.style) - FONT_STYLES.indexOf(b.style)) };
}

const isUsable = (file: ExaminedFile): file is ReadableFile => file.report?.isUsable === true;

const refusalOf = ({ name, report }: ExaminedFile): FileRefusal => ({
  name,
  remarks: report?.remarks ?? ['unreadable'],
  missing: report ? [...report.missingThai, ...report.missingOthers] : [],
});
