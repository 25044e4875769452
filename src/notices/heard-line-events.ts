import type { EntityManager } from 'typeorm';

/** LINE tells an event again when it had no answer; ids are kept for a week. */
const KEPT = `interval '7 days'`;

/** Whether an event has had its effect already. */
export async function wasHeard(manager: EntityManager, eventId: string): Promise<boolean> {
  const rows: object[] = await manager.query('select 1 from line_event where id = $1', [eventId]);
  return rows.length > 0;
}

/** Notes that an event has its effect now, in the transaction of the effect. @returns false when it had it before */
export async function hear(manager: EntityManager, eventId: string): Promise<boolean> {
  await manager.query(`delete from line_event where heard_at < now() - ${KEPT}`);
  const rows: object[] = await manager.query(
    'insert into line_event (id) values ($1) on conflict do nothing returning id',
    [eventId],
  );
  return rows.length > 0;
}
