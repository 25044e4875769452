import { canonicalBytes, type CanonicalEvent } from '../../src/audit/canonical-event.js';
import { chainNext, chainStart } from '../../src/audit/chain.js';
import type { TestDatabase } from '../support/database.js';

/** Times that are compared with the times of events. */
const TIMES = { item_version: 'frozen_at', decision: 'decided_at', logged_text: 'kept_at' };

/** Lets everything that an agency did so far have happened some days ago, as if nothing had been signed yet. */
export async function moveBack(database: TestDatabase, organizationId: string, days: number): Promise<void> {
  const events = await database.look<{ event: CanonicalEvent }>('select event from audit_event order by seq');
  const [opened] = await database.look<{ createdAt: string }>('select created_at as "createdAt" from audit_head');
  let head = chainStart({ organizationId, createdAt: opened?.createdAt ?? '' });
  await database.look('alter table audit_event disable trigger all');
  for (const { event } of events) {
    const at = new Date(Date.parse(event.at) - days * 86_400_000).toISOString().slice(0, 19) + event.at.slice(19);
    const bytes = Buffer.from(canonicalBytes({ ...event, at }));
    head = chainNext(organizationId, Number(event.seq), head, bytes);
    await database.look(
      `update audit_event set bytes = $2, hash = $3, event = convert_from($2, 'UTF8')::jsonb where seq = $1`,
      [event.seq, bytes, head],
    );
  }
  await database.look('alter table audit_event enable trigger all');
  await database.look('alter table audit_checkpoint disable trigger all');
  await database.look('delete from audit_checkpoint');
  await database.look('alter table audit_checkpoint enable trigger all');
  await database.look('update audit_head set hash = $1', [head]);
  for (const [table, column] of Object.entries(TIMES)) {
    await database.look(`update ${table} set ${column} = ${column} - $1 * interval '1 day'`, [days]);
  }
}
