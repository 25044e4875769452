import { DEMO_PASSWORD } from '../../../src/app/demo-organization.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look at whatever came
  readonly json: any;
}

/** A program that talks to the API with a session of its own. */
export class Program {
  private cookie = '';

  constructor(private readonly address: string) {}

  static async signedIn(address: string, userName: string, organization = 'tua-yang'): Promise<Program> {
    const program = new Program(address);
    const answer = await program.post('/api/v1/session', { organization, userName, password: DEMO_PASSWORD });
    if (answer.status !== 200) throw new Error(`${userName} could not sign in: ${answer.text}`);
    return program;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', path, { headers });
  }

  async getBytes(path: string): Promise<{ readonly headers: Headers; readonly bytes: Uint8Array<ArrayBuffer> }> {
    const response = await fetch(this.address + path, { headers: { cookie: this.cookie } });
    return { headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) };
  }

  post(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Answer> {
    return this.sendJson('POST', path, body, headers);
  }

  put(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.sendJson('PUT', path, body, headers);
  }

  upload(
    path: string,
    name: string,
    bytes: Uint8Array<ArrayBuffer>,
    fields: Record<string, string> = {},
  ): Promise<Answer> {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.set(field, value);
    form.set('file', new Blob([bytes]), name);
    return this.send('POST', path, { body: form });
  }

  sendJson(method: string, path: string, body: unknown, headers: Record<string, string>): Promise<Answer> {
    return this.send(method, path, {
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  }

  async send(
    method: string,
    path: string,
    init: { body?: string | FormData; headers?: Record<string, string> },
  ): Promise<Answer> {
    const headers = { ...init.headers, ...(this.cookie ? { cookie: this.cookie } : {}) };
    const response = await fetch(this.address + path, { method, redirect: 'manual', ...init, headers });
    const [set] = response.headers.getSetCookie();
    if (set) this.cookie = set.split(';')[0] ?? '';
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, text, json: isJson && text ? JSON.parse(text) : null };
  }
}
