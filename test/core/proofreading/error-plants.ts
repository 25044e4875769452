import { DISTRICTS_BY_PROVINCE } from '../../../src/core/proofreading/data/districts.js';
import { cell, cells, rangeOf, replace, sentenceInCell, swap, thai, yearOf, type Plant } from './planting.js';
import type { Chance } from './random.js';

const NAMES = 'หนองไผ่ล้อม ดอนแก้ว วังตะเคียน โนนสง่า ห้วยยาง บางสวรรค์ เขาน้อย ท่าข้าม คลองใหม่ นาโพธิ์กลาง ป่าสัก ลำนางรอง'.split(
  ' ',
);
const TYPES = ['องค์การบริหารส่วนตำบล', 'เทศบาลตำบล', 'องค์การบริหาร ส่วนตำบล', 'อบต.', 'ทต.'];
const AFTER = ['ได้ประชุมหารือ', ' มีการประชุมหารือ', ' จัดให้มีการหารือ'];
const MONTHS = ['ม.ค.', 'ก.พ.', 'มี.ค.', 'เม.ย.', 'พ.ค.', 'มิ.ย.', 'ก.ค.', 'ส.ค.', 'ก.ย.', 'ต.ค.', 'พ.ย.', 'ธ.ค.'];
const TOLD = ['result', 'outcome'] as const;
const OWN_NAME =
  /(?<=องค์การบริหารส่วนตำบล|เทศบาลตำบล|เทศบาลเมือง)(?:ตัวอย่างพัฒนา|สมมติสามัคคี|บ้านตัวอย่าง|ตัวอย่างนคร|ทุ่งสมมติ|จำลองวิทยา|ห้วยจำลอง|สมมุติธานี|ทุ่งจำลอง)/g;

const score = (chance: Chance, from: number, to: number): number => chance.between(from * 100, to * 100) / 100;
const pick = (chance: Chance, items: readonly string[]): string => chance.one(items) ?? '';

