import { X509Certificate } from 'node:crypto';

import { findSeal } from '../../src/sealing/find-seal.js';
import { PdfFile } from '../../src/sealing/pdf-file.js';
import { openSeal } from '../../src/sealing/seal-update.js';
import { sealPdf } from '../../src/sealing/seal-pdf.js';
import type { SealVerdict } from '../../src/sealing/seal-verdict.js';
import { verifySealedPdf } from '../../src/sealing/verify-sealed-pdf.js';
import { hasOpenssl, hasPdfsig, opensslAccepts, pdfsigSays } from './other-verifiers.js';
import { samplePdf } from './sample-pdf.js';
import type { TestSigner } from './signers.js';
import { aSigner, SEALED_AT } from './signers.js';

const verify = (pdf: Uint8Array): SealVerdict => verifySealedPdf(pdf, { now: SEALED_AT });

/** A small generator with a seed, so that a failure can be repeated (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

describe('a sealed PDF', () => {
  let sealer: TestSigner;
  let sealed: Buffer;

  beforeAll(async () => {
    sealer = await aSigner();
    sealed = Buffer.from(await sealPdf(await samplePdf(), sealer.signer, { sealedAt: SEALED_AT }));
  });

  const flipped = (at: number, mask: number): Buffer => {
    const copy = Buffer.from(sealed);
    copy[at] = (copy[at] ?? 0) ^ mask;
    return copy;
  };

  it('is not authentic with a byte of the signature or of the appended revision changed', () => {
    const { holeFrom } = findSeal(sealed);
    const missed = [];
    for (let at = holeFrom - 400; at < sealed.length; at += 3) if (verify(flipped(at, 0x01)).authentic) missed.push(at);
    expect(missed).toEqual([]);
  });

  it('is not authentic with a random byte changed to a random other one', () => {
    const seed = Date.now() % 1_000_000;
    const random = randomFrom(seed);
    const tries = Array.from({ length: 1_000 }, () => [random(sealed.length), 1 + random(255)] as const);
    const missed = tries.filter(([at, mask]) => verify(flipped(at, mask)).authentic);
    expect({ seed, missed }).toEqual({ seed, missed: [] });
  });

  it('is not authentic for the other verifiers either when a byte of the document changed', () => {
    const { made } = sealer;
    for (const at of [20, 300, 900, sealed.length - 500]) {
      expect(verify(flipped(at, 0x01)).authentic).toBe(false);
      if (hasOpenssl && at < 901) expect(opensslAccepts(flipped(at, 0x01), made.issuerPem)).toBe(false);
      if (hasPdfsig) expect(pdfsigSays(flipped(at, 0x01)).isValid).toBe(false);
    }
  });

  it.each([
    ['nothing but a line end', () => '\n', 'appended-after-sealing'],
    ['words', () => 'appended', 'structure-unreadable'],
    ['an empty revision', () => revision(sealed, ''), 'appended-after-sealing'],
    ['a new object', () => revision(sealed, '', '90 0 obj\n<< >>\nendobj\n'), 'appended-after-sealing'],
    [
      'a root without the form',
      () =>
        revision(
          sealed,
          rootOf(sealed, (root) => root.replace(/\/AcroForm \d+ 0 R/, '')),
        ),
      'no-seal',
    ],
    [
      'a root with other pages',
      () =>
        revision(
          sealed,
          rootOf(sealed, (root) => root.replace(/\/Pages \d+ 0 R/, '/Pages 99 0 R')),
        ),
      'appended-after-sealing',
    ],
  ])('is not authentic after %s was appended', (_name, tail, problem) => {
    const longer = Buffer.concat([sealed, Buffer.from(tail(), 'latin1')]);
    expect(verify(longer)).toMatchObject({ authentic: false, problems: [problem] });
    if (hasPdfsig) expect(pdfsigSays(longer)).not.toMatchObject({ isValid: true, isWhole: true });
  });

  it('is not authentic once the hole holds anything besides the signature', () => {
    const { holeTo } = findSeal(sealed);
    const padded = Buffer.from(sealed);
    padded.write('ab', holeTo - 3, 'latin1');
    expect(verify(padded)).toMatchObject({ authentic: false, problems: ['signature-malformed'] });
  });

  it('is not authentic with the signature of another file', async () => {
    const other = Buffer.from(
      await sealPdf(await samplePdf({ info: { Title: 'Other!' } }), sealer.signer, { sealedAt: SEALED_AT }),
    );
    const transplanted = Buffer.from(sealed);
    const [from, to] = [findSeal(sealed), findSeal(other)];
    other.copy(transplanted, from.holeFrom, to.holeFrom, to.holeTo);
    expect(verify(transplanted)).toMatchObject({ authentic: false, problems: ['changed-after-sealing'] });
  });

  it('is not authentic when the byte range leaves a gap', () => {
    const gap = Buffer.from(sealed);
    const at = gap.indexOf('/ByteRange [0 ') + '/ByteRange [0 '.length;
    gap.write(String(findSeal(sealed).holeFrom - 1), at, 'latin1');
    expect(verify(gap).problems).toContain('byte-range-wrong');
  });

  it('is not authentic for a reader who trusts another issuer', async () => {
    const another = await aSigner('p-256', 'เทศบาลตำบลสมมติ');
    const [own, foreign] = [sealer, another].map(({ made }) => new X509Certificate(made.issuerPem));
    expect(verifySealedPdf(sealed, { now: SEALED_AT, trustedRoots: [own!] })).toMatchObject({
      authentic: true,
      notes: ['demo-certificate', 'time-not-proven'],
    }); // two given, two taken
    expect(verifySealedPdf(sealed, { now: SEALED_AT, trustedRoots: [foreign!] })).toMatchObject({
      authentic: false,
      problems: ['issuer-not-trusted'],
    }); // as above
    expect(verifySealedPdf(sealed, { now: SEALED_AT, trustedRoots: [] })).toMatchObject({
      authentic: false,
      problems: ['issuer-not-trusted'],
    });
  });

  it('is not authentic where a time stamp is asked for', () => {
    expect(verifySealedPdf(sealed, { now: SEALED_AT, minimumLevel: 'B-T' })).toMatchObject({
      authentic: false,
      problems: ['level-too-low'],
      level: 'B-B',
    });
  });

  it('is not authentic when it claims to come from the future', () => {
    const earlier = new Date(SEALED_AT.getTime() - 6 * 60_000);
    expect(verifySealedPdf(sealed, { now: earlier })).toMatchObject({
      authentic: false,
      problems: ['sealing-time-in-future'],
    });
  });

  it('stays authentic after its certificate ended, and says so', () => {
    expect(verifySealedPdf(sealed, { now: new Date('2040-01-01T00:00:00Z') })).toMatchObject({
      authentic: true,
      notes: ['demo-certificate', 'identity-not-checked', 'time-not-proven', 'certificate-ended-since'],
    });
  });
});

describe('bytes that were never sealed', () => {
  it.each([
    ['nothing', () => Buffer.alloc(0), 'not-a-pdf'],
    ['noise', () => Buffer.from(Array.from({ length: 5_000 }, (_, index) => (index * 7_919) % 256)), 'not-a-pdf'],
    ['a PDF without a seal', () => samplePdf(), 'no-seal'],
    ['a PDF header and nothing else', () => Buffer.from('%PDF-1.7\n'), 'structure-unreadable'],
    [
      'an open array a million deep',
      () => Buffer.from(`%PDF-1.7\nxref\ntrailer${'['.repeat(1_000_000)}startxref\n9\n%%EOF`),
      'structure-unreadable',
    ],
    ['an empty signature', async () => emptySeal(await samplePdf()), 'signature-malformed'],
  ])('such as %s are told from a sealed PDF', async (_name, make, problem) => {
    expect(verify(await make())).toMatchObject({ authentic: false, problems: [problem], signer: null, level: null });
  });

  it('such as the beginnings of a sealed PDF never make the check throw', async () => {
    const { signer } = await aSigner();
    const sealed = await sealPdf(await samplePdf(), signer, { sealedAt: SEALED_AT });
    for (let length = 0; length < sealed.length; length += 97)
      expect(verify(sealed.subarray(0, length)).authentic).toBe(false);
  });
});

const emptySeal = (pdf: Buffer): Buffer =>
  openSeal(PdfFile.of(pdf), { sealedAt: SEALED_AT, signerName: 'x' }, 100).bytes;

/** The newest root of the file, rewritten. */
function rootOf(pdf: Buffer, change: (root: string) => string): string {
  const file = PdfFile.of(pdf);
  const { number } = file.rootReference;
  return `${number} 0 obj\n${change(file.resolve(file.trailer.get('Root'))?.raw ?? '')}\nendobj\n`;
}

/** A further revision as any PDF tool could append it: the changed objects, their table and a trailer. */
function revision(pdf: Buffer, ...objects: string[]): string {
  const file = PdfFile.of(pdf);
  let body = '';
  let table = 'xref\n0 1\n0000000000 65535 f \n';
  for (const object of objects.filter((each) => each !== '')) {
    table += `${object.slice(0, object.indexOf(' '))} 1\n${String(pdf.length + body.length).padStart(10, '0')} 00000 n \n`;
    body += object;
  }
  const trailer = `trailer\n<< /Size 100 /Root ${file.rootReference.number} 0 R /Prev ${file.tableAt} >>\n`;
  return `${body}${table}${trailer}startxref\n${pdf.length + body.length}\n%%EOF\n`;
}
