import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { linesText } from '../../../src/core/measure/lines-text.js';
import type { Line } from '../../../src/core/measure/measure.js';
import { readLines } from '../../../src/core/measure/read-lines.js';

const shown = (text: string): string[] => readLines(text).map(({ kind, text: words }) => `${kind}: ${words}`);

describe('the lines of a cell', () => {
  it.each([
    ['numbers in one paragraph', '๑. ก ข ๒. ค ๓.ง', ['numbered: ก ข', 'numbered: ค', 'numbered: ง']],
    ['numbers on lines of their own', '1) ก\n2) ข', ['numbered: ก', 'numbered: ข']],
    ['an introduction before a list', 'ดังนี้ ๑. ก ๒. ข', ['plain: ดังนี้', 'numbered: ก', 'numbered: ข']],
    ['a number out of order', '๒. ก ๓. ข', ['plain: ๒. ก ๓. ข']],
    ['a lone number in a sentence', 'ตามข้อ ๑. ของประกาศ', ['plain: ตามข้อ ๑. ของประกาศ']],
    ['a decimal and a year', 'ได้ ๗.๘๒ คะแนน พ.ศ. ๒๕๖๘', ['plain: ได้ ๗.๘๒ คะแนน พ.ศ. ๒๕๖๘']],
    ['a skipped number', '๑. ก ๓. ข', ['numbered: ก ๓. ข']],
    ['dashes in one paragraph', '- ก - ข -ค', ['dash: ก', 'dash: ข', 'dash: ค']],
    ['dashes on lines keep their inner dashes', '- รับ - จ่าย\n- ข', ['dash: รับ - จ่าย', 'dash: ข']],
    ['a dash in a sentence', 'รายการรับ - จ่าย', ['plain: รายการรับ - จ่าย']],
    ['a dash before a number', '- ปี ๖๗ - ๖๘', ['dash: ปี ๖๗ - ๖๘']],
    ['wrapped items of a numbered list', '๑. ก\nต่อ\n๒. ข', ['numbered: ก ต่อ', 'numbered: ข']],
    ['a sentence after a list', '๑. ก\n๒. ข\nสรุป', ['numbered: ก', 'numbered: ข', 'plain: สรุป']],
    [
      'a sub-heading between two lists',
      '๑. ก\n๒. ข\nวิธีดำเนินการ\n๑. ค\n๒. ง',
      ['numbered: ก', 'numbered: ข', 'heading: วิธีดำเนินการ', 'numbered: ค', 'numbered: ง'],
    ],
    [
      'a heading word that ends the paragraph',
      '- ก วิธีดำเนินการ\n๑. ข',
      ['dash: ก', 'heading: วิธีดำเนินการ', 'numbered: ข'],
    ],
    [
      'a second list without a heading keeps its numbers',
      '๑. ก ๒. ข\n๑. ค ๒. ง',
      ['numbered: ก', 'numbered: ข', 'plain: ๑. ค ๒. ง'],
    ],
    ['dashes inside a numbered list', '๑. ก\n- ข\n๒. ค', ['numbered: ก - ข', 'numbered: ค']],
    ['an underlined paragraph', '<u>เป้าหมาย</u>\nก', ['heading: เป้าหมาย', 'plain: ก']],
    ['nothing', ' \n ', []],
  ])('%s', (_case, text, expected) => expect(shown(text)).toEqual(expected));

  const word = fc.stringMatching(/^[ก-ฮ]{1,6}$/);
  const mark = fc.constantFrom(
    '๑. ',
    '๒.',
    '๓. ',
    '1) ',
    '2) ',
    '- ',
    '-',
    '๒.๑ ',
    '\n',
    ' ',
    '(ต่อ) ',
    'วิธีดำเนินการ',
    'ดังนี้: ',
  );

  it('keeps every letter of any mixture of words, numbers, dashes and line ends', () => {
    const bare = (text: string): string => text.replace(/[\s.()๐-๙0-9\-]/g, '');
    fc.assert(
      fc.property(fc.array(fc.oneof(word, mark), { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        expect(bare(linesText(readLines(text)))).toBe(bare(text));
      }),
    );
  });

  it('reads back what it writes out', () => {
    const line = fc.record({
      kind: fc.constantFrom<Line['kind']>('numbered', 'dash', 'heading', 'plain'),
      text: fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' ')),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        expect(readLines(linesText(lines))).toEqual(lines);
      }),
    );
  });
});
