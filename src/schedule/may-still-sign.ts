import type { Slot } from '../core/route/route.js';

/** Whom it makes sense to ask: four eyes keep out the submitter, and whoever signed in this round. */
export const mayStillSign = (
  { holders }: Pick<Slot, 'holders'>,
  { submittedBy }: { readonly submittedBy: string | null },
  { decidedBy }: { readonly decidedBy: readonly string[] },
): string[] =>
  holders.map(({ personId }) => personId).filter((person) => person !== submittedBy && !decidedBy.includes(person));
