import type { CanonicalEvent } from '../../src/audit/canonical-event.js';
import { leafHash, MerkleFrontier } from '../../src/audit/merkle.js';
import { STATED } from '../../src/audit/stated-record.js';
import type { BundleParts } from '../../src/proofs/make-bundle.js';

const STATEMENTS: readonly string[] = Object.values(STATED).map(({ itemKind }) => itemKind);

/** The days around the sample log, whose events all lie on one of them. */
export const SAMPLE_DAYS = { from: '2026-11-20', to: '2026-11-21' };

/** The part of a sample log after a checkpoint, as a period that begins there. @param after size of a checkpoint */
export function partOf(whole: BundleParts, after: number): BundleParts {
  const read = (bytes: Uint8Array): CanonicalEvent => JSON.parse(Buffer.from(bytes).toString('utf8')) as CanonicalEvent; // of the sample
  const [before, run] = [whole.events.slice(0, after), whole.events.slice(after)];
  const touched = new Set(
    run.map(({ bytes }) => read(bytes)).flatMap(({ itemKind, itemId }) => (itemKind === 'report' ? itemId : [])),
  );
  const editions = whole.records.editions.filter(({ itemId }) => touched.has(itemId));
  const ids = new Set([...touched, ...editions.map(({ id }) => id)]);
  const earlier = before.filter(({ bytes, seq }) => {
    const { itemKind, itemId, contentHashAfter } = read(bytes);
    const isStatement = STATEMENTS.includes(itemKind) && contentHashAfter !== '';
    return isStatement || ids.has(itemId) || seq === after || whole.keys.some(({ since }) => since === seq);
  });
  const frontier = MerkleFrontier.empty();
  for (const { bytes } of before) frontier.append(leafHash(bytes));
  const isTouched = ({ itemId }: { readonly itemId: string }): boolean => touched.has(itemId);
  const { versions, decisions, overrides } = whole.records;
  return {
    ...whole,
    period: { ...SAMPLE_DAYS, after, head: before.at(-1)?.hash ?? '', edge: frontier.bytes().toString('hex'), earlier },
    events: run,
    checkpoints: whole.checkpoints.filter(({ size }) => size >= after),
    cosignatures: whole.cosignatures.filter(({ size }) => size >= after),
    records: {
      ...whole.records,
      versions: versions.filter(isTouched),
      decisions: decisions.filter(isTouched),
      overrides: overrides.filter(isTouched),
      editions,
    },
    proven: [...earlier.map(({ seq }) => seq), ...whole.proven.filter((seq) => seq > after)],
  };
}
