import { createServer, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { documentPage, fileByHash } from '../../src/publishing/public-pages.queries.js';
import type { BlobStore } from '../../src/storage/blob-store.js';
import type { TestAgency } from '../support/agency.js';

export type Mood =
  | 'honest'
  | 'away'
  | 'truncates'
  | 'lies'
  | 'wrong-type'
  | 'stale-page'
  | 'drops-replies'
  | 'redirects'
  | 'endless'
  | 'busy'
  | 'forbids';

/** The public site on loopback: serves what the database holds, in the manner of its mood. */
export class HostileSite {
  mood: Mood = 'honest';
  readonly requests: string[] = [];
  /** Runs once, when the next file was asked for and before it is answered. */
  beforeFile: (() => Promise<void>) | null = null;
  /** When each file was first handed out whole and true, milliseconds since 1970, by hash. */
  readonly delivered = new Map<string, number>();
  /** Milliseconds that the next answer waits. */
  delay: () => number = () => 0;
  private server: Server | null = null;
  private port = 0;

  constructor(
    private readonly agency: TestAgency,
    private readonly blobs: BlobStore,
  ) {}

  async listen(): Promise<void> {
    this.server = createServer((request, reply) => {
      this.requests.push(request.url ?? '');
      this.answer(new URL(request.url ?? '', 'http://site'), reply).catch((error: unknown) =>
        reply.destroy(error as Error),
      ); // only errors are thrown here
    });
    await new Promise<void>((listening) => this.server?.listen(this.port, '127.0.0.1', listening));
    const address = this.server.address();
    if (typeof address === 'object' && address) this.port = address.port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async close(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((closed) => this.server?.close(closed));
  }

  private async answer({ pathname }: URL, reply: ServerResponse): Promise<void> {
    const [, , , kind, name = '', language = ''] = pathname.split('/');
    await pause(this.delay(), undefined, { ref: false });
    if (this.mood === 'away') return void reply.destroy();
    if (this.mood === 'busy') return void reply.writeHead(503).end();
    if (this.mood === 'forbids') return void reply.writeHead(403).end();
    if (this.mood === 'redirects') return void reply.writeHead(302, { location: `${this.url}/elsewhere` }).end();
    if (kind === 'files') await this.answerFile(name.replace('.pdf', ''), reply);
    else await this.answerPage(name, language, reply);
  }

  private async answerFile(sha256: string, reply: ServerResponse): Promise<void> {
    const { beforeFile } = this;
    this.beforeFile = null;
    await beforeFile?.();
    const file = await this.agency.unitOfWork.inTenant(this.agency.organizationId, (tx) =>
      fileByHash(tx, this.agency.organizationId, sha256),
    );
    if (!file) return void reply.writeHead(404).end();
    if (file.state === 'withdrawn') return void reply.writeHead(410).end();
    const bytes = Buffer.from(await this.blobs.get(sha256));
    const type = this.mood === 'wrong-type' ? 'text/html' : 'application/pdf';
    if (this.mood === 'lies') bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
    if (this.mood === 'endless') return this.streamForEver(reply, bytes);
    reply.writeHead(200, { 'content-type': type, 'content-length': bytes.length });
    if (this.mood === 'drops-replies') return void reply.destroy();
    if (this.mood === 'truncates') return void reply.write(bytes.subarray(0, bytes.length >> 1), () => reply.destroy());
    if (this.mood !== 'lies' && !this.delivered.has(sha256)) this.delivered.set(sha256, Date.now());
    reply.end(bytes);
  }

  private streamForEver(reply: ServerResponse, bytes: Buffer): void {
    reply.writeHead(200, { 'content-type': 'application/pdf' });
    const more = (): void => {
      while (!reply.destroyed && reply.write(bytes));
      if (!reply.destroyed) reply.once('drain', more);
    };
    more();
  }

  private async answerPage(documentId: string, language: string, reply: ServerResponse): Promise<void> {
    const page = await this.agency.unitOfWork.inTenant(this.agency.organizationId, (tx) =>
      documentPage(tx, this.agency.organizationId, documentId, language),
    );
    if (!page) return void reply.writeHead(404).end();
    const shown = this.mood === 'stale-page' ? page.versions.slice(1) : page.versions;
    const links = shown
      .filter(({ state }) => state !== 'withdrawn')
      .map(({ sha256, state }) => `<a class="${state}" href="/p/test-agency/files/${sha256}.pdf">PDF</a>`);
    reply.writeHead(page.withdrawal ? 410 : 200, { 'content-type': 'text/html; charset=utf-8' });
    reply.end(`<h1>${page.title}</h1><p>${page.withdrawal?.reason ?? ''}</p>${links.join('')}`);
  }
}
