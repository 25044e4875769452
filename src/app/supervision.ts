import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

const SUPERVISION_LOCK = 7_046_003;

/** The right to stop an embedded server. A killed holder loses it with its connection. */
export interface Supervision {
  release(): Promise<void>;
}

/** Null when another living process supervises the server and keeps doing so for `patienceMs`. */
export async function claimSupervision(superuserUrl: string, patienceMs: number): Promise<Supervision | null> {
  const client = new Client({ connectionString: superuserUrl, application_name: 'prongsai-supervisor' });
  client.on('error', () => undefined); // the server was killed: whoever starts it again claims it again
  await client.connect();
  for (const deadline = performance.now() + patienceMs; ; await pause(250)) {
    const { rows } = await client.query<{ claimed: boolean }>('select pg_try_advisory_lock($1) as claimed', [
      SUPERVISION_LOCK,
    ]);
    if (rows[0]?.claimed) return { release: () => client.end() };
    if (performance.now() > deadline) break;
  }
  await client.end();
  return null;
}
