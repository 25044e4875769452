import { randomBytes } from 'node:crypto';
import { DomainError } from '../core/errors.js';
import type { GetTimestamp } from '../sealing/cms-signature.js';
import { timestampRequest, timestampToken } from '../sealing/timestamp-exchange.js';

const PATIENCE_MS = 10_000;
const LARGEST_ANSWER_BYTES = 65_536;

/**
 * Asks an RFC 3161 authority over HTTP. Give it to sealPdf for level B-T.
 * @throws Error when the authority cannot be reached: an accident, to be tried again
 * @throws DomainError seal.failed timestamp-refused, timestamp-malformed
 */
export function timestampAuthority(url: string): GetTimestamp {
  return async (sha256) => {
    const nonce = randomBytes(12);
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      body: Uint8Array.from(timestampRequest(sha256, nonce)),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!response.ok) throw new Error(`time-stamping authority answered ${response.status}`);
    return timestampToken(await readCapped(response), sha256, nonce);
  };
}

/**
 * As `timestampAuthority`, for work that waits: whatever is wrong with the authority is its own affair and may pass.
 * @throws DomainError seal.timestamp-pending (details.cause)
 */
export function patientTimestamps(url: string): GetTimestamp {
  const ask = timestampAuthority(url);
  return async (sha256) => {
    try {
      return await ask(sha256);
    } catch (error) {
      throw new DomainError('seal.timestamp-pending', { cause: causeOf(error) });
    }
  };
}

function causeOf(error: unknown): string {
  if (error instanceof DomainError) return String(error.details.reason);
  return error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
}

/** What comes back is hostile input until it is verified, also in length. */
async function readCapped(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > LARGEST_ANSWER_BYTES) throw new Error('time-stamping authority answered without end');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
