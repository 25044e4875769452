import type { DocumentDefinition, TypesetOptions } from '../../src/typesetting/document-definition.js';

export type Language = 'th' | 'en';

/** A typed parameter; forms are made from these. */
export interface Parameter {
  readonly name: string;
  readonly label: { readonly th: string; readonly en: string };
  readonly hint?: { readonly th: string; readonly en: string };
  readonly type:
    'text' | 'long-text' | 'list' | 'date' | 'fiscal-year' | 'number' | 'signature-block' | 'agency' | 'table';
  readonly required: boolean;
  /** Longest accepted length in UTF-16 units (of each entry, for lists). */
  readonly maxLength?: number;
}

export interface TypesetDocument {
  readonly definition: DocumentDefinition;
  readonly options: Omit<TypesetOptions, 'createdAt'>;
}

/**
 * Pure: data in, description out; no clock, no disk. Never edited once an edition of it was sealed:
 * a new wording is the next version.
 */
export interface DocumentTemplate<Data = unknown> {
  /** Name and version: "no-gift-announcement.v1". */
  readonly id: string;
  readonly title: { readonly th: string; readonly en: string };
  readonly languages: readonly Language[];
  readonly parameters: readonly Parameter[];
  /** Plainly fictional data that renders. */
  readonly example: Data;
  /** JSON Schema (draft 2020-12) of Data, also used to refuse bad input before building. */
  readonly schema: Readonly<Record<string, unknown>>;
  build(data: Data, language: Language): TypesetDocument;
}
