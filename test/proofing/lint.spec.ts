import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { lintCommand } from '../../src/cli/lint.js';
import { CLEAN_DOCUMENTS } from '../core/proofreading/clean-documents.js';

const folder = mkdtempSync(join(tmpdir(), 'lint-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function lint(...args: string[]): Promise<Outcome> {
  const written = { out: '', err: '' };
  const collect = (stream: 'out' | 'err') => (chunk: string | Uint8Array) => {
    written[stream] += String(chunk);
    return true;
  };
  const out = jest.spyOn(process.stdout, 'write').mockImplementation(collect('out'));
  const err = jest.spyOn(process.stderr, 'write').mockImplementation(collect('err'));
  try {
    return { code: await lintCommand(args), ...written };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const linesOf = (out: string): Record<string, unknown>[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>); // one object a line is what is tested

const FAULTY =
  'องค์การบริหารส่วนตำบลตัวอย่าง อำเภอศรีสำโรง จังหวัดสุโขทัย\n\nองค์การบริหารส่วนตำบลหนองไผ่ได้เผยแพร่ทางเวปไซต์ของหน่วยงานแล้ว\n';

describe('prongsai lint', () => {
  it('prints one JSON object a line and ends with 1 when an error is found', async () => {
    const { code, out } = await lint(file('faulty.txt', FAULTY));
    const findings = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(code).toBe(1);
    expect(findings[0]).toMatchObject({
      rule: 'agency.foreign',
      severity: 'E',
      quote: 'องค์การบริหารส่วนตำบลหนองไผ่',
      suggestion: 'องค์การบริหารส่วนตำบลตัวอย่าง',
    });
    expect(FAULTY.slice(Number(findings[0]?.start), Number(findings[0]?.end))).toBe(findings[0]?.quote);
    expect(Object.keys(findings[0] ?? {})).toEqual(
      expect.arrayContaining(['rule', 'severity', 'start', 'end', 'quote', 'place', 'message', 'suggestion']),
    );
  });

  it('counts a byte order mark, and takes it for no fault', async () => {
    const text = `\uFEFF${FAULTY}`;
    const { out } = await lint(file('marked.txt', text));
    const findings = linesOf(out);
    expect(findings.map(({ quote }) => quote)).toEqual(
      linesOf((await lint(file('plain.txt', FAULTY))).out).map(({ quote }) => quote),
    );
    for (const { start, end, quote } of findings) expect(text.slice(Number(start), Number(end))).toBe(quote);
  });

  it('names characters that come out as empty frames', async () => {
    const { code, out } = await lint(file('frames.txt', 'เผยแพร่ 漢字 แล้ว 😀'));
    const found = linesOf(out).filter(({ rule }) => rule === 'character.unprintable');
    expect(code).toBe(0);
    expect(found.map(({ quote, severity }) => [quote, severity])).toEqual([
      ['漢字', 'W'],
      ['😀', 'W'],
    ]);
  });

  it('reads JSON behind a byte order mark', async () => {
    expect((await lint(file('marked.json', `\uFEFF${JSON.stringify({ text: FAULTY })}`))).code).toBe(1);
  });

  it('prints nothing and ends with 0 on a clean document', async () => {
    expect(await lint(file('clean.txt', CLEAN_DOCUMENTS[0]?.text ?? ''))).toEqual({ code: 0, out: '', err: '' });
  });

  it('ends with 0 when there are warnings only', async () => {
    expect((await lint(file('warning.txt', 'เผยแพร่ทางเวปไซต์ของหน่วยงาน'))).code).toBe(0);
  });

  it('takes the agency from the arguments', async () => {
    const path = file('body.txt', 'องค์การบริหารส่วนตำบลหนองไผ่ได้จัดอบรม');
    expect((await lint(path, '--organization-name', 'องค์การบริหารส่วนตำบลตัวอย่าง')).code).toBe(1);
    expect((await lint(path, '--organization-name', 'องค์การบริหารส่วนตำบลหนองไผ่')).code).toBe(0);
  });

  it('prints a readable form in Thai and English', async () => {
    const { out } = await lint('--text', file('faulty.txt', FAULTY));
    expect(out).toContain('E ผิด [agency.foreign] บรรทัด 3');
    expect(out).toContain('Another agency is named here');
    expect(out).toContain('1 errors, 1 warnings, 0 notes');
  });

  it.each([
    ['no such file', ['missing.txt'], 'input.file-not-found'],
    ['a kind of file nobody reads', ['picture.png'], 'proofing.kind-unknown'],
    ['broken JSON', ['broken.json'], 'proofing.file-unreadable'],
  ])('ends with 2 and says why in both languages: %s', async (_sentence, [name = ''], expected) => {
    const path = name === 'missing.txt' ? join(folder, name) : file(name, '{');
    const { code, out, err } = await lint(path);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(expected);
    expect(err).toMatch(/[ก-๙]/);
  });

  it('ends with 2 on arguments it does not know', async () => {
    expect((await lint('a.txt', '--fiscal-year', 'สองพัน')).code).toBe(2);
    expect((await lint()).code).toBe(2);
  });
});
