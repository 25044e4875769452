import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrganizationId } from '../database/tenant.js';
import type { FontRemark } from '../typesetting/fonts/font-report.js';
import type { FontStyle } from '../typesetting/fonts/font-style.js';

/** One file of a typeface and what was found in it. */
export interface FontFile {
  readonly sha256: string;
  /** As it was called on the administrator's disk. */
  readonly name: string;
  readonly style: FontStyle;
  /** As the file says it: "Regular", "Bold Italic". */
  readonly subfamily: string;
  /** 1 to 1000; 400 is regular, 700 is bold. */
  readonly weight: number;
  readonly remarks: readonly FontRemark[];
  /** Letters and signs that it lacks. */
  readonly missing: readonly string[];
}

/** A typeface that an organization brought for its documents. */
@Entity('document_font')
export class DocumentFontRow {
  @PrimaryColumn('uuid') organizationId: OrganizationId;
  @PrimaryColumn('uuid') id: string;
  @Column('text') family: string;
  @Column('jsonb') files: readonly FontFile[];
  /** SHA-256 (hex) over the files: the same typeface brought again is the same row. */
  @Column('text') fingerprint: string;
  /** New documents are printed in it. */
  @Column('boolean') isChosen: boolean;
  @Column('uuid') uploadedBy: string;
  @Column({ type: 'timestamptz', insert: false, update: false }) uploadedAt: Date;
  /** Since when it cannot be chosen any more; null while it can. */
  @Column('timestamptz', { nullable: true }) retiredAt: Date | null;
  @Column('uuid', { nullable: true }) retiredBy: string | null;
}
