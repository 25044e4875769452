import { qrModules, type QrModules } from '../../src/typesetting/qr-modules.js';

const LINK = 'https://line.me/R/ti/p/%40123abcde';
const FINDER = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'];

/** A square of modules as text. */
const part = (modules: QrModules, x: number, y: number): string[] =>
  modules.slice(y, y + 7).map((row) =>
    row
      .slice(x, x + 7)
      .map((isDark) => (isDark ? '#' : '.'))
      .join(''),
  );

describe('a QR code of a page', () => {
  it('has its three finders, its timing lines and the size its text needs', () => {
    const modules = qrModules(LINK);
    const side = modules.length;
    expect([side, modules.every((row) => row.length === side)]).toEqual([29, true]); // version 3: 42 bytes at level M
    expect(part(modules, 0, 0)).toEqual(FINDER);
    expect(part(modules, side - 7, 0)).toEqual(FINDER);
    expect(part(modules, 0, side - 7)).toEqual(FINDER);
    const timing = modules[6]?.slice(8, side - 8);
    expect(timing).toEqual(timing?.map((_module, index) => index % 2 === 0));
  });

  it.each([LINK, 'https://line.me/R/ti/p/%40short', 'https://line.me/R/ti/p/%40abc.def_ghi-jk'])(
    'says %s to whoever reads it',
    (text) => expect(readVersion3(qrModules(text))).toBe(text),
  );
});

/** Reads the bytes of a version 3 code of level M, one block without errors, as ISO/IEC 18004 lays them out. */
function readVersion3(modules: QrModules): string {
  const dark = (row: number, column: number): boolean => modules[row]?.[column] ?? false;
  const format = [0, 1, 2, 3, 4].map((column) => dark(8, column)).map((bit, index) => bit !== (index % 2 === 0));
  expect(format.slice(0, 2)).toEqual([false, false]); // level M
  const mask = MASKS[bitsToNumber(format.slice(2))] ?? (() => false);
  const bits: boolean[] = [];
  let upwards = true;
  for (let right = 28; right > 0; right -= 2) {
    if (right === 6) right -= 1; // the timing column
    for (let step = 0; step < 29; step += 1) {
      const row = upwards ? 28 - step : step;
      for (const column of [right, right - 1]) {
        if (!isFunction(row, column)) bits.push(dark(row, column) !== mask(row, column));
      }
    }
    upwards = !upwards;
  }
  expect(bitsToNumber(bits.slice(0, 4))).toBe(4); // bytes
  const length = bitsToNumber(bits.slice(4, 12));
  const bytes = Array.from({ length }, (_byte, index) => bitsToNumber(bits.slice(12 + 8 * index, 20 + 8 * index)));
  return Buffer.from(bytes).toString('utf8');
}

const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_row, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

const isFunction = (row: number, column: number): boolean =>
  (row < 9 && (column < 9 || column > 20)) ||
  (row > 20 && column < 9) ||
  row === 6 ||
  column === 6 ||
  (row >= 20 && row <= 24 && column >= 20 && column <= 24);

const bitsToNumber = (bits: readonly boolean[]): number => bits.reduce((sum, bit) => sum * 2 + (bit ? 1 : 0), 0);
