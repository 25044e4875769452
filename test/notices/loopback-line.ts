import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Pushed {
  readonly headers: IncomingHttpHeaders;
  readonly body: { to: string; messages: { type: string; text: string }[] };
}

/** Speaks as the LINE Messaging API does: token, shape of messages, retry keys and reply tokens that count once, profiles. */
export class LoopbackLine {
  /** What readers received, once for each accepted retry key. */
  readonly delivered: Pushed[] = [];
  /** Every request, accepted or not. */
  readonly requests: Pushed[] = [];
  /** Answers instead of accepting, first one first; "lost" accepts and cuts the line before the answer. */
  readonly accidents: (number | 'lost')[] = [];
  /** What people were answered in their talk with the account. */
  readonly replies: { readonly replyToken: string; readonly text: string }[] = [];
  /** Readers without a profile any more. */
  readonly gone = new Set<string>();
  private readonly waiting: (() => void)[] = [];
  /** Reply tokens that hold no more. */
  readonly usedTokens = new Set<string>();
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

  /** The answer to one event, as soon as it is there. */
  async replyTo(event: object): Promise<string> {
    const { replyToken } = event as { replyToken: string };
    for (;;) {
      const found = this.replies.find((each) => each.replyToken === replyToken);
      if (found) return found.text;
      await new Promise<void>((arrived) => this.waiting.push(arrived));
    }
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
    if (headers.authorization !== `Bearer ${token}`) return 401;
    if (method === 'GET') return this.profile(url);
    if (method === 'POST' && url === '/v2/bot/message/reply') return this.reply(text);
    if (method !== 'POST' || url !== '/v2/bot/message/push') return 404;
    return this.push(headers, text);
  }

  private profile(url: string): number {
    const reader = /^\/v2\/bot\/profile\/(U[0-9a-f]{32})$/.exec(url)?.[1];
    return reader && !this.gone.has(reader) ? 200 : 404;
  }

  private reply(text: string): number {
    const { replyToken, messages } = JSON.parse(text) as { replyToken: string; messages: { text: string }[] };
    if (this.usedTokens.has(replyToken) || messages.length !== 1 || !messages[0]?.text) return 400;
    this.usedTokens.add(replyToken);
    this.replies.push({ replyToken, text: messages[0].text });
    for (const look of this.waiting.splice(0)) look();
    return 200;
  }

  private push(headers: IncomingHttpHeaders, text: string): number | 'lost' {
    const pushed = { headers, body: JSON.parse(text) as Pushed['body'] };
    this.requests.push(pushed);
    const key = String(headers['x-line-retry-key'] ?? '');
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key)) return 400;
    const { to, messages } = pushed.body;
    const isWhole = /^U[0-9a-f]{32}$/.test(to) && messages.length === 1 && messages[0]?.type === 'text';
    if (!isWhole || !messages[0]?.text || this.gone.has(to)) return 400;
    if (this.accepted.has(key)) return 409;
    const accident = this.accidents.shift();
    if (typeof accident === 'number') return accident;
    this.accepted.add(key);
    this.delivered.push(pushed);
    return accident ?? 200;
  }
}
