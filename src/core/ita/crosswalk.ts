/** Numbers that one kind of document had in the lists of the years. */
type Row = Readonly<Record<number, readonly number[]>>;

/** Kinds of document whose title changed with the year (DOMAIN 1.4; 2567 unverified, 2569 from one source). */
const ROWS: readonly Row[] = [
  { 2566: [31, 32], 2567: [26, 27], 2568: [21], 2569: [20] },
  { 2566: [33], 2567: [28], 2568: [22], 2569: [20] },
  { 2567: [29], 2568: [22], 2569: [20] },
  { 2566: [34], 2567: [30], 2568: [23], 2569: [21] },
  { 2566: [35], 2567: [31], 2568: [24], 2569: [22] },
  { 2566: [39, 40, 41], 2567: [20, 21], 2568: [16], 2569: [15] },
  { 2566: [42], 2567: [34], 2568: [27], 2569: [25] },
  { 2566: [43], 2567: [35], 2568: [28], 2569: [26] },
];

/** The number under which a year lists what another year listed as `number`; null when no source says so. */
export function numberInYear(number: number, fromYear: number, toYear: number): number | null {
  const row = ROWS.find((each) => each[fromYear]?.includes(number) && each[toYear] !== undefined);
  const place = row?.[fromYear]?.indexOf(number) ?? 0;
  const there = row?.[toYear] ?? [];
  return there[place] ?? there[0] ?? null;
}
