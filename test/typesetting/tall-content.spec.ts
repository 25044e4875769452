import { describe, expect, it } from '@jest/globals';
import type { DocumentDefinition, Node } from '../../src/typesetting/document-definition.js';
import { typeset } from '../../src/typesetting/typeset.js';
import { pageStrings } from './page-layout.js';

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
