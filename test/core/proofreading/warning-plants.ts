import { MISSPELLINGS } from '../../../src/core/proofreading/data/misspellings.js';
import { cell, replace, sentenceInCell, swap, thai, type Plant } from './planting.js';
import type { Chance } from './random.js';

const WORD_RULES = ['word.misspelt', 'word.near-miss', 'word.look-alike', 'term.official'];
const WORDS =
  'ปฏิบัติหน้าที่ ประสิทธิภาพ เจ้าหน้าที่ของรัฐ ตรวจสอบได้ ข้อเสนอแนะ การมีส่วนร่วม ขั้นตอน พึงพอใจ ทรัพย์สินของราชการ ผู้บังคับบัญชา'.split(' ');
const LONG_WORDS =
  'งบประมาณรายจ่าย ประมวลจริยธรรม ผู้มาติดต่อราชการ ข้อมูลข่าวสาร องค์กรปกครองส่วนท้องถิ่น เอกสารหลักฐาน มอบหมายงาน'.split(' ');
const MARKS = ['\u0E34', '\u0E35', '\u0E36', '\u0E37', '\u0E38', '\u0E39', '\u0E48', '\u0E49'];

/** Adds words behind the text of a cell, inside its last paragraph. */
const atCellEnd =
  (words: (chance: Chance) => string): Plant =>
  (text, chance) => {
    const place = cell(text, chance, ['method', 'result', 'outcome']);
    if (!place) return null;
    const at = place.end - (/(?:<\/p>)?$/.exec(text.slice(place.start, place.end))?.[0].length ?? 0);
    return replace(text, at, at, words(chance));
  };

/** Faults of severity W. */
export const WARNING_PLANTS: Readonly<Record<string, { readonly rules: readonly string[]; readonly plant: Plant }>> = {
  'known misspelling': {
    rules: WORD_RULES,
    plant: sentenceInCell(['method', 'result', 'outcome'], (chance) => `มี${chance.one(MISSPELLINGS)?.wrong ?? ''}`),
  },
  'wrong vowel or tone mark': {
    rules: WORD_RULES,
    plant: sentenceInCell(['method', 'result', 'outcome'], (chance) => {
      const word = chance.one(WORDS) ?? '';
      const places = [...word.matchAll(/[\u0E34-\u0E39\u0E48\u0E49]/g)];
      const place = chance.one(places)?.index ?? 0;
      const mark = chance.one(MARKS.filter((candidate) => candidate !== word.charAt(place))) ?? '';
      return `ด้าน${word.slice(0, place)}${mark}${word.slice(place + 1)}`;
    }),
  },
  'letter lost inside a word': {
    rules: WORD_RULES,
    plant: sentenceInCell(['method', 'result', 'outcome'], (chance) => {
      const word = chance.one(LONG_WORDS) ?? '';
      const bare = [...word.matchAll(/[ก-ฮ](?![\u0E30-\u0E3A\u0E45-\u0E4E])/g)].map(({ index }) => index);
      const lost = chance.one(bare.filter((index) => index > 2 && index < word.length - 2)) ?? 0;
      return `เรื่อง${word.slice(0, lost)}${word.slice(lost + 1)}`;
    }),
  },
  'office of another kind of agency': {
    rules: ['agency.kind'],
    plant: sentenceInCell(['method', 'result'], (chance, text) =>
      /องค์การบริหารส่วนตำบล/.test(text.slice(0, 600))
        ? `เสนอ${chance.one(['นายกเทศมนตรี', 'ปลัดเทศบาล', 'สภาเทศบาล']) ?? ''}เพื่อพิจารณา`
        : `เสนอ${chance.one(['นายก อบต.', 'ปลัดองค์การบริหารส่วนตำบล', 'สภาองค์การบริหารส่วนตำบล']) ?? ''}เพื่อพิจารณา`,
    ),
  },
  'wrong sum': {
    rules: ['number.sum'],
    plant: sentenceInCell(['result'], (chance) => {
      const [men, women] = [chance.between(5, 90), chance.between(5, 90)];
      return `ชาย ${thai(men)} คน หญิง ${thai(women)} คน รวม ${thai(men + women + chance.between(1, 30))} คน`;
    }),
  },
  'word written twice': {
    rules: ['word.doubled'],
    plant: sentenceInCell(['method', 'result', 'outcome'], (chance) => {
      const word = chance.one(['มาตรการ', 'ดำเนินการ', 'ประชาชน', 'หน่วยงาน', 'เผยแพร่', 'และ', 'เพื่อ', 'ได้']) ?? '';
      return `งาน${word}${word}นี้`;
    }),
  },
  'wrong name of the assessment': {
    rules: ['term.official'],
    plant: sentenceInCell(
      ['method', 'result'],
      (chance) =>
        chance.one([
          'การประเมินผลคุณธรรมและความโปร่งใส',
          'ความโปร่งใสในการดำเนินงานของหน่วยงานของรัฐ',
          'No GiftPolicy',
          'no gift policy',
        ]) ?? '',
    ),
  },
  'unfinished cell': {
    rules: ['sentence.unfinished'],
    plant: atCellEnd((chance) => ` ${chance.one(['และ', 'เพื่อ', 'เพื่อให้ประชาชน', 'รวมถึง', 'ได้แก่', 'เนื่องจาก']) ?? ''}`),
  },
  'announced list that is not given': {
    rules: ['list.missing'],
    plant: atCellEnd(() => ' โดยมีรายละเอียดดังต่อไปนี้'),
  },
  'link to a home page': {
    rules: ['link.home-page'],
    plant: sentenceInCell(
      ['result', 'outcome'],
      (chance) => `https://www.tuayang${chance.whole(100)}.example.go.th${chance.one(['', '/', '/index.php']) ?? ''}`,
    ),
  },
  'sara am in two characters': {
    rules: ['unicode.broken'],
    plant: swap(/(?<=[ก-ฮ])ำ/g, () => '\u0E4D\u0E32'),
  },
  'gap in a list': {
    rules: ['numbering.gap'],
    plant: swap(/๓\.(?= [ก-ฮเ-ไ])/g, (_match, chance) => `${thai(chance.between(4, 9))}.`),
  },
};
