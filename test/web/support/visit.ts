import { DEMO_PASSWORD } from '../../../src/app/demo-organization.js';
import type { RunningWeb } from './running-web.js';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** A browser without a screen: one cookie, forms with the token of the last page. */
export class Visit {
  cookie = '';
  cookieLine = '';
  token = '';

  constructor(private readonly address: string) {}

  static async signedIn(address: string, userName: string): Promise<Visit> {
    const visit = new Visit(address);
    await visit.get('/sign-in');
    await visit.signIn(userName);
    const { status } = await visit.get('/tasks');
    if (status !== 200) throw new Error(`the first page answered ${status}`);
    return visit;
  }

  async signIn(userName: string): Promise<void> {
    const fields = { organization: 'tua-yang', userName, password: DEMO_PASSWORD };
    const { status, text } = await this.post('/sign-in', fields);
    if (status !== 303) throw new Error(`${userName} could not sign in: ${text.replace(/<[^>]+>/g, ' ')}`);
  }

  get(path: string): Promise<Reply> {
    return this.send(path, { method: 'GET' });
  }

  post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Reply> {
    return this.postWithToken(path, fields, this.token, headers);
  }

  postWithToken(
    path: string,
    fields: Record<string, string>,
    token?: string,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const body = new URLSearchParams({ ...fields, ...(token === undefined ? {} : { _csrf: token }) });
    return this.send(path, { method: 'POST', body, headers });
  }

  /** Moves the last proof of identity into the past. */
  async growOlder({ agency }: RunningWeb, milliseconds: number): Promise<void> {
    const sid = decodeURIComponent(this.cookie.split('=')[1] ?? '')
      .replace(/^s:/, '')
      .split('.')[0];
    const rows = await agency.database.look<{ sid: string }>(
      `update http_session set sess = jsonb_set(sess::jsonb, '{authenticatedAt}',
         to_jsonb((sess ->> 'authenticatedAt')::bigint - $2::bigint))::json where sid = $1 returning sid`,
      [sid, milliseconds],
    );
    if (rows.length !== 1) throw new Error('the session is not in the table');
  }

  private async send(path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Reply> {
    const headers = { ...init.headers, ...(this.cookie ? { cookie: this.cookie } : {}) };
    const response = await fetch(this.address + path, { redirect: 'manual', ...init, headers });
    const [line] = response.headers.getSetCookie();
    if (line) {
      this.cookieLine = line;
      this.cookie = line.split(';')[0] ?? '';
    }
    const text = await response.text();
    this.token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? this.token;
    return { status: response.status, headers: response.headers, text };
  }
}
