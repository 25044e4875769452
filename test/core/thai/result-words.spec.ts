import { readNumber, writtenNumber } from '../../../src/core/thai/numbers.js';
import { datedText, doneOn, figureText } from '../../../src/core/thai/result-words.js';

describe('a number in figures', () => {
  it.each([
    ['๑,๒๐๔', 1204],
    ['1,204', 1204],
    ['1204', 1204],
    ['๘๕.๕', 85.5],
    [' 1 204 ', 1204],
    ['0', 0],
    ['12,34', null],
    ['1,2045', null],
    ['๑๐ คน', null],
    ['-5', null],
    ['1e3', null],
    ['', null],
  ])('reads %j as %j', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it.each([0, 7, 999, 1_000, 1_204.5, 99_999_999.25])('is read again as it is written: %d', (value) => {
    expect(readNumber(writtenNumber(value))).toBe(value);
  });

  it('parts thousands, not decimals', () => {
    expect([1234567, 1234.5678, 0.0000001].map(writtenNumber)).toEqual(['1,234,567', '1,234.5678', '0.0000001']);
  });
});

describe('the days of a result', () => {
  it.each([
    [{}, ''],
    [{ on: '2025-02-20' }, 'วันที่ 20 กุมภาพันธ์ 2568'],
    [{ on: '2025-02-20', until: '2025-02-20' }, 'วันที่ 20 กุมภาพันธ์ 2568'],
    [{ on: '2025-02-08', until: '2025-02-12' }, 'วันที่ 8 – 12 กุมภาพันธ์ 2568'],
    [{ on: '2025-02-28', until: '2025-03-01' }, 'วันที่ 28 กุมภาพันธ์ 2568 – 1 มีนาคม 2568'],
  ])('%j: %s', (days, words) => {
    expect(doneOn(days)).toBe(words);
  });

  it('stand behind the text', () => {
    expect(datedText({ kind: 'dash', text: 'จัดอบรม', on: '2025-02-20' })).toBe('จัดอบรม (วันที่ 20 กุมภาพันธ์ 2568)');
    expect(datedText({ kind: 'dash', text: 'จัดอบรม' })).toBe('จัดอบรม');
  });
});

describe('a figure', () => {
  it.each([
    [{ name: 'ผู้เข้าร่วม', value: 1245, unit: 'คน', target: 1200 }, 'ผู้เข้าร่วม 1,245 คน (เป้าหมาย 1,200 คน)'],
    [{ name: 'ผู้เข้าร่วม', value: 45, unit: 'คน' }, 'ผู้เข้าร่วม 45 คน'],
    [{ name: 'ความพึงพอใจ', value: 85.5, unit: 'ร้อยละ', target: 80 }, 'ความพึงพอใจ ร้อยละ 85.5 (เป้าหมาย ร้อยละ 80)'],
  ])('%j: %s', (figure, words) => {
    expect(figureText(figure)).toBe(words);
  });
});
