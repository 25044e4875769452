export type ParameterValues = Readonly<Record<string, string | number | readonly string[] | null>>;

/** What an officer fills in; agency, signer and date are added when it is signed. */
export interface AnnouncementContent {
  /** Template name and version: "no-gift-announcement.v1". */
  readonly template: string;
  readonly languages: readonly ('th' | 'en')[];
  readonly parameters: ParameterValues;
  /** The measures it carries out. */
  readonly measureIds: readonly string[];
  /** The organization's own wording by language, copied when it was drafted; without one the template's is printed. */
  readonly wordings?: Readonly<Partial<Record<'th' | 'en', string>>>;
}
