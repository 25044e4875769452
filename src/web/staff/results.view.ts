import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import type { StaffFrame } from '../../../templates/web/frame.js';
import { ResultsFormPage, type ResultsFormProps } from '../../../templates/web/pages/staff/results-form.page.js';
import { stateView } from '../../../templates/web/words/item-words.js';
import { requireCapacity } from '../../approvals/actor.js';
import { MOST_FILES } from '../../core/measure/evidence-file.js';
import { resultsOf } from '../../core/measure/interim.js';
import type { Tx } from '../../database/unit-of-work.js';
import type { Me } from '../desk.js';
import { measureDoor } from '../item-doors.js';
import { measureProof } from './item-proof.js';
import { evidenceView } from './evidence.view.js';
import { textFromEvidence } from './lines.form.js';
import { typedFromResults } from './results.form.js';

interface Shown {
  readonly id: string;
  /** What was typed and refused; null shows what is stored. */
  readonly typed: (ResultsFormProps['typed'] & { readonly seenVersion: string }) | null;
  /** Begin from the interim results, not from what is stored. */
  readonly fromInterim?: boolean;
  readonly problems: readonly FieldProblem[];
  readonly request: Request;
}

/** The page on which an officer writes results and brings evidence. @throws DomainError permission.denied, item.not-found */
export async function resultsPage(
  tx: Tx,
  me: Me,
  frame: StaffFrame,
  { id, typed, fromInterim = false, problems, request }: Shown,
): Promise<ReturnType<typeof ResultsFormPage>> {
  requireCapacity(me.actor, 'officer');
  const { item } = await measureDoor.see(tx, me, id);
  const { content } = item;
  const { links, files } = await evidenceView(tx, me, item);
  return ResultsFormPage({
    frame,
    id,
    title: item.title,
    state: stateView('measure', item.state),
    methods: content.methods,
    typed: typed ?? {
      ...typedFromResults(fromInterim && content.interim ? resultsOf(content.interim) : content),
      evidence: textFromEvidence(content.evidence),
    },
    offersInterim: item.state === 'approved' && content.interim !== undefined && typed === null && !fromInterim,
    links,
    files,
    mayChangeFiles: item.state === 'approved',
    mayAddFiles: item.state === 'approved' && files.length < MOST_FILES,
    version: String(item.version),
    seenVersion: typed?.seenVersion ?? String(item.version),
    idempotencyKey: randomUUID(),
    uploadKey: randomUUID(),
    problems,
    ...measureProof(await measureDoor.findings(tx, me, item), item, me, request),
  });
}
