import type { DataPaths } from '../config/paths.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { CheckpointNow } from '../editions/edition-rendering.js';
import type { StepHandler } from '../jobs/step-processor.js';
import type { Step } from '../outbox/steps.js';
import { BundleMaking } from '../proofs/bundle-making.js';
import { KeySafe } from '../proofs/key-safe.js';
import { LogSigning } from '../proofs/log-signing.js';
import { makeExport, signLog } from '../proofs/log-steps.js';
import { cosignLog } from '../proofs/cosign-log.js';
import { stampLog } from '../proofs/stamp-log.js';
import type { BlobStore } from '../storage/blob-store.js';
import { askWitness } from './ask-witness.js';
import { patientTimestamps } from './timestamp-authority.js';

/** What the worker does for the logs, with the keys that only it opens. */
export interface LogWork {
  readonly checkpointNow: CheckpointNow;
  readonly handlers: Readonly<Record<Extract<Step, `audit.${string}`>, StepHandler>>;
}

/** @param timestampUrl of the authority that stamps checkpoints; null for none */
export function logWork(
  unitOfWork: UnitOfWork,
  blobs: BlobStore,
  { secrets }: Pick<DataPaths, 'secrets'>,
  timestampUrl: string | null,
): LogWork {
  const signing = new LogSigning(unitOfWork, new KeySafe(secrets));
  const getTimestamp = timestampUrl === null ? null : patientTimestamps(timestampUrl);
  const making = new BundleMaking(unitOfWork, signing, blobs);
  return {
    checkpointNow: async (organizationId) => (await signing.checkpoint(organizationId)).note,
    handlers: {
      'audit.checkpoint': (claim) => signLog(unitOfWork, signing, claim),
      'audit.stamp': (claim, signal) => stampLog(unitOfWork, getTimestamp, claim, signal),
      'audit.cosign': (claim, signal) => cosignLog(unitOfWork, askWitness, claim, signal),
      'audit.export': (claim, signal) => makeExport(unitOfWork, { making, blobs }, claim, signal),
    },
  };
}
