import type { SealNote, SealProblem } from '../core/verdicts.js';

/** PAdES baseline levels this product makes and knows. */
export type SealLevel = 'B-B' | 'B-T';

export interface SealVerdict {
  /** Nothing was changed, removed or added since the named certificate sealed the file, and the seal has the form we make. */
  readonly authentic: boolean;
  readonly problems: readonly SealProblem[];
  readonly notes: readonly SealNote[];
  readonly signer: { readonly name: string; readonly organization: string; readonly issuer: string } | null;
  /** As claimed by the sealer, ISO 8601 in UTC. */
  readonly sealedAt: string | null;
  /** As witnessed by a time-stamping authority. */
  readonly timestampedAt: string | null;
  readonly level: SealLevel | null;
  /** The certificate says of itself that it has no legal effect. */
  readonly demo: boolean;
  /** Of the whole file, hexadecimal. */
  readonly sha256: string;
}

/** Ends a check early: without this nothing further can be said. */
export class SealDefect extends Error {
  constructor(readonly problem: SealProblem) {
    super(problem);
    this.name = 'SealDefect';
  }
}
