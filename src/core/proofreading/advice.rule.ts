import { itemsOf } from './list-items.js';
import type { ProofContext } from './proof-context.js';
import { cellOf, type Passage, type ProofTable } from './proof-document.js';
import { piecesOf, sharedPieces, shareOf } from './shared-pieces.js';
import { tightSpan, wholePassage, type Rule, type Sighting } from './rule.js';
import { writtenDates } from './thai-dates.js';

const POST =
  /^(?:เจ้าหน้าที่|นักวิชาการ|นักวิเคราะห์|นักทรัพยากร|นักพัฒนา|นิติกร|เจ้าพนักงาน|ผู้อำนวยการ|หัวหน้า|ปลัดเทศบาล$|ปลัดองค์การ|ปลัดอบ|นายก|นาย|นางสาว|นาง|ผู้ช่วย)/;
const UNITS = /สำนัก|กอง|ฝ่าย|งาน(?!พัสดุ$)|ส่วน|หน่วย/;

/** Responsible is a unit of the agency, so that somebody still answers when people change. */
export const responsiblePostRule: Rule = {
  id: 'responsible.post',
  severity: 'I',
  title: { th: 'ผู้รับผิดชอบเป็นตำแหน่งหรือบุคคล', en: 'Responsible is a post or a person' },
  source: 'DOMAIN 3.1, 5.1 (000-26)',
  check: ({ tables }: ProofContext) =>
    cells(tables, 'responsible')
      .filter(
        (cell) =>
          POST.test(cell.tight.text) &&
          !/^หัวหน้าสำนักปลัด.*กอง/.test(cell.tight.text) &&
          !UNITS.test(cell.tight.text.replace(POST, '').slice(-4)),
      )
      .map((cell) => ({
        ...wholePassage(cell),
        message: { th: 'ควรระบุส่วนราชการที่รับผิดชอบ', en: 'Name the division that is responsible' },
      })),
};

const DEED = /^(?:ได้|มีการ)?(?:จัดทำ|ประกาศ|ดำเนินการ|ได้จัด|จัดประชุม|จัดอบรม|เผยแพร่)/;
const CONSEQUENCE = /ทำให้|ส่งผล|เกิด|ร้อยละ|คะแนน|ลดลง|เพิ่มขึ้น|มากขึ้น|ดีขึ้น|ได้รับ|ไม่พบ|รับทราบ/;

/** Outcome and method are about the same thing; only a copy shares this much. */
const ECHO_OF_METHOD = 0.75;

/** An outcome is what changed, not once more what was done. */
export const outcomeRestatesRule: Rule = {
  id: 'outcome.restates',
  severity: 'I',
  title: { th: 'ผลลัพธ์กล่าวซ้ำสิ่งที่ทำ', en: 'Outcome restates the deed' },
  source: 'DOMAIN 5.1 (000-25)',
  check: ({ tables }: ProofContext) =>
    tables.flatMap((table) =>
      table.rows.flatMap((row) => {
        const outcome = cellOf(table, row, 'outcome');
        const result = cellOf(table, row, 'result');
        const method = cellOf(table, row, 'method');
        return outcome && result ? restatedItems(outcome, result, method ?? null) : [];
      }),
    ),
};

function restatedItems(outcome: Passage, result: Passage, method: Passage | null): Sighting[] {
  const message = { th: 'ควรเขียนสิ่งที่เปลี่ยนแปลงไป ไม่ใช่สิ่งที่ทำ', en: 'Tell what changed, not what was done' };
  const resultPieces = piecesOf(result.tight.text);
  const methodPieces = piecesOf(method?.tight.text ?? '');
  return itemsOf(outcome).flatMap((item): Sighting[] => {
    const text = outcome.tight.text.slice(item.from, item.to);
    if (CONSEQUENCE.test(text)) return [];
    const repeatsDeed = DEED.test(text);
    const echoes =
      !repeatsDeed &&
      text.length > 30 &&
      (shareOf(piecesOf(text), resultPieces) > 0.6 || shareOf(piecesOf(text), methodPieces) > ECHO_OF_METHOD);
    if (!repeatsDeed && !echoes) return [];
    const from = item.number === null ? item.from : item.from - String(item.number).length - 1;
    return [{ ...tightSpan(outcome, from, item.to), message }];
  });
}

