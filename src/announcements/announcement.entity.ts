import { Column, Entity } from 'typeorm';
import { ItemRow } from '../approvals/approval.entities.js';
import type { AnnouncementContent } from '../core/announcement/announcement.js';

@Entity('announcement')
export class AnnouncementRow extends ItemRow<AnnouncementContent> {
  /** Name of the template without its version; the content carries the version. */
  @Column('text') template: string;
  @Column('text') title: string;
  /** Shared by an announcement and its revisions: they stand at one permanent address. */
  @Column('uuid') documentId: string;
  /** Number in the register of announcements, drawn when it was signed; null before. */
  @Column('integer', { nullable: true }) number: number | null;
  /** Calendar year of the number, Buddhist era. */
  @Column('integer', { nullable: true }) numberYear: number | null;
}
