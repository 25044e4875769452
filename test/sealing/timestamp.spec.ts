import { timestampAuthority } from '../../src/app/timestamp-authority.js';
import { findSeal } from '../../src/sealing/find-seal.js';
import { sealPdf } from '../../src/sealing/seal-pdf.js';
import { timestampRequest, timestampToken } from '../../src/sealing/timestamp-exchange.js';
import { verifySealedPdf } from '../../src/sealing/verify-sealed-pdf.js';
import { LoopbackAuthority } from './loopback-authority.js';
import { hasOpenssl, hasPdfsig, opensslAccepts, pdfsigSays } from './other-verifiers.js';
import { samplePdf } from './sample-pdf.js';
import type { TestSigner } from './signers.js';
import { aSigner } from './signers.js';

(hasOpenssl ? describe : describe.skip)('a seal with a time stamp', () => {
  let authority: LoopbackAuthority;
  let sealer: TestSigner;
  let sealed: Buffer;
  const seal = async (url: string): Promise<Buffer> =>
    Buffer.from(
      await sealPdf(await samplePdf(), sealer.signer, { sealedAt: new Date(), getTimestamp: timestampAuthority(url) }),
    );

  beforeAll(async () => {
    [authority, sealer] = await Promise.all([LoopbackAuthority.start(), aSigner()]);
    sealed = await seal(authority.url);
  });
  afterAll(() => authority.stop());
  afterEach(() => {
    authority.answer = null;
  });

  it('has level B-T and tells the proven time', () => {
    const verdict = verifySealedPdf(sealed, { minimumLevel: 'B-T' });
    expect(verdict).toMatchObject({
      authentic: true,
      level: 'B-T',
      notes: ['demo-certificate', 'identity-not-checked'],
    });
    expect(Math.abs(Date.parse(verdict.timestampedAt ?? '') - Date.now())).toBeLessThan(600_000);
  });

  it('still convinces OpenSSL and poppler', () => {
    expect(opensslAccepts(sealed, sealer.made.issuerPem)).toBe(true);
    if (hasPdfsig) expect(pdfsigSays(sealed)).toMatchObject({ isValid: true, isWhole: true });
  });

  it('is not authentic with a byte of the hole changed, the time stamp included', () => {
    const { holeFrom, holeTo } = findSeal(sealed);
    const missed = [];
    for (let at = holeFrom; at < holeTo; at += 5) {
      const copy = Buffer.from(sealed);
      copy[at] = (copy[at] ?? 0) ^ 0x01;
      if (verifySealedPdf(copy).authentic) missed.push(at);
    }
    expect(missed).toEqual([]);
  });

  it('does not take the time stamp of another seal', async () => {
    const other = await seal(authority.url);
    const token = tokenIn(other);
    await expect(
      sealPdf(await samplePdf(), sealer.signer, { sealedAt: new Date(), getTimestamp: () => Promise.resolve(token) }),
    ).rejects.toMatchObject({ code: 'seal.failed', details: { reason: 'own-check', problems: ['timestamp-wrong'] } });
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'timestamp-malformed'],
    ['noise', Buffer.from('<html>'), 'timestamp-malformed'],
    ['a refusal', Buffer.from('30053003020102', 'hex'), 'timestamp-refused'],
  ])('is not made when the authority answers %s', async (_name, answer, reason) => {
    authority.answer = answer;
    await expect(seal(authority.url)).rejects.toMatchObject({ code: 'seal.failed', details: { reason } });
  });

  it('is not made from an answer without end, nor while the authority is away', async () => {
    authority.answer = Buffer.alloc(100_000);
    await expect(seal(authority.url)).rejects.toThrow('without end');
    await expect(seal('http://127.0.0.1:9/')).rejects.toThrow('fetch failed');
  });

  it('is not made from an answer to another request', async () => {
    const hash = Buffer.alloc(32, 1);
    const [nonce, otherNonce] = [Buffer.alloc(12, 2), Buffer.alloc(12, 3)];
    const reply = await fetch(authority.url, { method: 'POST', body: Uint8Array.from(timestampRequest(hash, nonce)) });
    const answer = new Uint8Array(await reply.arrayBuffer());
    expect(timestampToken(answer, hash, nonce).length).toBeGreaterThan(500);
    expect(() => timestampToken(answer, hash, otherNonce)).toThrow('seal.failed');
    expect(() => timestampToken(answer, Buffer.alloc(32, 9), nonce)).toThrow('seal.failed');
  });
});

/** The token lies at the end of the signature, behind its object identifier and the SET around it. */
function tokenIn(pdf: Buffer): Buffer {
  const { contents } = findSeal(pdf);
  const set = contents.indexOf(Buffer.from('060b2a864886f70d010910020e31', 'hex')) + 13;
  const from = set + 2 + (contents[set + 1]! & 0x7f); // a token is longer than 127 bytes, so the length has a long form
  return contents.subarray(from, from + 4 + contents.readUInt16BE(from + 2));
}
