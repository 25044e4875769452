import { join } from 'node:path';
import type { Environment } from '../config/env.js';
import { dataPaths, ROOT } from '../config/paths.js';
import type { Tx, UnitOfWork } from '../database/unit-of-work.js';
import { EditionRendering } from '../editions/edition-rendering.js';
import { EditionSealing } from '../editions/edition-sealing.js';
import { picturedPrinting } from '../editions/pictured-printing.js';
import { PrintingPool } from '../editions/printing-pool.js';
import { LinkLooking } from '../evidence/evidence-links.js';
import { ImportRunning } from '../imports/runs/import-running.js';
import type { StepHandler } from '../jobs/step-processor.js';
import type { Step } from '../outbox/steps.js';
import { intendPublication } from '../publishing/intend-publication.js';
import { Patrol } from '../publishing/patrol.js';
import { PublicationSending } from '../publishing/publication-sending.js';
import type { Intent } from '../publishing/read-intent.js';
import { SecondLook } from '../publishing/second-look.js';
import { PublicSite } from '../publishing/targets/public-site.js';
import type { Targets } from '../publishing/targets/targets.js';
import { tellDrift } from '../schedule/tell-drift.js';
import { tellPublished } from '../schedule/tell-published.js';
import { BlobStore } from '../storage/blob-store.js';
import { appendWork } from '../outbox/append-work.js';
import { logWork } from './worker-log.js';
import { confirmPublished } from './item-kinds.js';
import { openSeals } from './worker-seal.js';

const PRINTING_CHILD = join(ROOT, 'dist', 'src', 'editions', 'printing-child.js');

/** What each step does, put together, and what has to be let go in the end. */
export interface WorkerParts {
  readonly handlers: Readonly<Record<Step, StepHandler>>;
  readonly printing: PrintingPool;
}

/** Resolves when printing is warm: work that is claimed is begun at once. */
export async function workerParts(environment: Environment, unitOfWork: UnitOfWork): Promise<WorkerParts> {
  const paths = dataPaths(environment.dataFolder);
  const blobs = new BlobStore(paths.blobs);
  const targets: Targets = { 'public-site': new PublicSite(unitOfWork, environment.publicBaseUrl) };
  const sealFile = openSeals({ unitOfWork, paths, timestampUrl: environment.timestampUrl });
  const log = logWork(unitOfWork, blobs, paths, environment.timestampUrl);
  const printing = new PrintingPool(environment.workerConcurrency, PRINTING_CHILD);
  await printing.warm().catch((error: unknown) => {
    printing.close();
    throw error;
  });

  const rendering = new EditionRendering(
    unitOfWork,
    blobs,
    picturedPrinting(printing, blobs),
    ({ documentId, language }, organizationSlug) =>
      `${environment.publicBaseUrl}${targets['public-site'].addressOf({ organizationSlug, documentId, language })}`,
    log.checkpointNow,
  );
  const sealing = new EditionSealing(unitOfWork, blobs, sealFile, async (tx, edition) => {
    await intendPublication(tx, targets, edition);
    await appendWork(tx, edition.organizationId, 'audit.checkpoint', edition.organizationId);
  });
  const sending = new PublicationSending(unitOfWork, targets, confirmItem);
  const secondLook = new SecondLook(unitOfWork, targets);
  const patrol = new Patrol(unitOfWork, targets, tellDrift);
  const links = new LinkLooking(unitOfWork, environment.linksAllowedInside);
  const imports = new ImportRunning(unitOfWork, blobs);
  const handlers: WorkerParts['handlers'] = {
    'edition.render': (claim, signal) => rendering.render(claim, signal),
    'edition.seal': (claim, signal) => sealing.seal(claim, signal),
    'publication.send': (claim, signal) => sending.send(claim, signal),
    'publication.recheck': (claim, signal) => secondLook.look(claim, signal),
    'publication.patrol': (claim, signal) => patrol.look(claim, signal),
    'evidence.look': (claim, signal) => links.look(claim, signal),
    'import.run': (claim, signal) => imports.run(claim, signal),
    ...log.handlers,
  };
  return { handlers, printing };
}

/** The item is published when the last of its documents was seen. */
async function confirmItem(tx: Tx, { organizationId, itemKind, itemId, presence }: Intent): Promise<void> {
  if (presence !== 'present' || !(await confirmPublished(tx, organizationId, itemKind, itemId))) return;
  await tellPublished(tx, { organizationId, itemKind, itemId });
}
