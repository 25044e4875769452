import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('organization')
export class OrganizationRow {
  @PrimaryColumn('uuid') organizationId: string;
  @Column('text') slug: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) nameEn: string | null;
  @Column('text') shortName: string;
  @Column('text') kind: string;
  @Column('text') district: string;
  @Column('text', { nullable: true }) districtEn: string | null;
  @Column('text') province: string;
  @Column('text', { nullable: true }) provinceEn: string | null;
  @Column('text', { nullable: true }) website: string | null;
  @Column('text') digits: 'thai' | 'arabic';
}

@Entity('division')
export class DivisionRow {
  @PrimaryColumn('uuid') organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('integer') position: number;
  @Column('date') startsOn: string;
  @Column('date', { nullable: true }) endsOn: string | null;
}

@Entity('person')
export class PersonRow {
  @PrimaryColumn('uuid') organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) nameEn: string | null;
  @Column('text') userName: string;
  @Column('text') passwordHash: string;
  /** Grows with every new password. */
  @Column('integer', { default: 0 }) passwordVersion: number;
  /** Until then the password is one that an administrator read out; null for an own one. */
  @Column('timestamptz', { nullable: true }) oneTimeUntil: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
}

export type PostKind = 'officer' | 'division_head' | 'chief_administrator' | 'executive' | 'administrator' | 'auditor';

@Entity('post')
export class PostRow {
  @PrimaryColumn('uuid') organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) nameEn: string | null;
  @Column('text') kind: PostKind;
  @Column('uuid', { nullable: true }) divisionId: string | null;
  /** The last day of a post that was abolished. */
  @Column('date', { nullable: true }) endsOn: string | null;
}

/** A person holds a post from a day on. */
@Entity('appointment')
export class AppointmentRow {
  @PrimaryColumn('uuid') organizationId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') personId: string;
  @Column('uuid') postId: string;
  @Column('date') startsOn: string;
  @Column('date', { nullable: true }) endsOn: string | null;
}