const INSTRUCTION = /^ให้(?:ปฏิบัติตาม|มีการ|ดำเนินการ|จัดทำ|ทุกส่วน|ทุกกอง|เจ้าหน้าที่|บุคลากร|ผู้)/;

/** A result tells what was done; an order what is to be done. */
export const instructionRule: Rule = {
  id: 'result.instruction',
  severity: 'I',
  title: { th: 'ช่องผลเขียนเป็นคำสั่ง', en: 'Instruction in place of a result' },
  source: 'Issue (results in the wrong column)',
  check: ({ tables }: ProofContext) =>
    cells(tables, 'result').flatMap((cell) =>
      itemsOf(cell)
        .filter(({ from, to }) => INSTRUCTION.test(cell.tight.text.slice(from, to)))
        .map(({ from, to }) => ({
          ...tightSpan(cell, from, to),
          message: { th: 'ควรเขียนสิ่งที่ได้ทำแล้ว ไม่ใช่สิ่งที่ให้ทำ', en: 'Tell what was done, not what is to be done' },
        })),
    ),
};

const SHORT_RESULT = 90;

/** A short result without date, number, or link proves nothing. */
export const resultEvidenceRule: Rule = {
  id: 'result.no-evidence',
  severity: 'I',
  title: { th: 'ผลการดำเนินการไม่มีวันที่หรือหลักฐาน', en: 'Result without date or evidence' },
  source: 'DOMAIN 5.1 (000-27)',
  check: ({ tables }: ProofContext) =>
    cells(tables, 'result')
      .filter(
        (cell) =>
          cell.tight.text.length >= 10 && cell.tight.text.length <= SHORT_RESULT && !/\d|https?:/.test(cell.loose.text),
      )
      .map((cell) => ({
        ...wholePassage(cell),
        message: { th: 'ควรระบุวันที่ จำนวน หรือหลักฐาน', en: 'Give a date, a number or evidence' },
      })),
};

/** One activity on one day reported under two measures. */
export const sharedActivityRule: Rule = {
  id: 'activity.twice',
  severity: 'I',
  title: { th: 'กิจกรรมเดียวกันรายงานในสองมาตรการ', en: 'One activity under two measures' },
  source: 'DOMAIN 5.2 (002-13)',
  check: ({ tables }: ProofContext) => tables.flatMap(sharedActivities),
};

/** Activities of one day that later ones are compared with; no agency holds more. */
const MOST_OF_ONE_DAY = 20;

function sharedActivities(table: ProofTable): Sighting[] {
  const seen = new Map<string, { text: string; row: number }[]>();
  return cells([table], 'result').flatMap((cell) =>
    writtenDates(cell.loose)
      .filter(({ day, year }) => day !== null && year !== null)
      .flatMap((date): Sighting[] => {
        const key = `${date.day ?? 0}/${date.month}/${date.year ?? 0}`;
        const text = cell.loose.text.slice(Math.max(0, date.from - 160), date.from).replaceAll(' ', '');
        const ofDay = seen.get(key) ?? [];
        const earlier = ofDay.find((other) => other.row !== cell.row && sharedPieces(text, other.text) > 0.5);
        if (ofDay.length < MOST_OF_ONE_DAY) seen.set(key, [...ofDay, { text, row: cell.row ?? 0 }]);
        if (!earlier) return [];
        const message = {
          th: `กิจกรรมวันเดียวกันนี้รายงานแล้วในแถวที่ ${earlier.row}`,
          en: `The same activity of that day is reported in row ${earlier.row}`,
        };
        return [{ passage: cell, on: cell.loose, from: date.from, to: date.to, message }];
      }),
  );
}

const cells = (tables: readonly ProofTable[], role: 'responsible' | 'result'): Passage[] =>
  tables.flatMap((table) => table.rows.flatMap((row) => cellOf(table, row, role) ?? []));
