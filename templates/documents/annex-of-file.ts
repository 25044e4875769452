import { bareName } from '../../src/core/announcement/annexes.js';
import type { AnnexFile, AnnexPage } from '../../src/core/measure/evidence-file.js';
import { alternativeOf, pageOf } from '../../src/core/thai/evidence-words.js';
import type { Annex, AnnexPicture } from './annexes.js';
import type { Language } from './document-template.js';

/** A kept file as it is printed: its pages by hash, each with what is said of it and read out for it. */
export const annexOfFile = (file: AnnexFile, language: Language, title = bareName(file.name)): Annex => ({
  title,
  pictures: file.pages.map((page, index) => pictureOf(file, page, index + 1, language)),
});

function pictureOf(
  { name, kind, pages }: AnnexFile,
  page: AnnexPage,
  number: number,
  language: Language,
): AnnexPicture {
  const { sha256, width, height, text } = page;
  const picture = { image: `sha256:${sha256}`, orientation: width > height ? 'landscape' : 'portrait' } as const;
  if (kind !== 'pdf') return { ...picture, description: name };
  return {
    ...picture,
    description: pageOf(name, number, pages.length, language),
    alternative: alternativeOf(name, number, pages.length, text, language),
  };
}
