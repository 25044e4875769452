export type ParameterValues = Readonly<Record<string, string | number | readonly string[] | null>>;

/** What an officer fills in; agency, signer and date are added when it is signed. */
export interface AnnouncementContent {
  /** Template name and version: "no-gift-announcement.v1". */
  readonly template: string;
  readonly languages: readonly ('th' | 'en')[];
  readonly parameters: ParameterValues;
  /** The measures it carries out. */
  readonly measureIds: readonly string[];
}
