import { DomainError } from '../core/errors.js';
import type { AskWitness } from '../proofs/cosign-log.js';

/** Longer than a witness like ours waits for its own worker. */
const PATIENCE_MS = 12_000;
const LARGEST_ANSWER_BYTES = 16_384;

/** Asks a witness over HTTP (C2SP tlog-witness). Whatever is wrong with its house is its own affair and may pass. */
export const askWitness: AskWitness = async (url, body) => {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return { status: response.status, body: await readCapped(response) };
  } catch (error) {
    throw new DomainError('audit.witness-pending', { cause: causeOf(error) });
  }
};

const causeOf = (error: unknown): string =>
  error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);

/** What comes back is hostile input until it is verified, also in length. */
async function readCapped(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > LARGEST_ANSWER_BYTES) throw new Error('the witness answered without end');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
