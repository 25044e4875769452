import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether LINE sent these bytes: X-Line-Signature is base64(HMAC-SHA256(channel secret, body)); LINE Developers, "Verify webhook
 * signature". Compared in constant time.
 */
export function isSignedByLine(body: Uint8Array, signature: string | undefined, secret: string): boolean {
  const expected = createHmac('sha256', secret).update(body).digest('base64');
  const [ours, theirs] = [Buffer.from(expected), Buffer.from(signature ?? '')];
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}
