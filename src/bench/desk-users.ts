import { randomUUID } from 'node:crypto';
import { DEMO_PASSWORD } from '../app/demo-organization.js';
import type { BenchOrganization } from './desk-seed.js';

/** Milliseconds from sending a request to the last byte of its answer. */
export interface DeskTimes {
  readonly tasksPage: number[];
  readonly itemPage: number[];
  readonly decision: number[];
}

/** The executive of an organization at a browser: looks at the own work, opens the first item, approves it, and again. */
export class BenchExecutive {
  private constructor(
    private readonly address: string,
    private readonly organization: BenchOrganization,
    private readonly cookie: string,
  ) {}

  static async signedIn(address: string, organization: BenchOrganization): Promise<BenchExecutive> {
    const body = { organization: organization.slug, userName: 'executive', password: DEMO_PASSWORD };
    const response = await fetch(`${address}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`sign-in: ${response.status} ${await response.text()}`);
    await response.arrayBuffer();
    return new BenchExecutive(address, organization, response.headers.getSetCookie()[0]?.split(';')[0] ?? '');
  }

  /** Decides on as many items as are wanted, without pausing to think. */
  async work(decisions: number, times: DeskTimes): Promise<void> {
    for (const { id, contentHash } of this.organization.waiting.slice(0, decisions)) {
      times.tasksPage.push(await this.timed('/tasks'));
      times.itemPage.push(await this.timed(`/measures/${id}`));
      const headers = {
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        'if-match': `"${contentHash}"`,
      };
      times.decision.push(
        await this.timed(`/api/v1/measures/${id}/acts/approve`, { method: 'POST', headers, body: '{}' }),
      );
    }
  }

  private async timed(path: string, given: { method?: string; headers?: object; body?: string } = {}): Promise<number> {
    const startedAt = performance.now();
    const headers = { ...given.headers, cookie: this.cookie };
    const response = await fetch(this.address + path, { ...given, headers, redirect: 'manual' });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`);
    return performance.now() - startedAt;
  }
}
