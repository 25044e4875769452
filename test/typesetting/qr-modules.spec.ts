import { qrModules } from '../../src/typesetting/qr-modules.js';

const FINDER = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'];

/** A square of modules as text. */
const part = (modules: readonly (readonly boolean[])[], x: number, y: number): string[] =>
  modules.slice(y, y + 7).map((row) =>
    row
      .slice(x, x + 7)
      .map((isDark) => (isDark ? '#' : '.'))
      .join(''),
  );

it('a QR code of a page has its three finders, its timing lines and the size its text needs', () => {
  const modules = qrModules('https://line.me/R/ti/p/%40123abcde');
  const side = modules.length;
  expect([side, modules.every((row) => row.length === side)]).toEqual([29, true]); // version 3: 42 bytes at level M
  expect(part(modules, 0, 0)).toEqual(FINDER);
  expect(part(modules, side - 7, 0)).toEqual(FINDER);
  expect(part(modules, 0, side - 7)).toEqual(FINDER);
  const timing = modules[6]?.slice(8, side - 8);
  expect(timing).toEqual(timing?.map((_module, index) => index % 2 === 0));
});

it('another text is another code', () => {
  expect(qrModules('https://line.me/R/ti/p/%40123abcde')).not.toEqual(qrModules('https://line.me/R/ti/p/%40123abcdf'));
});
