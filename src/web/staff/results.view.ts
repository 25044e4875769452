import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { textFromLines } from '../../../templates/web/components/lines-field.js';
import type { StaffFrame } from '../../../templates/web/frame.js';
import { ResultsFormPage, type ResultsFormProps } from '../../../templates/web/pages/staff/results-form.page.js';
import { stateView } from '../../../templates/web/words/item-words.js';
import { requireCapacity } from '../../approvals/actor.js';
import { MOST_FILES } from '../../core/measure/evidence-file.js';
import type { Tx } from '../../database/unit-of-work.js';
import type { Me } from '../desk.js';
import { measureDoor } from '../item-doors.js';
import { measureProof } from './item-proof.js';
import { evidenceView } from './evidence.view.js';
import { textFromEvidence } from './lines.form.js';

interface Shown {
  readonly id: string;
  /** What was typed and refused; null shows what is stored. */
  readonly typed: (ResultsFormProps['typed'] & { readonly seenVersion: string }) | null;
  readonly problems: readonly FieldProblem[];
  readonly request: Request;
}

/** The page on which an officer writes results and brings evidence. @throws DomainError permission.denied, item.not-found */
export async function resultsPage(
  tx: Tx,
  me: Me,
  frame: StaffFrame,
  { id, typed, problems, request }: Shown,
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
      results: textFromLines(content.results),
      outcomes: textFromLines(content.outcomes),
      evidence: textFromEvidence(content.evidence),
    },
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
