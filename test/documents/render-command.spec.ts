import { jest } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderCommand } from '../../src/cli/render.js';
import { allTemplates, findTemplate } from '../../templates/documents/registry.js';

let folder: string;
let out = '';
let err = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prongsai-render-'));
  [out, err] = ['', ''];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true));
});

afterEach(async () => {
  jest.restoreAllMocks();
  await rm(folder, { recursive: true });
});

const inFolder = (name: string): string => join(folder, name);
const givenData = async (data: unknown): Promise<string> => {
  await writeFile(inFolder('data.json'), typeof data === 'string' ? data : JSON.stringify(data));
  return inFolder('data.json');
};

describe('prongsai render', () => {
  it('lists every template with its languages and Thai title', async () => {
    expect(await renderCommand(['--list'])).toBe(0);
    expect(out.trim().split('\n')).toHaveLength(allTemplates().length);
    expect(out).toContain('no-gift-announcement.v1\tth,en\t');
  });

  it('prints a schema, and an example that renders to a PDF', async () => {
    expect(await renderCommand(['measure-sheet', '--schema'])).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ $id: 'measure-sheet.v1', type: 'object' });
    out = '';
    expect(await renderCommand(['measure-sheet', '--example'])).toBe(0);
    const data = await givenData(out);
    expect(await renderCommand(['measure-sheet', '--data', data, '--out', inFolder('a.pdf')])).toBe(0);
    expect((await readFile(inFolder('a.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('says which characters came out as empty frames', async () => {
    const example = JSON.stringify(findTemplate('measure-sheet').example);
    const strange = await givenData(example.replace('ตัวอย่าง', 'ตัวอย่าง漢😀'));
    expect(await renderCommand(['measure-sheet', '--data', strange, '--out', inFolder('a.pdf')])).toBe(0);
    expect(err).toContain('漢 (U+6F22) 😀 (U+1F600)');
    err = '';
    const usual = await givenData(example);
    expect(await renderCommand(['measure-sheet', '--data', usual, '--out', inFolder('a.pdf')])).toBe(0);
    expect(err).toBe('');
  });

  it('gives the same bytes on another day', async () => {
    const data = await givenData(findTemplate('no-gift-announcement').example);
    const order = ['no-gift-announcement', '--lang', 'en', '--data', data, '--out'];
    await renderCommand([...order, inFolder('a.pdf')]);
    jest.useFakeTimers({ now: new Date('2031-01-01'), doNotFake: ['nextTick', 'setImmediate', 'setTimeout'] });
    await renderCommand([...order, inFolder('b.pdf')]);
    jest.useRealTimers();
    expect(Buffer.compare(await readFile(inFolder('a.pdf')), await readFile(inFolder('b.pdf')))).toBe(0);
  });

  it.each([
    ['an unknown template', ['no-such', '--data', 'DATA', '--out', 'OUT'], {}, 'document.template-unknown'],
    [
      'an unknown language',
      ['measure-sheet', '--lang', 'lo', '--data', 'DATA', '--out', 'OUT'],
      {},
      'document.language-unknown',
    ],
    [
      'data that do not fit',
      ['measure-sheet', '--data', 'DATA', '--out', 'OUT'],
      { agency: 1 },
      'document.data-invalid',
    ],
    [
      'a report that would leave out a paragraph',
      ['implementation-report', '--data', 'DATA', '--out', 'OUT'],
      { ...(findTemplate('implementation-report').example as object), introduction: 'ปี {ปีงบ}' },
      'document.data-invalid',
    ],
    ['data that are not JSON', ['measure-sheet', '--data', 'DATA', '--out', 'OUT'], '{', 'document.data-invalid'],
    ['a folder in place of data', ['measure-sheet', '--data', tmpdir(), '--out', 'OUT'], {}, 'input.is-a-folder'],
    ['a file that is not there', ['measure-sheet', '--data', 'none.json', '--out', 'OUT'], {}, 'input.file-not-found'],
  ])('refuses %s in two lines, Thai and English, with the code', async (_sentence, args, data, code) => {
    const path = await givenData(data);
    const real = args.map((arg) => (arg === 'DATA' ? path : arg === 'OUT' ? inFolder('x.pdf') : arg));
    expect(await renderCommand(real)).toBe(1);
    const [thai = '', english = '', ...more] = err.trimEnd().split('\n');
    expect(more).toEqual([]);
    expect(thai).toMatch(new RegExp(`^${code}: .*[ก-๙]`));
    expect(english).toMatch(new RegExp(`^${code}: [A-Z]`));
  });

  it.each([
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`, 'utf8')],
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('reads data in %s, as Windows writes them', async (_name, encoded) => {
    await writeFile(inFolder('data.json'), encoded(JSON.stringify(findTemplate('measure-sheet').example)));
    const order = ['measure-sheet', '--data', inFolder('data.json'), '--out', inFolder('a.pdf')];
    expect([await renderCommand(order), err]).toEqual([0, '']);
  });

  it('names the file that it cannot write', async () => {
    const data = await givenData(findTemplate('measure-sheet').example);
    const missing = inFolder(join('no-such-folder', 'a.pdf'));
    expect(await renderCommand(['measure-sheet', '--data', data, '--out', missing])).toBe(1);
    expect(err).toContain(`input.output-not-written: เขียนไฟล์ ${missing} ไม่ได้ (ENOENT)`);
  });

  it('takes the place of an earlier file, leaves nothing beside it, and writes into no folder', async () => {
    const data = await givenData(findTemplate('measure-sheet').example);
    await writeFile(inFolder('a.pdf'), 'what was there before');
    expect(await renderCommand(['measure-sheet', '--data', data, '--out', inFolder('a.pdf')])).toBe(0);
    expect((await readFile(inFolder('a.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
    expect(await renderCommand(['measure-sheet', '--data', data, '--out', folder])).toBe(1);
    expect(err).toContain('(EISDIR)');
    expect((await readdir(folder)).sort()).toEqual(['a.pdf', 'data.json']);
  });

  it('refuses with one JSON line when asked to', async () => {
    const data = await givenData({ agency: 1 });
    expect(await renderCommand(['measure-sheet', '--data', data, '--out', inFolder('x.pdf'), '--json'])).toBe(1);
    expect(JSON.parse(err)).toMatchObject({ code: 'document.data-invalid', details: { template: 'measure-sheet.v1' } });
  });

  it.each([[[]], [['measure-sheet']], [['a', 'b', '--list']], [['--colour']], [['measure-sheet', '--data', 'x']]])(
    'explains itself when called with %j',
    async (args) => {
      expect(await renderCommand(args)).toBe(2);
      expect(err).toContain('prongsai render <template>');
    },
  );
});
