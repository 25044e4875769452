import { qrEncoder } from './layout/pdfmake-parts.js';

/** A QR code as rows of modules, true for dark, without the quiet zone of four modules. */
export type QrModules = readonly (readonly boolean[])[];

const SQUARE = 5;

interface Drawn {
  readonly _canvas: readonly { readonly x: number; readonly y: number; readonly w: number }[];
}

/** The same codes as in the documents, for pages. @param text at most a few hundred letters */
export function qrModules(text: string): QrModules {
  const { _canvas: squares } = qrEncoder.measure({ qr: text, eccLevel: 'M' }) as unknown as Drawn; // what the pinned encoder adds
  const [ground, ...dark] = squares;
  const side = (ground?.w ?? 0) / SQUARE;
  const filled = new Set(dark.map(({ x, y }) => `${x / SQUARE}/${y / SQUARE}`));
  return Array.from({ length: side }, (_row, y) =>
    Array.from({ length: side }, (_module, x) => filled.has(`${x}/${y}`)),
  );
}
