import type { FontStyleRow } from '../../../templates/web/pages/staff/document-font.page.js';
import type { RefusedFontFile } from '../../../templates/web/pages/staff/document-font-form.page.js';
import type { DocumentFontListed } from '../../../templates/web/pages/staff/document-fonts.page.js';
import {
  type FontUse,
  FONT_STYLE_LABELS,
  fontState,
  fontVerdict,
  standInText,
} from '../../../templates/web/words/font-words.js';
import { DomainError } from '../../core/errors.js';
import { thaiShortDate } from '../../core/thai/dates.js';
import type { DigitStyle } from '../../core/thai/digits.js';
import type { DocumentFontRow } from '../../document-fonts/document-font.entity.js';
import type { FileRefusal } from '../../document-fonts/font-family.js';
import { FONT_STYLES, standInFor } from '../../typesetting/fonts/font-style.js';

const remarkCount = ({ files }: DocumentFontRow): number =>
  new Set(files.flatMap(({ remarks }): readonly string[] => remarks)).size;

export const verdictOf = (font: DocumentFontRow): string => fontVerdict(remarkCount(font));

export const useOf = ({ isChosen, retiredAt }: DocumentFontRow): FontUse => ({
  isChosen,
  isRetired: retiredAt !== null,
});

export const listedFont = (font: DocumentFontRow, digits: DigitStyle): DocumentFontListed => ({
  id: font.id,
  family: font.family,
  styles: font.files.map(({ style }) => FONT_STYLE_LABELS[style]).join(', '),
  verdict: verdictOf(font),
  broughtOn: thaiShortDate(font.uploadedAt.toISOString().slice(0, 10), digits),
  state: fontState(useOf(font)),
});

/** All four styles: what was found in the file of each, or which one stands in. */
export const styleRows = ({ files }: DocumentFontRow): FontStyleRow[] =>
  FONT_STYLES.map((style) => {
    const file = files.find((each) => each.style === style);
    if (file) {
      const { name, weight, remarks, missing } = file;
      return { label: FONT_STYLE_LABELS[style], file: `${name} (น้ำหนัก ${weight})`, found: { remarks, missing } };
    }
    const standIn = standInFor(style, (each) => files.some((other) => other.style === each)) ?? 'normal';
    return { label: FONT_STYLE_LABELS[style], file: standInText(standIn), found: null };
  });

/** The files of a refusal that names them. */
export const refusedFiles = (error: unknown): readonly RefusedFontFile[] =>
  error instanceof DomainError && error.code === 'font.unusable' ? (error.details.files as FileRefusal[]) : []; // as familyOf gives them
