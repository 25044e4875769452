import { jest } from '@jest/globals';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { SEAL_NOTES, SEAL_PROBLEMS } from '../../src/core/verdicts.js';
import { dataPaths } from '../../src/config/paths.js';
import { KnownSeals } from '../../src/sealing-keys/known-seals.js';
import { verifyCommand } from '../../src/cli/verify.js';
import { sealPdf } from '../../src/sealing/seal-pdf.js';
import { SEAL_NOTE_SENTENCES, SEAL_PROBLEM_SENTENCES } from '../../templates/web/verdict-sentences.js';
import { samplePdf } from './sample-pdf.js';
import { AGENCY, aSigner, type TestSigner } from './signers.js';

describe('prongsai verify', () => {
  let folder: string;
  let own: TestSigner;
  const path = (name: string): string => join(folder, name);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'verify-'));
    own = await aSigner();
    const other = await aSigner('p-256', 'เทศบาลตำบลสมมติ');
    const sealed = Buffer.from(await sealPdf(await samplePdf(), own.signer, { sealedAt: new Date() }));
    writeFileSync(path('sealed.pdf'), sealed);
    writeFileSync(path('own.pem'), own.made.issuerPem);
    writeFileSync(path('other.pem'), other.made.issuerPem);
    writeFileSync(path('changed.pdf'), sealed.fill(0x20, 600, 601));
    writeFileSync(path('plain.pdf'), await samplePdf());
    writeFileSync(path('letter.txt'), 'not a PDF');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = async (...args: string[]): Promise<{ code: number; said: string }> => {
    const said: string[] = [];
    const spies = [process.stdout, process.stderr].map((stream) =>
      jest.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0),
    );
    try {
      return { code: await verifyCommand(args), said: said.join('') };
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
  };

  it('exits 0 for a sealed file, names the sealer and says that it is a demonstration', async () => {
    const { code, said } = await run(path('sealed.pdf'));
    expect(code).toBe(0);
    for (const words of ['ไฟล์ถูกต้อง', 'Genuine', AGENCY, 'ตราประทับสาธิต ไม่มีผลทางกฎหมาย', 'PAdES B-B', 'not checked'])
      expect(said).toContain(words);
  });

  it('knows the seals of the installation on this machine, and says of others that it did not check', async () => {
    const before = process.env.PRONGSAI_DATA;
    process.env.PRONGSAI_DATA = folder;
    try {
      expect((await run(path('sealed.pdf'))).said).toContain('not checked');
      await new KnownSeals(dataPaths(folder).knownSeals).remember(new X509Certificate(own.made.certificatesPem).raw);
      const { code, said } = await run(path('sealed.pdf'));
      expect(code).toBe(0);
      expect(said).not.toContain('not checked');
      expect((await run(path('changed.pdf'))).code).toBe(1);
    } finally {
      if (before === undefined) delete process.env.PRONGSAI_DATA;
      else process.env.PRONGSAI_DATA = before;
    }
  });

  it('exits 1 for a changed and for an unsealed file, with the reason in both languages', async () => {
    const changed = await run(path('changed.pdf'));
    expect(changed.code).toBe(1);
    for (const words of ['เนื้อหาถูกแก้ไขหลังจากประทับตรา', 'changed after the file was sealed', 'NOT genuine'])
      expect(changed.said).toContain(words);
    expect(await run(path('plain.pdf'))).toMatchObject({
      code: 1,
      said: expect.stringContaining('ไม่มีตราประทับอิเล็กทรอนิกส์') as unknown,
    });
  });

  it('exits 2 when the input cannot be used', async () => {
    expect(await run(path('letter.txt'))).toMatchObject({
      code: 2,
      said: expect.stringContaining('input.not-a-pdf') as unknown,
    });
    expect(await run(path('absent.pdf'))).toMatchObject({
      code: 2,
      said: expect.stringContaining('input.file-not-found') as unknown,
    });
    expect(await run(folder)).toMatchObject({
      code: 2,
      said: expect.stringContaining('input.is-a-folder') as unknown,
    });
    expect(await run()).toMatchObject({ code: 2 });
    expect(await run(path('sealed.pdf'), '--unknown')).toMatchObject({ code: 2 });
    expect(await run(path('sealed.pdf'), '--trust', path('letter.txt'))).toMatchObject({ code: 2 });
  });

  it('checks the issuer with --trust and the level with --require-timestamp', async () => {
    const trusted = await run(path('sealed.pdf'), '--trust', path('own.pem'));
    expect(trusted.code).toBe(0);
    expect(trusted.said).not.toContain('not checked');
    expect(await run(path('sealed.pdf'), '--trust', path('other.pem'))).toMatchObject({ code: 1 });
    expect(await run(path('sealed.pdf'), '--trust', path('other.pem'), '--trust', path('own.pem'))).toMatchObject({
      code: 0,
    });
    expect(await run(path('sealed.pdf'), '--require-timestamp')).toMatchObject({ code: 1 });
  });

  it('answers as one line of JSON with --json', async () => {
    const { said } = await run(path('changed.pdf'), '--json');
    expect(JSON.parse(said)).toMatchObject({
      authentic: false,
      problems: [
        { code: 'changed-after-sealing', th: expect.any(String) as unknown, en: expect.any(String) as unknown },
      ],
      demo: true,
      level: 'B-B',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
    });
    expect(said.trimEnd()).not.toContain('\n');
  });

  it('has a Thai and an English sentence of its own for everything it can say', () => {
    const sentences = [
      ...SEAL_PROBLEMS.map((code) => SEAL_PROBLEM_SENTENCES[code]),
      ...SEAL_NOTES.map((code) => SEAL_NOTE_SENTENCES[code]),
    ];
    for (const { th, en } of sentences) {
      expect(th).toMatch(/[\u0e01-\u0e4e]/);
      expect(en).toMatch(/^[\x20-\x7e]+\.$/);
    }
    expect(new Set(sentences.map(({ th }) => th)).size).toBe(sentences.length);
  });
});
