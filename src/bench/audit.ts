import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { verifierKey } from '../audit/signed-note.js';
import { verifyBundle } from '../audit/verify-bundle.js';
import { bundleOf } from '../proofs/make-bundle.js';
import { sampleKey, sampleParts } from './sample-log.js';

const EVENTS = 100_000;
const CHECKPOINT_EVERY = 1_000;

export interface AuditFigures {
  readonly events: number;
  readonly checkpoints: number;
  readonly bundleBytes: number;
  /** Wall-clock milliseconds to chain the events, sign the checkpoints and write the bundle. */
  readonly madeMs: number;
  /** To check all of it offline: chain, tree, every checkpoint, proofs, decisions, files. */
  readonly verifyMs: number;
  readonly verifiedPerSecond: number;
}

/** A bundle of 100,000 events of usual length, verified from its file as an auditor would. */
export async function benchAudit(): Promise<AuditFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-audit-'));
  try {
    const path = join(folder, 'bundle.tar');
    const startedAt = performance.now();
    const key = sampleKey();
    const bundle = bundleOf(sampleParts(EVENTS, CHECKPOINT_EVERY, key), key);
    await writeFile(path, bundle);
    const writtenAt = performance.now();
    const verdict = await verifyBundle(path, { logKey: verifierKey(key.note) });
    const verifyMs = performance.now() - writtenAt;
    if (!verdict.usable || !verdict.intact || verdict.notes.length > 0) {
      throw new Error(`the bench wrote a log that does not verify: ${JSON.stringify(verdict)}`);
    }
    return {
      events: verdict.size,
      checkpoints: verdict.checkpoints,
      bundleBytes: bundle.length,
      madeMs: Math.round(writtenAt - startedAt),
      verifyMs: Math.round(verifyMs),
      verifiedPerSecond: Math.round((EVENTS / verifyMs) * 1000),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}
