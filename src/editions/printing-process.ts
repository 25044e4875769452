import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { DomainError, ERROR_CODES, type ErrorCode } from '../core/errors.js';
import type { FontReport } from '../typesetting/fonts/font-report.js';
import { frame, FrameReader, type Frame } from './frames.js';
import { limitedNode } from './limited-node.js';
import type { PrintFont, PrintRequest } from './print-request.js';

export interface PrintingLimits {
  /** Seconds on the wall clock for one document. */
  readonly wallSeconds: number;
  /** Seconds of processor time in the life of one process. */
  readonly cpuSeconds: number;
  /** Megabytes of JavaScript heap; native memory may be as much again. */
  readonly heapMegabytes: number;
  /** Most bytes of one PDF. */
  readonly longestFile: number;
}

/** How much of a dying process's complaint is kept, letters. */
const LAST_WORDS = 400;

/** One child that prints one document at a time. After any accident it is dead and must be replaced. */
export class PrintingProcess {
  printed = 0;
  private readonly child: ChildProcess;
  private waiting: { done(frame: Frame): void; failed(error: Error): void } | null = null;
  private readonly started: Promise<unknown>;
  private ended: string | null = null;
  private lastWords = '';

  constructor(
    program: string,
    private readonly limits: PrintingLimits,
  ) {
    const [command, ...words] = limitedNode(program, limits);
    // no environment: no secret of ours is within reach of a document
    this.child = spawn(command, words, { stdio: ['pipe', 'ignore', 'pipe', 'pipe'], env: { TZ: 'UTC' } });
    this.child.on('error', (error) => this.end(error.message));
    this.child.stderr?.on(
      'data',
      (text: Buffer) => (this.lastWords = (this.lastWords + text.toString()).slice(-LAST_WORDS)),
    );
    this.child.on('close', (code, signal) => this.end(`ended with ${signal ?? code}: ${this.lastWords.trim()}`));
    this.child.stdin?.on('error', () => undefined); // the exit that follows tells more
    this.started = this.nextFrame(limits.wallSeconds);
    this.started.catch(() => undefined); // reported by ready()
    const reader = new FrameReader(limits.longestFile, (each) => this.settle(each));
    (this.child.stdio[3] as Readable).on('data', (piece: Buffer) => this.read(reader, piece)); // a pipe, as asked for above
  }

  get isAlive(): boolean {
    return this.ended === null;
  }

  /** Resolves when fonts and templates are loaded. @throws DomainError document.render-failed */
  async ready(): Promise<void> {
    await this.started;
  }

  /** @throws DomainError as Printing.print says; the process is dead after document.render-failed by exit and after a time-out */
  async print({ font, ...request }: PrintRequest, signal?: AbortSignal): Promise<Uint8Array> {
    const named = { ...request, ...(font ? { family: font.family } : {}) };
    return this.ask(font?.files ?? [], frame('print', JSON.stringify(named)), signal);
  }

  /** @throws DomainError as FontExamination.inspectFonts says */
  async inspectFonts(files: readonly Uint8Array[], signal?: AbortSignal): Promise<(FontReport | null)[]> {
    const body = await this.ask(files, frame('inspect'), signal);
    return JSON.parse(body.toString()) as (FontReport | null)[]; // our own child wrote it
  }

  /** @throws DomainError as FontExamination.printSpecimen says */
  printSpecimen({ family, files }: PrintFont, signal?: AbortSignal): Promise<Uint8Array> {
    return this.ask(files, frame('specimen', JSON.stringify({ family })), signal);
  }

  private async ask(fonts: readonly Uint8Array[], question: Buffer, signal?: AbortSignal): Promise<Buffer> {
    await this.ready();
    const stop = (): void => this.kill();
    signal?.addEventListener('abort', stop, { once: true });
    try {
      if (signal?.aborted) this.kill();
      const reply = this.nextFrame(this.limits.wallSeconds);
      for (const bytes of fonts) this.child.stdin?.write(frame('font', bytes));
      this.child.stdin?.write(question);
      const { kind, body } = await reply;
      this.printed += 1;
      if (kind === 'pdf' || kind === 'reports') return body;
      throw kind === 'refused' ? refusal(body.toString()) : failure(body.toString());
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  kill(): void {
    this.child.kill('SIGKILL');
    this.end('was stopped');
  }

  private nextFrame(seconds: number): Promise<Frame> {
    if (this.ended !== null) return Promise.reject(failure(this.ended));
    return new Promise((done, failed) => {
      const timer = setTimeout(() => {
        this.settle(new DomainError('document.render-timeout', { seconds }));
        this.kill();
      }, seconds * 1000);
      this.waiting = {
        done: (each) => (clearTimeout(timer), done(each)),
        failed: (error) => (clearTimeout(timer), failed(error)),
      };
    });
  }

  private settle(result: Frame | Error): void {
    const { waiting } = this;
    this.waiting = null;
    if (result instanceof Error) waiting?.failed(result);
    else waiting?.done(result);
  }

  private read(reader: FrameReader, piece: Buffer): void {
    try {
      reader.take(piece);
    } catch (error) {
      this.settle(failure(String(error)));
      this.kill();
    }
  }

  private end(reason: string): void {
    this.ended ??= reason;
    this.settle(failure(this.ended));
  }
}

const failure = (reason: string): DomainError => new DomainError('document.render-failed', { reason });

function refusal(text: string): DomainError {
  const { code, details } = JSON.parse(text) as { code: string; details: Record<string, unknown> }; // our own child wrote it
  return ERROR_CODES.includes(code as ErrorCode) ? new DomainError(code as ErrorCode, details) : failure(code);
}
