import { onceForKey, type Keyed } from '../approvals/request-key.js';
import type { Tx } from '../database/unit-of-work.js';
import type { Visitor } from './visitor.js';

/** A form or request with a key acts once, however often it arrives. */
export const onceFor = <Reply extends object>(
  tx: Tx,
  { organizationId, personId }: Visitor,
  key: string | null,
  request: object,
  work: () => Promise<Reply>,
): Promise<Keyed<Reply>> => onceForKey(tx, { organizationId, personId, key, request }, work);
