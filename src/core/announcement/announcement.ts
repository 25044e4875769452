import type { AnnexFile } from '../measure/evidence-file.js';

export type ParameterValues = Readonly<Record<string, string | number | readonly string[] | null>>;

/** A file that is printed behind an announcement, under a title of its own. */
export interface AnnouncementAnnex extends AnnexFile {
  readonly title: string;
}

/** What an officer fills in; agency, signer and date are added when it is signed. */
export interface AnnouncementContent {
  /** Template name and version: "no-gift-announcement.v1". */
  readonly template: string;
  readonly languages: readonly ('th' | 'en')[];
  /** By name; "<name>.en" is the English text of a worded one, where it differs. */
  readonly parameters: ParameterValues;
  /** The measures it carries out. */
  readonly measureIds: readonly string[];
  /** The organization's own wording by language, copied when it was drafted; without one the template's is printed. */
  readonly wordings?: Readonly<Partial<Record<'th' | 'en', string>>>;
  /** What is printed behind it, in this order; absent where there is nothing. */
  readonly annexes?: readonly AnnouncementAnnex[];
}
