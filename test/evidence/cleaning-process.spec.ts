import { join } from 'node:path';
import { ROOT } from '../../src/config/paths.js';
import { cleaningIn, type CleaningLimits } from '../../src/evidence/cleaning-process.js';
import type { Cleaning } from '../../src/evidence/brought-file.js';
import { builtProgram } from '../editions/built-program.js';
import { aPdf, aPdfOf, stream } from './brought-files.js';

const addedAt = '2025-08-20T03:00:00.000Z';

describe('files opened in a process of their own', () => {
  const cleaning = (limits?: CleaningLimits): Cleaning =>
    cleaningIn(join(ROOT, 'dist', 'src', 'evidence', 'cleaning-child.js'), limits);
  beforeAll(() => builtProgram());

  it('come back clean', async () => {
    const { kind, pages } = await cleaning()({ name: 'ก.pdf', addedAt, bytes: await aPdf('ข้อความ') });
    expect([kind, pages.map(({ text }) => text)]).toEqual(['pdf', ['ข้อความ']]);
  });

  it('are refused with the words of the refusal', async () => {
    const bytes = new Uint8Array(Buffer.from('%PDF-1.7 nothing'));
    await expect(cleaning()({ name: 'ก.pdf', addedAt, bytes })).rejects.toMatchObject({
      code: 'evidence.unreadable',
      details: { field: 'file' },
    });
  });

  it('cannot keep anybody waiting: one that never ends is given up, and those behind it come through', async () => {
    const limits = { wallSeconds: 4, cpuSeconds: 60, heapMegabytes: 256 };
    const clean = cleaning(limits);
    const bombs = [1, 2].map(() => clean({ name: 'ก.pdf', addedAt, bytes: aPdfOfAHundredMillionStrokes() }));
    const behind = [1, 2].map(() => cleaningBehind(clean));
    for (const bomb of bombs) await expect(bomb).rejects.toMatchObject({ code: 'evidence.too-complex' });
    expect(await Promise.all(behind)).toEqual(['evidence.unreadable', 'evidence.unreadable']);
  });

  it('are asked to come back while many others wait', async () => {
    const clean = cleaning();
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => cleaningBehind(clean)));
    expect(outcomes).toEqual([
      ...Array<string>(10).fill('evidence.unreadable'),
      'request.too-many',
      'request.too-many',
    ]);
  });

  it('say so when there is nobody to open them', async () => {
    const nowhere = cleaningIn('/nowhere/cleaning-child.js');
    await expect(nowhere({ name: 'ก.pdf', addedAt, bytes: await aPdf('ข') })).rejects.toMatchObject({
      code: 'evidence.too-complex',
    });
  });
});

const cleaningBehind = (clean: Cleaning): Promise<string> =>
  clean({ name: 'ข.png', addedAt, bytes: new Uint8Array(Buffer.from('\x89PNG\r\n\x1a\nno', 'latin1')) }).then(
    () => 'clean',
    (error: { code: string }) => error.code,
  );

/** Forms that draw ten of the next, eight deep: a kilobyte that takes hours. */
function aPdfOfAHundredMillionStrokes(): Uint8Array {
  const depth = 8;
  const form = (next: number | null): Buffer => {
    const drawing = next === null ? '0 0 10 10 re f' : '/F Do '.repeat(10);
    const resources = next === null ? '' : `/Resources << /XObject << /F ${next} 0 R >> >>`;
    return stream(`/Type /XObject /Subtype /Form /BBox [0 0 200 300] ${resources}`, Buffer.from(drawing));
  };
  return aPdfOf([
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Count 1 /Kids [3 0 R] >>'),
    Buffer.from(
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> >>',
    ),
    stream('', Buffer.from('/F Do')),
    ...Array.from({ length: depth }, (_form, level) => form(level === depth - 1 ? null : 6 + level)),
  ]);
}
