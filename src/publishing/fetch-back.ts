import { createHash, randomUUID } from 'node:crypto';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';

const TIME_LIMIT_MS = 10_000;

/** What a stranger gets who asks for an address. */
export interface Fetched {
  readonly status: number;
  /** Without parameters, lower case. */
  readonly contentType: string;
  /** Whole, or null when it was cut off, longer than allowed, or of another length than announced. */
  readonly body: Buffer | null;
  readonly sha256: string | null;
}

/**
 * Fetches over a connection of its own, past caches, following no redirect.
 * @param mostBytes reading stops there
 * @returns null when there was no answer within 10 s
 */
export async function fetchBack(address: string, mostBytes: number, signal: AbortSignal): Promise<Fetched | null> {
  const url = new URL(address);
  url.searchParams.set('seen', randomUUID());
  const patience = AbortSignal.any([signal, AbortSignal.timeout(TIME_LIMIT_MS)]);
  try {
    const reply = await open(url, patience);
    const body = await bodyOf(reply, mostBytes);
    signal.throwIfAborted();
    const contentType = (reply.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    const sha256 = body && createHash('sha256').update(body).digest('hex');
    return { status: reply.statusCode ?? 0, contentType, body, sha256 };
  } catch {
    signal.throwIfAborted(); // we were told to stop: not the target's fault
    return null;
  }
}

function open(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const headers = {
    'user-agent': 'Prongsai-Verifier',
    'cache-control': 'no-cache',
    accept: '*/*',
    connection: 'close',
  };
  return new Promise((answered, failed) => {
    request(url, { agent: false, signal, headers }, answered).on('error', failed).end();
  });
}

async function bodyOf(reply: IncomingMessage, mostBytes: number): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of reply as AsyncIterable<Buffer>) {
      // no encoding was set, so pieces are bytes
      size += piece.length;
      if (size > mostBytes) return null;
      pieces.push(piece);
    }
  } catch {
    return null;
  }
  const announced = reply.headers['content-length'];
  return announced === undefined || Number(announced) === size ? Buffer.concat(pieces) : null;
}
