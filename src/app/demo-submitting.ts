import { said, written } from '../../templates/console/demo.js';
import type { ItemRow } from '../approvals/approval.entities.js';
import type { ItemKind } from '../approvals/item-kind.js';
import { DomainError } from '../core/errors.js';
import { actChecked, type FindingsOf } from '../proofreading/act-checked.js';
import type { DemoCast } from './demo-cast.js';

export type Say = (line: string) => void;

/** An item on its way past the proof-reader. */
export interface Submission<Row, Name extends string, Effect extends string> {
  readonly kind: ItemKind<Row & ItemRow<object>, Name, Effect>;
  readonly findingsOf: FindingsOf<Row & ItemRow<object>>;
  readonly transition: Name;
  readonly item: Row & ItemRow<object> & { readonly title: string };
}

/**
 * Submits as pages and API do. Where the proof-reader finds errors, the officer of the demo says why the text goes on all the
 * same, and the reason is kept with the decisions.
 * @throws DomainError as actChecked, but proofreading.errors-found
 */
export async function submitProofread<Row, Name extends string, Effect extends string>(
  cast: DemoCast,
  { kind, findingsOf, transition, item }: Submission<Row, Name, Effect>,
  say: Say,
): Promise<void> {
  const submit = (overrideReason: string | null): Promise<unknown> =>
    cast.as('officer', (tx, actor) =>
      actChecked(tx, kind, findingsOf, {
        organizationId: cast.organizationId,
        itemId: item.id,
        transition,
        actor,
        seenVersion: null,
        shownHash: item.contentHash,
        overrideReason,
      }),
    );
  try {
    await submit(null);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'proofreading.errors-found') throw error;
    const quotes = Array.isArray(error.details.quotes) ? error.details.quotes.map(String) : [];
    say(said.overridden(item.title, Number(error.details.count), quotes));
    await submit(written.overrideReason);
  }
}
