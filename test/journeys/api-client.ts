import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { DEMO_PASSWORD } from '../../src/app/demo-organization.js';

/** What the API answers to a deed. */
export interface Moved {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly contentHash: string;
}

interface Asked {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Answer {
  readonly status: number;
  readonly cookie: string;
  readonly body: unknown;
}

const LONGEST_WAIT_MS = 120_000;

/** A program that uses the HTTP API as a careful one should: one key for each deed, and the same request until it is answered. */
export class ApiClient {
  private cookie = '';

  constructor(
    private readonly webUrl: string,
    private readonly organization: string,
    private readonly userName: string,
    /** Ends all waiting. */
    private readonly enough: AbortSignal,
  ) {}

  get(path: string): Promise<Moved> {
    return this.untilAnswered({ method: 'GET', path });
  }

  /** @param shownHash the text that was read before deciding */
  post(path: string, body: object, shownHash?: string): Promise<Moved> {
    const headers = { 'idempotency-key': randomUUID(), ...(shownHash ? { 'if-match': `"${shownHash}"` } : {}) };
    return this.untilAnswered({ method: 'POST', path, body, headers });
  }

  put(path: string, body: object): Promise<Moved> {
    return this.untilAnswered({ method: 'PUT', path, body, headers: { 'idempotency-key': randomUUID() } });
  }

  /** No answer, 5xx and "still running" say nothing about what happened: the same key is asked again. */
  private async untilAnswered(asked: Asked): Promise<Moved> {
    for (const end = Date.now() + LONGEST_WAIT_MS; Date.now() < end; await pause(200)) {
      this.enough.throwIfAborted();
      const answer = await this.ask(asked).catch(() => null); // half an answer is none
      if (answer === null || answer.status >= 500) continue;
      if (answer.status < 300) return answer.body as Moved; // checked by the API's own tests
      const { code } = answer.body as { code?: string };
      if (code === 'sign-in.required' || code === 'sign-in.confirm') await this.signIn().catch(() => null);
      else if (code !== 'idempotency.still-running')
        throw new Error(`${asked.method} ${asked.path}: ${JSON.stringify(answer.body)}`);
    }
    throw new Error(`${asked.method} ${asked.path} was not answered`);
  }

  private async signIn(): Promise<void> {
    const body = { organization: this.organization, userName: this.userName, password: DEMO_PASSWORD };
    const answer = await this.ask({ method: 'POST', path: '/session', body });
    if (answer.status === 200 && answer.cookie) this.cookie = answer.cookie;
  }

  private async ask({ method, path, body, headers = {} }: Asked): Promise<Answer> {
    const response = await fetch(`${this.webUrl}/api/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json', cookie: this.cookie, ...headers },
      body: body && JSON.stringify(body),
      signal: AbortSignal.any([this.enough, AbortSignal.timeout(15_000)]),
    });
    const [cookie = ''] = response.headers.getSetCookie();
    return { status: response.status, cookie: cookie.split(';')[0] ?? '', body: await response.json() };
  }
}
