import fc from 'fast-check';
import { annexTitleOf, LONGEST_ANNEX_TITLE, reordered } from '../../../src/core/announcement/annexes.js';

describe('the title of an annex', () => {
  it.each([
    ['แบบรายงาน', 'a.pdf', 'แบบรายงาน'],
    ['  แบบ\u200b \n รายงาน ', 'a.pdf', 'แบบ รายงาน'],
    ['', 'คำสั่งที่ ๕.PDF', 'คำสั่งที่ ๕'],
    ['\u202e', 'กิจกรรม.jpeg', 'กิจกรรม'],
  ])('%j of %s is %s', (given, name, title) => expect(annexTitleOf(given, name)).toBe(title));

  it('ends where it grows too long', () =>
    expect([...annexTitleOf('ก'.repeat(500), 'a.pdf')]).toHaveLength(LONGEST_ANNEX_TITLE));
});

describe('entries put in another order', () => {
  it.each([
    ['two that move up', [1, 1, 2], 'bca'],
    ['the last to the front', [1, 2, 1], 'cab'],
    ['the first to the end', [3, 2, 3], 'bca'],
    ['two that change places', [2, 1, 3], 'bac'],
    ['a place beyond the end', [9, 2, 3], 'bca'],
    ['nothing asked', [1, 2, 3], 'abc'],
  ] as const)('%s', (_what, places, order) => expect(reordered(['a', 'b', 'c'], places).join('')).toBe(order));

  it('are the same entries, whatever is asked', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat()), fc.array(fc.integer()), (entries, places) => {
        expect([...reordered(entries, places)].sort()).toEqual([...entries].sort());
      }),
    );
  });
});
