import type { DataPaths } from '../config/paths.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { CheckpointNow } from '../editions/edition-rendering.js';
import type { StepHandler } from '../jobs/step-processor.js';
import type { Step } from '../outbox/steps.js';
import { BundleMaking } from '../proofs/bundle-making.js';
import { KeySafe } from '../proofs/key-safe.js';
import { LogSigning } from '../proofs/log-signing.js';
import { makeExport, signLog } from '../proofs/log-steps.js';
import type { BlobStore } from '../storage/blob-store.js';

/** What the worker does for the logs, with the keys that only it opens. */
export interface LogWork {
  readonly checkpointNow: CheckpointNow;
  readonly handlers: Readonly<Record<Extract<Step, `audit.${string}`>, StepHandler>>;
}

export function logWork(unitOfWork: UnitOfWork, blobs: BlobStore, { secrets }: Pick<DataPaths, 'secrets'>): LogWork {
  const signing = new LogSigning(unitOfWork, new KeySafe(secrets));
  const making = new BundleMaking(unitOfWork, signing, blobs);
  return {
    checkpointNow: async (organizationId) => (await signing.checkpoint(organizationId)).note,
    handlers: {
      'audit.checkpoint': (claim) => signLog(unitOfWork, signing, claim),
      'audit.export': (claim, signal) => makeExport(unitOfWork, { making, blobs }, claim, signal),
    },
  };
}
