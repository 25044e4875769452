import { createHash } from 'node:crypto';
import { createServer, request as ask, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

export type Mood = 'honest' | 'away' | 'truncates' | 'lies' | 'drops-replies' | 'busy';

/**
 * Stands between the public address and the web process, as a network does: mostly it only hands on, sometimes it cuts,
 * forges, delays or swallows. It remembers which files it ever handed out whole and true.
 */
export class Witness {
  mood: Mood = 'honest';
  /** Milliseconds that the next answer waits. */
  delay: () => number = () => 0;
  /** When each file was first handed out whole and true, milliseconds since 1970, by hash. */
  readonly delivered = new Map<string, number>();
  private readonly server: Server = createServer((request, reply) => {
    this.handOn(request, reply).catch(() => reply.destroy());
  });

  private constructor(private readonly upstreamPort: number) {}

  static async before(upstreamPort: number): Promise<Witness> {
    const witness = new Witness(upstreamPort);
    await new Promise<void>((listening) => witness.server.listen(0, '127.0.0.1', listening));
    return witness;
  }

  get url(): string {
    const address = this.server.address();
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  private async handOn(request: IncomingMessage, reply: ServerResponse): Promise<void> {
    await pause(this.delay(), undefined, { ref: false });
    if (this.mood === 'away') return void reply.destroy();
    if (this.mood === 'busy') return void reply.writeHead(503).end();
    const { status, headers, body } = await this.fromUpstream(request);
    const { mood } = this;
    const bytes = Buffer.from(body);
    if (mood === 'lies' && bytes.length > 0) bytes[bytes.length >> 1] = ~(bytes[bytes.length >> 1] ?? 0);
    reply.writeHead(status, { 'content-type': headers['content-type'], 'content-length': bytes.length });
    if (mood === 'drops-replies') return void reply.destroy();
    if (mood === 'truncates') return void reply.write(bytes.subarray(0, bytes.length >> 1), () => reply.destroy());
    this.remember(request.url ?? '', status, bytes);
    reply.end(bytes);
  }

  private fromUpstream({ method, url }: IncomingMessage): Promise<{
    status: number;
    headers: IncomingMessage['headers'];
    body: Buffer;
  }> {
    return new Promise((answered, failed) => {
      const asked = ask({ host: '127.0.0.1', port: this.upstreamPort, method, path: url, agent: false }, (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('error', failed);
        response.on('end', () =>
          answered({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) }),
        );
      });
      asked.on('error', failed).end();
    });
  }

  private remember(url: string, status: number, bytes: Buffer): void {
    const named = /\/files\/([0-9a-f]{64})\.pdf/.exec(url)?.[1];
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (status === 200 && named === sha256 && !this.delivered.has(sha256)) this.delivered.set(sha256, Date.now());
  }
}
