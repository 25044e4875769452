import fc from 'fast-check';
import { arabicDigits, printedDigits, thaiDigits } from '../../../src/core/thai/digits.js';

describe('digits', () => {
  it.each([
    [
      'numbers in prose become Thai',
      'พ.ศ. 2568 จำนวน 1,240 ครั้ง (ร้อยละ 97.14)',
      'พ.ศ. ๒๕๖๘ จำนวน ๑,๒๔๐ ครั้ง (ร้อยละ ๙๗.๑๔)',
    ],
    ['telephone numbers become Thai', 'โทร. 0-2000-0000 ต่อ 11', 'โทร. ๐-๒๐๐๐-๐๐๐๐ ต่อ ๑๑'],
    ['an address keeps its digits', 'ดู https://www.example.go.th/2568/7', 'ดู https://www.example.go.th/2568/7'],
    ['a mail address keeps its digits', 'saraban_01@example.go.th', 'saraban_01@example.go.th'],
    ['an O-code keeps its digits', 'ข้อ O27 และ O28', 'ข้อ O27 และ O28'],
    ['a number beside a Latin word in parentheses becomes Thai', '(ITA) 2568', '(ITA) ๒๕๖๘'],
    ['Thai digits stay', 'ข้อ ๑๒', 'ข้อ ๑๒'],
  ])('%s', (_sentence, text, expected) => expect(printedDigits(text, 'thai')).toBe(expected));

  it('prints Arabic digits when the agency wants them', () => {
    expect(printedDigits('พ.ศ. ๒๕๖๘ (O27)', 'arabic')).toBe('พ.ศ. 2568 (O27)');
  });

  it('gives a number back when it is written in Thai digits and read again', () => {
    fc.assert(fc.property(fc.nat(), (number) => arabicDigits(thaiDigits(number)) === String(number)));
  });
});
