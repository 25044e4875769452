import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { requireCapacity } from '../approvals/actor.js';
import type { Keyed } from '../approvals/request-key.js';
import { DomainError } from '../core/errors.js';
import type { Cleaning } from '../evidence/brought-file.js';
import type { EvidenceFileRow } from '../evidence/evidence-file.entity.js';
import { storeEvidence } from '../evidence/store-evidence.js';
import { BlobStore } from '../storage/blob-store.js';
import type { AskedFile } from './asked-file.js';
import { Desk } from './desk.js';
import { removeFile, type EvidenceDoor } from './evidence-doors.js';
import type { TitledRow } from './item-doors.js';
import { sendEvidence, sendThumbnail } from './send-evidence.js';
import { EVIDENCE_CLEANING } from './tokens.js';
import { uploadedFile } from './uploads.js';
import { onceFor } from './visitor-key.js';
import type { Visitor } from './visitor.js';

interface Bringing {
  readonly id: string;
  readonly seenVersion: number;
  readonly title?: string;
  readonly key: string | null;
}

export interface Brought {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly contentHash: string;
  readonly fileId: string;
}

/** How pages and API bring files to an item and give them to those who may see the item. */
@Injectable()
export class EvidenceDesk {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(BlobStore) private readonly blobs: BlobStore,
    @Inject(EVIDENCE_CLEANING) private readonly clean: Cleaning,
  ) {}

  /**
   * Who may is asked first, the file is opened without a transaction.
   * @throws DomainError input.file-not-found, and as storeEvidence and the item's own use case
   */
  async bring<Row extends TitledRow>(
    visitor: Visitor,
    request: Request,
    door: EvidenceDoor<Row>,
    { id, seenVersion, title = '', key }: Bringing,
  ): Promise<Keyed<Brought>> {
    const brought = uploadedFile(request);
    if (!brought) throw new DomainError('input.file-not-found', { field: 'file' });
    await this.desk.at(visitor, async (tx, me) => {
      requireCapacity(me.actor, 'officer');
      await door.items.see(tx, me, id);
    });
    const file = await storeEvidence(this.blobs, this.clean, brought);
    const sha256 = createHash('sha256').update(brought.bytes).digest('hex');
    const asked = { method: request.method, path: request.path, sha256, name: brought.name, title, seenVersion };
    const { organizationId } = visitor;
    return this.desk.at(visitor, (tx, { actor }) =>
      onceFor(tx, visitor, key, asked, async () => {
        const row = await door.attach(tx, { organizationId, actor, itemId: id, seenVersion }, file, title);
        const { state, version, contentHash } = row;
        return { id, state, version, contentHash, fileId: door.lastFileIn(row) };
      }),
    );
  }

  /** Takes a file out, once for each key. @throws DomainError item.not-found, and as the item's own use case */
  async remove<Row extends TitledRow>(
    { visitor, id, fileId, path }: AskedFile,
    door: EvidenceDoor<Row>,
    { seenVersion, key }: Pick<Bringing, 'seenVersion' | 'key'>,
  ): Promise<void> {
    await this.desk.at(visitor, (tx, me) =>
      onceFor(tx, visitor, key, { path }, async () => {
        const { version } = await removeFile(tx, me, door, { id, seenVersion, fileId });
        return { version };
      }),
    );
  }

  /** @throws DomainError item.not-found, evidence.not-found, edition.bytes-missing, edition.bytes-differ */
  async sendFile<Row extends TitledRow>(response: Response, asked: AskedFile, door: EvidenceDoor<Row>): Promise<void> {
    await sendEvidence(response, this.blobs, await this.fileOf(asked, door));
  }

  /** @throws DomainError as sendFile */
  async sendThumbnail<Row extends TitledRow>(
    response: Response,
    asked: AskedFile,
    door: EvidenceDoor<Row>,
  ): Promise<void> {
    await sendThumbnail(response, this.blobs, await this.fileOf(asked, door));
  }

  private fileOf<Row extends TitledRow>(
    { visitor, id, fileId }: AskedFile,
    door: EvidenceDoor<Row>,
  ): Promise<EvidenceFileRow> {
    return this.desk.at(visitor, async (tx, me) => {
      const { item } = await door.items.see(tx, me, id);
      return door.fileOf(tx, visitor.organizationId, item, fileId);
    });
  }
}
