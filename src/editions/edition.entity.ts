import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ItemKindName } from '../core/item.js';
import type { OrganizationId } from '../database/tenant.js';
import type { EditionFont } from './edition-font.js';

export type EditionState = 'frozen' | 'rendered' | 'sealed';
export type EditionLanguage = 'th' | 'en';

/** One immutable rendering of a document: what was signed, word for word, and the files made of it. */
@Entity('edition')
export class EditionEntity {
  @PrimaryColumn('uuid') organizationId: OrganizationId;
  @PrimaryColumn('uuid') id: string;
  @Column('text') itemKind: ItemKindName;
  @Column('uuid') itemId: string;
  /** Stays the same over all editions of a document; its permanent address is made of it. */
  @Column('uuid') documentId: string;
  /** 1, 2, 3, … within document and language. */
  @Column('integer') number: number;
  @Column('text') language: EditionLanguage;
  @Column('text') template: string;
  @Column('text') title: string;
  @Column('integer') fiscalYear: number;
  @Column('jsonb') snapshot: object;
  @Column('text') snapshotHash: string;
  /** Null: printed in the house font. */
  @Column('jsonb', { nullable: true }) font: EditionFont | null;
  @Column('timestamptz') signedAt: Date;
  /** The signed checkpoint of the log that is printed into the file; taken before the first printing, then it stands. */
  @Column('text', { nullable: true }) checkpoint: string | null;
  /** Where the public finds it, as printed into the file; fixed before the first printing. Null on editions from before that. */
  @Column('text', { nullable: true }) statusUrl: string | null;
  @Column('text') state: EditionState;
  @Column('text', { nullable: true }) renderedSha256: string | null;
  @Column('timestamptz', { nullable: true }) renderedAt: Date | null;
  @Column('text', { nullable: true }) sealedSha256: string | null;
  @Column('timestamptz', { nullable: true }) sealedAt: Date | null;
  @Column('text', { nullable: true }) sealLevel: string | null;
  /** Sealed with the certificate that the installation made itself: without legal effect. */
  @Column('boolean', { nullable: true }) sealIsDemo: boolean | null;
}
