import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { verifierKey } from '../audit/signed-note.js';
import type { WholeBundle } from '../audit/bundle-verdict.js';
import { PROGRAM } from '../config/paths.js';
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
  /** `prongsai audit verify` in a process of its own, start included: chain, tree, every checkpoint, proofs, decisions, files. */
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
    const { size, checkpoints } = await verified(path, verifierKey(key.note));
    const verifyMs = performance.now() - writtenAt;
    return {
      events: size,
      checkpoints,
      bundleBytes: bundle.length,
      madeMs: Math.round(writtenAt - startedAt),
      verifyMs: Math.round(verifyMs),
      verifiedPerSecond: Math.round((EVENTS / verifyMs) * 1000),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** @throws Error when the verifier finds fault, by its exit code */
async function verified(path: string, logKey: string): Promise<WholeBundle> {
  const command = [PROGRAM, 'audit', 'verify', path, '--json', '--log-key', logKey];
  const { stdout } = await promisify(execFile)(process.execPath, command);
  return JSON.parse(stdout) as WholeBundle; // exit 0: everything holds
}
