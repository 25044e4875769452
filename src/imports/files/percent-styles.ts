/** "0%" and "0.00%", which every workbook knows. */
const BUILT_IN: readonly string[] = ['9', '10'];

/** The styles of a workbook, by number, that show a cell as per cent: "85%" typed into it is kept as 0.85. @param styles xl/styles.xml */
export function percentStyles(styles: string): ReadonlySet<number> {
  const own = [...styles.matchAll(/<(?:\w+:)?numFmt\b([^<>]*)>/g)]
    .filter(([, attributes = '']) => showsPercent(/\bformatCode="([^"]*)"/.exec(attributes)?.[1] ?? ''))
    .map(([, attributes = '']) => numberFormat(attributes));
  const formats = new Set([...BUILT_IN, ...own]);
  const cells = /<(?:\w+:)?cellXfs\b[^<>]*>(.*?)<\/(?:\w+:)?cellXfs>/s.exec(styles)?.[1] ?? '';
  const used = [...cells.matchAll(/<(?:\w+:)?xf\b([^<>]*)>/g)].map(([, attributes = '']) => numberFormat(attributes));
  return new Set(used.flatMap((format, style) => (formats.has(format) ? [style] : [])));
}

/** A sign in quotes or behind a stroke is text: the number before it is not a share. */
const showsPercent = (code: string): boolean => code.replace(/&quot;.*?&quot;|\\./g, '').includes('%');

const numberFormat = (attributes: string): string => /\bnumFmtId="(\d+)"/.exec(attributes)?.[1] ?? '';

/** Digits of a share that a program keeps: 0.29 times 100 is 29, not 28.999999999999996. */
const KEPT_DIGITS = 12;

/** 0.855 -> "85.5%". */
export const percentText = (share: number): string => `${Number((share * 100).toPrecision(KEPT_DIGITS))}%`;