/** Faults of severity E: name of the fault, rules that may find it, how it is planted. */
export const ERROR_PLANTS: Readonly<Record<string, { readonly rules: readonly string[]; readonly plant: Plant }>> = {
  'another agency': {
    rules: ['agency.foreign'],
    plant: sentenceInCell(
      ['method', 'result', 'outcome'],
      (chance) => pick(chance, TYPES) + pick(chance, NAMES) + pick(chance, AFTER),
    ),
  },
  'own name with a letter lost': {
    rules: ['agency.foreign'],
    plant: sentenceInCell(['method', 'result'], (chance, text) => {
      const name = OWN_NAME.exec(text)?.[0] ?? '';
      OWN_NAME.lastIndex = 0;
      const type = /องค์การบริหารส่วนตำบล|เทศบาลตำบล|เทศบาลเมือง/.exec(text)?.[0] ?? '';
      const consonants = [...name.matchAll(/[ก-ฮ](?![\u0E31\u0E34-\u0E3A\u0E47-\u0E4E])/g)]
        .map(({ index }) => index)
        .slice(1);
      const lost = chance.one(consonants) ?? 0;
      return `${type}${name.slice(0, lost)}${name.slice(lost + 1)}ได้ดำเนินการ`;
    }),
  },
  'district of another province': {
    rules: ['place.district'],
    plant: swap(/(?<=อำเภอ)[ก-๙]+(?= จังหวัด)/g, (match, chance, text) => {
      const own = /จังหวัด([ก-๙]+)/.exec(text)?.[1] ?? '';
      const others = Object.keys(DISTRICTS_BY_PROVINCE).filter(
        (province) => province !== own && province !== 'กรุงเทพมหานคร',
      );
      const district = pick(chance, (DISTRICTS_BY_PROVINCE[pick(chance, others)] ?? '').split(' ').slice(1));
      return (DISTRICTS_BY_PROVINCE[own] ?? '').split(' ').includes(district) ? null : district;
    }),
  },
  'another fiscal year': {
    rules: ['year.differs'],
    plant: sentenceInCell(['method', 'result'], (chance, text) => {
      const distance = pick(chance, ['-5', '-4', '-3', '-2', '2', '3']);
      return `ตามแผนประจำปีงบประมาณ พ.ศ. ${thai(yearOf(text) + Number(distance))}`;
    }),
  },
  'date outside the year': {
    rules: ['date.outside-year'],
    plant: sentenceInCell(['result'], (chance, text) => {
      const month = chance.between(1, 12);
      const first = yearOf(text) + (month >= 10 ? -1 : 0);
      const year = first + (chance.whole(2) === 0 ? 1 : -1) * chance.between(1, 2);
      const isLater = year === yearOf(text) + 1 && month < 10;
      return `เมื่อวันที่ ${thai(chance.between(1, 28))} ${MONTHS[month - 1] ?? ''} ${thai(isLater ? year + 1 : year)}`;
    }),
  },
  'impossible date': {
    rules: ['date.impossible'],
    plant: sentenceInCell(['result'], (chance, text) => {
      const [day, month] = pick(chance, ['๓๐ ก.พ.', '๓๑ เม.ย.', '๓๑ ก.ย.', '๓๒ มี.ค.', '๓๑ มิ.ย.']).split(' ');
      return `เมื่อวันที่ ${day ?? ''} ${month ?? ''} ${thai(yearOf(text))}`;
    }),
  },
  'wrong weekday': {
    rules: ['date.weekday'],
    plant: sentenceInCell(['result'], (chance, text) => {
      const day = chance.between(1, 28);
      const right = new Date(Date.UTC(yearOf(text) - 543, 1, day)).getUTCDay();
      const names = ['อาทิตย์', 'จันทร์', 'อังคาร', 'พุธ', 'พฤหัสบดี', 'ศุกร์', 'เสาร์'];
      return `เมื่อวัน${names[(right + chance.between(1, 6)) % 7] ?? ''}ที่ ${thai(day)} กุมภาพันธ์ ${thai(yearOf(text))}`;
    }),
  },
  'wrong difference': {
    rules: ['number.difference'],
    plant: sentenceInCell(['outcome'], (chance, text) => {
      const [before, after] = [score(chance, 70, 84), score(chance, 85, 99)];
      const wrong = (after - before + chance.between(1, 9) / 2).toFixed(2);
      const year = yearOf(text);
      return pick(chance, [
        `ปี ${thai(year)} ได้คะแนน ${thai(after.toFixed(2))} คะแนน ปี ${thai(year - 1)} ได้คะแนน ${thai(before.toFixed(2))} คะแนน เพิ่มขึ้น ${thai(wrong)} คะแนน`,
        `คะแนนเพิ่มจาก ${thai(before.toFixed(2))} คะแนน เป็น ${thai(after.toFixed(2))} คะแนน เพิ่มขึ้น ${thai(wrong)} คะแนน`,
      ]);
    }),
  },
  'wrong direction': {
    rules: ['number.difference', 'number.direction'],
    plant: sentenceInCell(['outcome'], (chance, text) => {
      const [low, high] = [score(chance, 70, 84), score(chance, 85, 99)];
      const difference = thai((high - low).toFixed(2));
      const year = yearOf(text);
      return pick(chance, [
        `ปี ${thai(year)} ได้คะแนน ${thai(low.toFixed(2))} คะแนน ปี ${thai(year - 1)} ได้คะแนน ${thai(high.toFixed(2))} คะแนน เพิ่มขึ้น ${difference} คะแนน`,
        `ได้คะแนนร้อยละ ${thai(low.toFixed(2))} ลดลง ${difference} คะแนน แสดงให้เห็นว่าประชาชนพึงพอใจการให้บริการเพิ่มมากขึ้น`,
        `คะแนนลดลง ${difference} คะแนน สะท้อนว่าการสื่อสารดีขึ้น`,
      ]);
    }),
  },
  'rise from a higher to a lower score': {
    rules: ['number.difference'],
    plant: sentenceInCell(['outcome'], (chance) => {
      const [low, high] = [score(chance, 40, 69), score(chance, 70, 99)];
      return `ความพึงพอใจเพิ่มขึ้นจากร้อยละ ${thai(high.toFixed(2))} เป็นร้อยละ ${thai(low.toFixed(2))}`;
    }),
  },
  'amount in other words': {
    rules: ['number.words'],
    plant: sentenceInCell(['method', 'result'], (chance) => {
      const [figure, other] = [chance.between(1, 4), chance.between(5, 9)];
      const words = ['หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า'];
      return `ใช้งบประมาณ ${thai(figure)},${thai(other)}๐๐ บาท (${words[other - 1] ?? ''}พัน${words[figure - 1] ?? ''}ร้อยบาทถ้วน)`;
    }),
  },
  'level that the score excludes': {
    rules: ['score.level'],
    plant: swap(/(?=ดังนี้)/g, (_match, chance) =>
      pick(chance, [
        `โดยได้คะแนน ${thai(score(chance, 86, 94).toFixed(2))} คะแนน อยู่ในระดับผ่านดีเยี่ยม `,
        `โดยได้คะแนน ${thai(score(chance, 71, 84).toFixed(2))} คะแนน อยู่ในระดับผ่าน `,
        `โดยได้ ${thai(score(chance, 50, 69).toFixed(2))} คะแนน (ผ่านดี) `,
      ]),
    ),
  },
  'empty cell': {
    rules: ['cell.empty'],
    plant: (text, chance) => {
      const place = cell(text, chance, ['method', 'result', 'outcome']);
      if (!place) return null;
      const line = text.lastIndexOf('\n', place.start) + 1;
      return { ...replace(text, place.start, place.end, ''), start: line, end: place.start };
    },
  },
  'cell copied from another column': {
    rules: ['cell.copied'],
    plant: (text, chance) => {
      const target = chance.one(cells(text, [...TOLD]).filter(({ ranges }) => ranges.length === 1));
      const sources = cells(text, ['responsible', 'method', 'period']).filter(
        ({ row, table }) => row === target?.row && table === target?.table,
      );
      const source = rangeOf(chance.one(sources.filter(({ tight }) => tight.text.length >= 10)));
      const place = rangeOf(target);
      return place && source ? replace(text, place.start, place.end, text.slice(source.start, source.end)) : null;
    },
  },
  'measure listed twice': {
    rules: ['title.duplicate'],
    plant: (text, chance) => {
      const titles = cells(text, ['measure']);
      const target = chance.one(titles.slice(1));
      const source = rangeOf(titles.filter((title) => title.table === target?.table && title.row !== target.row)[0]);
      const place = rangeOf(target);
      if (!place || !source) return null;
      const label = /^(?:- |[๐-๙.]+ )?/;
      const [old, other] = [text.slice(place.start, place.end), text.slice(source.start, source.end)];
      return replace(
        text,
        place.start,
        place.end,
        (label.exec(old)?.[0] ?? '') + other.replace(label, '') + pick(chance, ['', ' (ต่อ)']),
      );
    },
  },
  'zero instead of the letter O': {
    rules: ['code.glyph'],
    plant: sentenceInCell(
      ['method', 'result'],
      (chance) => `(อ้างอิงจาก ${pick(chance, ['0', '๐'])}${thai(chance.between(1, 28))})`,
    ),
  },
  'code of another year': {
    rules: ['code.unknown'],
    plant: sentenceInCell(['method', 'result'], (chance) => `ตามข้อ O${chance.between(44, 60)}`),
  },
  'wrong parent number': {
    rules: ['numbering.parent'],
    plant: swap(/(?<=\n)[๑-๓]\.[๑-๓](?= )/g, (match, chance) => `${thai(chance.between(4, 9))}${match[0].slice(1)}`),
  },
  'period that ends before it begins': {
    rules: ['period.unreadable', 'date.outside-year'],
    plant: swap(
      /(?<=\t)(ต\.ค\.|ตุลาคม|ม\.ค\.) (๒๕๖๗|๖๘|๖๗) – ([^\t]+?)(?=\t)/g,
      (match) => `${match[3] ?? ''} – ${match[1] ?? ''} ${match[2] ?? ''}`,
    ),
  },
  'organization misnamed': {
    rules: ['term.official'],
    plant: sentenceInCell(['method', 'result'], () => 'องค์กรบริหารส่วนตำบล'),
  },
  'personal data': {
    rules: ['personal.data'],
    plant: sentenceInCell(['method', 'result'], (chance) => {
      const twelve = [chance.between(1, 8), ...Array.from({ length: 11 }, () => chance.whole(10))];
      const check = (11 - (twelve.reduce((sum, digit, index) => sum + digit * (13 - index), 0) % 11)) % 10;
      const identity = [...twelve, check].join('');
      const grouped = identity.replace(/^(\d)(\d{4})(\d{5})(\d{2})(\d)$/, '$1-$2-$3-$4-$5');
      const rest = (length: number): string => Array.from({ length }, () => chance.whole(10)).join('');
      return pick(chance, [
        `เลขประจำตัวประชาชน ${thai(identity)}`,
        `บัตรประชาชน ${grouped}`,
        `โทร. 08${chance.between(0, 9)}-${rest(3)}-${rest(4)}`,
        `เลขที่บัญชี ${rest(3)}-${rest(1)}-${rest(5)}-${rest(1)}`,
        `ส่งที่ tuayang.${rest(2)}@gmail.com`,
      ]);
    }),
  },
};
