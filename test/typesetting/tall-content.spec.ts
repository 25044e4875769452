import { describe, expect, it } from '@jest/globals';
import type { DocumentDefinition, Node } from '../../src/typesetting/document-definition.js';
import { typeset } from '../../src/typesetting/typeset.js';
import { drawnPoints, pageStrings } from './page-layout.js';

const OPTIONS = { title: 'ยาว', language: 'th', createdAt: '2026-01-01T00:00:00Z' } as const;
const LINES = 70;
const numbers = Array.from({ length: LINES }, (_, index) => index + 1);

const tall = (more: object = {}): Node =>
  ({ stack: numbers.map((line) => ({ text: `บรรทัด${line}จบ` })), ...more }) as Node;
const table = (body: (string | Node)[][], more: object = {}): Node =>
  ({ table: { headerRows: 1, widths: ['*', '*'], body, ...more } }) as unknown as Node; // as the templates write it

describe('what is taller than a page', () => {
  it.each([
    [
      'a first row below the header',
      table([
        ['หัว', 'หัว'],
        [tall(), 'ข'],
        ['ค', 'ง'],
      ]),
    ],
    [
      'a header',
      table([
        [tall(), 'หัว'],
        ['ค', 'ง'],
      ]),
    ],
    [
      'a header over two rows',
      table(
        [
          [tall({ rowSpan: 2 }), 'หัว'],
          ['', 'ข'],
          ['ค', 'ง'],
        ],
        { headerRows: 2 },
      ),
    ],
    [
      'a row of a table whose rows are kept whole',
      table(
        [
          ['ก', 'ข'],
          [tall(), 'ง'],
        ],
        { dontBreakRows: true },
      ),
    ],
    ['a part that is kept whole', tall({ unbreakable: true })],
    [
      'a list in a cell over two rows',
      table([
        ['หัว', 'หัว'],
        [{ ul: [tall()], rowSpan: 2 } as Node, 'ข'],
        ['', 'ง'],
      ]),
    ],
  ])('is parted, and no line of it is lost: %s', async (_, content) => {
    const definition = { pageSize: 'A5', content: [{ text: 'ก' }, content] } as DocumentDefinition;
    const pages = await pageStrings(await typeset(definition, OPTIONS));
    const printed = [...pages.join('').matchAll(/บรรทัด(\d+)จบ/g)].map(([, line]) => Number(line));
    expect(printed).toEqual(numbers);
  });
});

describe('what closes a document', () => {
  const frame = { type: 'rect', x: 1, y: 2, w: 30, h: 10, lineColor: 'black' };
  const roof = {
    type: 'polyline',
    points: [
      { x: 0, y: 9 },
      { x: 9, y: 0 },
    ],
    lineColor: 'black',
  };
  const closing = { stack: ['ขอรับรอง', 'ลงชื่อ', 'ตำแหน่ง'], unbreakable: true, closes: true };
  const lastRow = (paragraphs: number): Node =>
    table([
      ['หัว', 'หัว'],
      [{ stack: Array.from({ length: paragraphs }, () => 'ท้าย\nท้าย\nท้าย') }, 'ข'],
    ]);
  const made = (lines: number): Promise<Uint8Array> => {
    const drawing = { canvas: [frame, roof], alt: 'ภาพ' };
    return typeset(
      { pageSize: 'A6', content: [drawing, lastRow(lines), closing] } as unknown as DocumentDefinition,
      OPTIONS,
    ); // as above
  };

  it('never stands alone, however long the last row is, and drawings stay in their place', async () => {
    const [first] = drawnPoints(await made(1));
    for (let lines = 2; lines < 40; lines++) {
      const pdf = await made(lines);
      const pages = await pageStrings(pdf);
      expect([lines, pages.find((page) => page.includes('ขอรับรอง'))]).toEqual([
        lines,
        expect.stringMatching(/ท้าย(ข)?ขอรับรอง/),
      ]);
      expect(drawnPoints(pdf)[0]?.slice(0, 4)).toEqual(first?.slice(0, 4));
      expect(pages.join('').split('ท้าย').length - 1).toBe(lines * 3);
    }
  });
});
