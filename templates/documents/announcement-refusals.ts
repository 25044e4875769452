import { wordingProblems, type WordingProblem } from '../../src/core/wording/markup.js';
import type { AnnouncementFrame } from './announcement-frame.js';
import { dataInvalid, type DataProblem } from './data-problems.js';

/** @throws DomainError document.data-invalid naming the line of each fault of an organization's own wording */
export function refuseBadWording(template: string, wording: string, placeholders: readonly string[]): void {
  const problems = wordingProblems(wording, placeholders);
  if (problems.length > 0) throw dataInvalid(template, problems.map(wordingSentence));
}

/** @throws DomainError document.data-invalid when a name has no English form to print */
export function refuseMissingEnglish(template: string, { agency, signer }: AnnouncementFrame): void {
  const fields: readonly (readonly [string, unknown, string])[] = [
    ['agency.nameEn', agency.nameEn, 'ชื่อหน่วยงานภาษาอังกฤษ'],
    ['signer.nameEn', signer.name === '' || signer.nameEn, 'ชื่อผู้ลงนามภาษาอังกฤษ'],
    ['signer.postEn', signer.postEn, 'ตำแหน่งผู้ลงนามภาษาอังกฤษ'],
    ...signer.acting.map(
      (link, index) => [`signer.acting[${index}].postEn`, link.postEn, 'ตำแหน่งที่รักษาราชการแทนภาษาอังกฤษ'] as const,
    ),
  ];
  const problems = fields
    .filter(([, value]) => !value)
    .map(([path, , label]): DataProblem => ({
      path,
      kind: 'missing',
      th: `${path} ฉบับภาษาอังกฤษต้องมี${label}`,
      en: `${path} is needed for the English version; fill it in`,
    }));
  if (problems.length > 0) throw dataInvalid(template, problems);
}

function wordingSentence({ line, kind, found }: WordingProblem): DataProblem {
  const { th, en } = WORDING_SENTENCES[kind](found);
  return { path: `wording:${line}`, kind, th: `บรรทัดที่ ${line} ${th}`, en: `line ${line}: ${en}` };
}

const WORDING_SENTENCES: Readonly<Record<WordingProblem['kind'], (found: string) => { th: string; en: string }>> = {
  'unknown-placeholder': (found) => ({
    th: `ไม่รู้จักช่องว่าง {${found}} เลือกจากรายการช่องว่างของแม่แบบ`,
    en: `the placeholder {${found}} is not known; choose one of this template`,
  }),
  'unclosed-brace': () => ({ th: 'วงเล็บปีกกาไม่ครบคู่', en: 'a brace is not closed' }),
  'no-title': () => ({
    th: 'ไม่มีบรรทัดชื่อเรื่อง เริ่มบรรทัดแรกด้วย # และเว้นวรรค',
    en: 'there is no title; begin the first line with "# "',
  }),
  'second-title': () => ({
    th: 'มีชื่อเรื่องมากกว่าหนึ่ง ใช้ ## สำหรับหัวข้อ',
    en: 'there is a second title; use ## for headings',
  }),
  'empty-block': () => ({ th: 'มีเครื่องหมายแต่ไม่มีข้อความ', en: 'a mark without text' }),
  'unknown-mark': () => ({
    th: 'ไม่รองรับเครื่องหมายนี้ ใช้ได้เฉพาะต้นบรรทัด: # ชื่อเรื่อง ## หัวข้อ 1. ข้อ 1 (1) และ - โดยเว้นวรรคหลังเครื่องหมาย',
    en: 'this mark is not understood; a line may begin with "# ", "## ", "1. ", "ข้อ 1 ", "(1) " or "- "',
  }),
};
