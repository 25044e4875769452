import { DomainError } from '../core/errors.js';

/** What was seen at an address, compared with what was wanted. */
export interface Observation {
  readonly verdict: 'matches' | 'absent' | 'differs' | 'refused' | 'unreachable';
  /** In a few words, for the record: "bytes-differ", "status 503", "cut off". */
  readonly outcome: string;
  readonly sha256: string | null;
}

export const matches = (sha256: string | null): Observation => ({ verdict: 'matches', outcome: 'matches', sha256 });

/** The error of an observation that is not what was wanted; only "refused" needs a person, time may cure the others. */
export function disappointment({ verdict, outcome, sha256 }: Observation): DomainError {
  if (verdict === 'refused') return new DomainError('publication.refused', { outcome });
  if (verdict === 'unreachable') return new DomainError('publication.unreachable', { outcome });
  return new DomainError('publication.bytes-differ', { outcome, sha256 });
}
