import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { DocumentDefinition } from '../../src/typesetting/document-definition.js';
import { typeset } from '../../src/typesetting/typeset.js';
import { CORPUS } from './corpus.js';
import { groupedTable, JUSTIFIED, STACKED_MARKS } from './golden-documents.js';

const OPTIONS = { title: 'ซ้ำ', language: 'th', createdAt: '2026-01-01T00:00:00Z', watermark: 'ร่าง' } as const;
const DOCUMENTS: readonly DocumentDefinition[] = [
  STACKED_MARKS,
  JUSTIFIED,
  groupedTable(),
  { content: CORPUS.map((text) => ({ text })) },
];

async function digests(order: readonly number[]): Promise<string[]> {
  const found: string[] = [];
  for (const at of order) {
    const pdf = await typeset(DOCUMENTS[at] ?? { content: '' }, OPTIONS);
    found[at] = createHash('sha256').update(pdf).digest('hex');
  }
  return found;
}

describe('the same input', () => {
  it('gives the same bytes whatever was set before', async () => {
    const first = await digests([0, 1, 2, 3]);
    expect(await digests([3, 2, 1, 0])).toEqual(first);
    for (let i = 0; i < 40; i++) await typeset({ content: `คำอื่น ${i} ${'กขค'.repeat(i)}` }, OPTIONS);
    expect(await digests([2, 0, 3, 1])).toEqual(first);
  });

  it('gives the same bytes when documents are set at the same time', async () => {
    const one = await Promise.all(DOCUMENTS.map((document) => typeset(document, OPTIONS)));
    const two = await Promise.all(DOCUMENTS.toReversed().map((document) => typeset(document, OPTIONS)));
    expect(two.toReversed()).toEqual(one);
  });

  it('is left as it was', async () => {
    const document = groupedTable();
    const before = JSON.stringify(document);
    await typeset(document, OPTIONS);
    expect(JSON.stringify(document)).toBe(before);
  });

  it('differs in its identifier and dates when the instant differs', async () => {
    const one = Buffer.from(await typeset(STACKED_MARKS, OPTIONS)).toString('latin1');
    const other = Buffer.from(await typeset(STACKED_MARKS, { ...OPTIONS, createdAt: '2026-01-02T00:00:00Z' })).toString(
      'latin1',
    );
    const id = (pdf: string): string | undefined => /\/ID\[<([0-9A-F]{32})></.exec(pdf)?.[1];
    expect(id(one)).toMatch(/^[0-9A-F]{32}$/);
    expect(id(other)).toMatch(/^[0-9A-F]{32}$/);
    expect(id(other)).not.toBe(id(one));
    expect(other).toContain('D:20260102000000Z');
  });
});
