import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { requireCapacity } from '../approvals/actor.js';
import type { Keyed } from '../approvals/request-key.js';
import { DomainError } from '../core/errors.js';
import type { Cleaning } from '../evidence/brought-file.js';
import { storeEvidence } from '../evidence/store-evidence.js';
import { attachEvidence } from '../measures/attach-evidence.js';
import type { MeasureRow } from '../measures/measure.entity.js';
import { BlobStore } from '../storage/blob-store.js';
import { Desk } from './desk.js';
import { measureDoor } from './item-doors.js';
import { EVIDENCE_CLEANING } from './tokens.js';
import { uploadedFile } from './uploads.js';
import { onceFor } from './visitor-key.js';
import type { Visitor } from './visitor.js';

interface Bringing {
  readonly measureId: string;
  readonly seenVersion: number;
  readonly key: string | null;
}

export interface Brought {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly contentHash: string;
  readonly fileId: string;
}

/** How pages and API bring a file to a measure: who may is asked first, the file is opened without a transaction. */
@Injectable()
export class EvidenceIntake {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(BlobStore) private readonly blobs: BlobStore,
    @Inject(EVIDENCE_CLEANING) private readonly clean: Cleaning,
  ) {}

  /** @throws DomainError input.file-not-found, and as storeEvidence and attachEvidence */
  async bring(visitor: Visitor, request: Request, { measureId, seenVersion, key }: Bringing): Promise<Keyed<Brought>> {
    const file = uploadedFile(request);
    if (!file) throw new DomainError('input.file-not-found', { field: 'file' });
    await this.desk.at(visitor, async (tx, me) => {
      requireCapacity(me.actor, 'officer');
      await measureDoor.see(tx, me, measureId);
    });
    const stored = await storeEvidence(this.blobs, this.clean, file);
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    const asked = { method: request.method, path: request.path, sha256, name: file.name, seenVersion };
    const { organizationId } = visitor;
    return this.desk.at(visitor, (tx, { actor }) =>
      onceFor(tx, visitor, key, asked, async () =>
        broughtTo(await attachEvidence(tx, { organizationId, actor, measureId, seenVersion, file: stored })),
      ),
    );
  }
}

const broughtTo = ({ id, state, version, contentHash, content }: MeasureRow): Brought => ({
  id,
  state,
  version,
  contentHash,
  fileId: content.files?.at(-1)?.id ?? '',
});
