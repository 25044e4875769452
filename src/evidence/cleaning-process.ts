import { spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { DomainError } from '../core/errors.js';
import { limitedNode } from '../editions/limited-node.js';
import { kindWithinLimits, type BroughtFile, type CleanEvidence, type Cleaning } from './brought-file.js';
import { briefed, evidenceIn } from './cleaning-words.js';

export interface CleaningLimits {
  /** Seconds on the wall clock for one file. */
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly heapMegabytes: number;
}

const LIMITS: CleaningLimits = { wallSeconds: 90, cpuSeconds: 60, heapMegabytes: 768 };
const LONGEST_ANSWER = 120 * 1024 * 1024;
/** Files opened at once; as many others as stated wait their turn, more are asked to come back. */
const AT_ONCE = 2;
const MOST_WAITING = 8;

/** Opens each file in a process of its own, which ends with it. @param program absolute path of the built `cleaning-child.js` */
export function cleaningIn(program: string, limits: CleaningLimits = LIMITS): Cleaning {
  let inside = 0;
  const waiting: (() => void)[] = [];
  return async (file) => {
    kindWithinLimits(file.bytes); // what is refused at the door needs no process
    if (waiting.length >= MOST_WAITING) throw new DomainError('request.too-many');
    if (inside < AT_ONCE) inside += 1;
    else await new Promise<void>((turn) => waiting.push(turn)); // the place is handed over, not given back
    try {
      return await cleanedBy(program, limits, file);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else inside -= 1;
    }
  };
}

async function cleanedBy(program: string, limits: CleaningLimits, file: BroughtFile): Promise<CleanEvidence> {
  const [command, ...words] = limitedNode(program, limits);
  // no environment: no secret of ours is within reach of the file
  const child = spawn(command, words, { stdio: ['pipe', 'ignore', 'ignore', 'pipe'], env: { TZ: 'UTC' } });
  const timer = setTimeout(() => child.kill('SIGKILL'), limits.wallSeconds * 1000);
  try {
    const died = new Promise<never>((_never, failed) => child.once('error', failed));
    const said = Promise.race([wholeText(child.stdio[3] as Readable), died]); // a pipe, as asked for above
    send(child.stdin, briefed(file, file.bytes));
    return evidenceIn(await said);
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}

function send(input: Writable | null, bytes: Buffer): void {
  input?.on('error', () => undefined); // a child that ended early says so by what it did not answer
  input?.end(bytes);
}

async function wholeText(stream: Readable): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    // no encoding was set, so pieces are bytes
    size += piece.length;
    if (size > LONGEST_ANSWER) throw new DomainError('evidence.too-complex', { field: 'file' });
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString();
}
