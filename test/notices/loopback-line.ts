import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Pushed {
  readonly headers: IncomingHttpHeaders;
  readonly body: { to: string; messages: { type: string; text: string }[] };
}

/** Speaks as the push endpoint of the LINE Messaging API does: token, shape of the message, retry keys that count once. */
export class LoopbackLine {
  /** What readers received, once for each accepted retry key. */
  readonly delivered: Pushed[] = [];
  /** Every request, accepted or not. */
  readonly requests: Pushed[] = [];
  /** Answers instead of accepting, first one first; "lost" accepts and cuts the line before the answer. */
  readonly accidents: (number | 'lost')[] = [];
  private readonly accepted = new Set<string>();

  private constructor(private readonly server: Server) {}

  static async open(token = 'channel-token'): Promise<LoopbackLine> {
    const server = createServer();
    const line = new LoopbackLine(server);
    server.on('request', (request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
      request.on('end', () => {
        const status = line.judge(request.url ?? '', request.method ?? '', request.headers, text, token);
        if (status === 'lost') return void request.socket.destroy();
        response.writeHead(status, { 'Content-Type': 'application/json' });
        const sentMessages = [{ id: '461230966842064897', quoteToken: 'q' }];
        response.end(JSON.stringify(status === 200 ? { sentMessages } : { message: `status ${status}` }));
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return line;
  }

  get base(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private judge(
    url: string,
    method: string,
    headers: IncomingHttpHeaders,
    text: string,
    token: string,
  ): number | 'lost' {
    if (method !== 'POST' || url !== '/v2/bot/message/push') return 404;
    if (headers.authorization !== `Bearer ${token}`) return 401;
    const pushed = { headers, body: JSON.parse(text) as Pushed['body'] };
    this.requests.push(pushed);
    const key = String(headers['x-line-retry-key'] ?? '');
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key)) return 400;
    const { to, messages } = pushed.body;
    const isWhole = /^U[0-9a-f]{32}$/.test(to) && messages.length === 1 && messages[0]?.type === 'text';
    if (!isWhole || !messages[0]?.text) return 400;
    if (this.accepted.has(key)) return 409;
    const accident = this.accidents.shift();
    if (typeof accident === 'number') return accident;
    this.accepted.add(key);
    this.delivered.push(pushed);
    return accident ?? 200;
  }
}
