import { randomBytes } from 'node:crypto';
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
