import {
  AND,
  CUT_SHORT,
  DEPARTMENT,
  EVERY,
  EVERY_DEPARTMENT,
  EVERY_DIVISION,
  OWNER_SUFFIXES,
} from '../thai/unit-words.js';
import type { Responsible } from './measure.js';

export interface NamedDivision {
  readonly id: string;
  readonly name: string;
}

export interface ReadUnits {
  readonly responsible: Responsible;
  /** Parts of the text that name no division of the organization, as written but without spaces. */
  readonly unknown: readonly string[];
  /** Short forms and what they were taken for. */
  readonly assumed: readonly { readonly written: string; readonly meaning: string }[];
}

interface Reading {
  readonly written: string;
  readonly divisions: readonly NamedDivision[];
}

const SEPARATORS = /^[/,;()\[\]•·\-–—.]+/;
/** A shortened name must show at least this much of the whole one. */
const SHORTEST_PREFIX = 6;
/** No list of divisions is longer; such a text is something else. */
const LONGEST_LIST = 1_000;

/**
 * Finds the divisions named in a cell: "ทุกส่วน ราชการ (…)", "สำนักปลัด / ทุกกอง", "สำนักปลัดอบต./ กองคลัง". Spaces inside names
 * do not matter. The printed text is kept as it stands. Where "ทุก…" comes to all divisions, `everyDivision` is set and no ids.
 */
export function readUnits(text: string, divisions: readonly NamedDivision[]): ReadUnits {
  const names = divisions.map((division) => ({ division, written: bare(division.name) }));
  const found = new Map<string, NamedDivision>();
  const unknown: string[] = [];
  const assumed: { written: string; meaning: string }[] = [];
  let rest = bare(text);
  if (rest.length > LONGEST_LIST) {
    return { responsible: { everyDivision: false, divisionIds: [], text: text.trim() }, unknown: [rest], assumed: [] };
  }
  while (rest !== '') {
    const mark = SEPARATORS.exec(rest)?.[0] ?? (rest.startsWith(AND) ? AND : '');
    if (mark !== '') {
      rest = rest.slice(mark.length);
      continue;
    }
    const reading = readName(rest, names) ?? readGroup(rest, divisions);
    const cut = reading ? null : readCutShort(rest, names);
    for (const division of reading?.divisions ?? (cut ? [cut.division] : [])) found.set(division.id, division);
    if (cut) assumed.push({ written: cut.written, meaning: cut.division.name });
    const length = reading?.written.length ?? cut?.written.length ?? unknownLength(rest, names);
    if (!reading && !cut) unknown.push(rest.slice(0, length));
    if (reading?.written === EVERY_DEPARTMENT)
      assumed.push({ written: reading.written, meaning: namesOf(reading.divisions) });
    rest = rest.slice(length);
  }
  const isEvery = found.size === divisions.length && bare(text).includes(EVERY);
  const divisionIds = isEvery ? [] : divisions.filter(({ id }) => found.has(id)).map(({ id }) => id);
  return { responsible: { everyDivision: isEvery, divisionIds, text: text.trim() }, unknown, assumed };
}

interface WrittenDivision {
  readonly division: NamedDivision;
  readonly written: string;
}

function readName(rest: string, names: readonly WrittenDivision[]): Reading | null {
  const matches = names.flatMap(({ division, written }) => {
    const short = withoutOwner(written);
    const match = rest.startsWith(written) ? written : rest.startsWith(short) ? short : null;
    return match === null ? [] : [{ division, match }];
  });
  const longest = matches.sort((one, other) => other.match.length - one.match.length)[0];
  if (!longest) return null;
  const owner = [...OWNER_SUFFIXES, CUT_SHORT].find((suffix) => rest.startsWith(suffix, longest.match.length)) ?? '';
  return { written: longest.match + owner, divisions: [longest.division] };
}

/** "ทุกส่วนราชการ (สำนักปลัด, กองคลัง)" names its divisions itself, so only what stands in the brackets counts. */
function readGroup(rest: string, divisions: readonly NamedDivision[]): Reading | null {
  const every = EVERY_DIVISION.find((words) => rest.startsWith(words));
  if (every !== undefined)
    return { written: every, divisions: /^\(.*\)/.test(rest.slice(every.length)) ? [] : divisions };
  if (!rest.startsWith(EVERY_DEPARTMENT)) return null;
  return { written: EVERY_DEPARTMENT, divisions: divisions.filter(({ name }) => name.startsWith(DEPARTMENT)) };
}

/** "กองการศึกษาฯ" for a longer name, when exactly one division begins so. */
function readCutShort(
  rest: string,
  names: readonly WrittenDivision[],
): { written: string; division: NamedDivision } | null {
  const written = rest.slice(0, unknownLength(rest, names));
  const beginning = written.replace(CUT_SHORT, '');
  if (beginning.length < SHORTEST_PREFIX) return null;
  const [only, second] = names.filter((name) => name.written.startsWith(withoutOwner(beginning)));
  return only && !second ? { written, division: only.division } : null;
}

/** Goes to the next separator or to the next name that follows "ฯ" or the end of a word we know. */
function unknownLength(rest: string, names: readonly WrittenDivision[]): number {
  for (let at = 1; at < rest.length; at++) {
    if (SEPARATORS.test(rest[at] ?? '') && rest[at] !== '.') return at;
    const isAfterCut = rest[at - 1] === CUT_SHORT;
    if (isAfterCut || isStartOfUnit(rest, at, names)) return at;
  }
  return rest.length;
}

/** A name in the middle of a run counts only when the run itself began as a unit: "กองช่างกองคลัง" but not "ผู้อำนวยการกองคลัง". */
function isStartOfUnit(rest: string, at: number, names: readonly WrittenDivision[]): boolean {
  if (!/^(กอง|สำนัก|หน่วย|ฝ่าย|งาน)/.test(rest)) return false;
  return names.some(({ written }) => rest.startsWith(withoutOwner(written), at));
}

function withoutOwner(name: string): string {
  const owner = OWNER_SUFFIXES.find((suffix) => name.endsWith(suffix) && name.length > suffix.length);
  return owner ? name.slice(0, -owner.length) : name;
}

const bare = (text: string): string => text.replace(/\s+/g, '');
const namesOf = (divisions: readonly NamedDivision[]): string => divisions.map(({ name }) => name).join(', ');
