import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrganizationId } from '../database/tenant.js';

/** A certificate that an organization seals with, or once did. */
@Entity('organization_certificate')
export class OrganizationCertificateRow {
  @PrimaryColumn('uuid') organizationId: OrganizationId;
  @PrimaryColumn('uuid') id: string;
  /** Key, certificates and password, locked by the vault; null once replaced. Never read along with the rest. */
  @Column('bytea', { nullable: true, select: false }) material: Buffer | null;
  @Column('text') subject: string;
  @Column('text') issuer: string;
  @Column('timestamptz') validFrom: Date;
  @Column('timestamptz') validTo: Date;
  /** Of the certificate in DER, hexadecimal. */
  @Column('text') sha256: string;
  @Column('uuid') uploadedBy: string;
  @Column({ type: 'timestamptz', insert: false, update: false }) uploadedAt: Date;
  @Column('timestamptz', { nullable: true }) replacedAt: Date | null;
}
