import { DomainError } from '../../src/core/errors.js';
import { layoutProblems } from '../../src/core/report/layout-schema.js';
import type { ReportLayout } from '../../src/core/report/layout.js';
import type { SchemaProblem } from '../../src/core/schema/json-schema.js';

/** One fault of the data, with a remedy that a person can act on. */
export interface DataProblem {
  readonly path: string;
  readonly kind: string;
  readonly th: string;
  readonly en: string;
}

/** The refusal of data that a template cannot print; names every offending field and its remedy. */
export function dataInvalid(template: string, problems: readonly DataProblem[]): DomainError {
  return new DomainError('document.data-invalid', { template, path: problems[0]?.path ?? '', problems });
}

type Sentence = (expected: string) => { readonly th: string; readonly en: string };

const SENTENCES: Readonly<Record<SchemaProblem['kind'], Sentence>> = {
  missing: () => ({ th: 'ยังไม่ได้กรอก', en: 'is missing; fill it in' }),
  'unknown-field': () => ({
    th: 'ไม่ใช่ช่องของแม่แบบนี้ ตรวจตัวสะกดหรือนำออก',
    en: 'is not a field of this template; check its spelling or remove it',
  }),
  'wrong-type': (expected) => ({ th: `ต้องเป็นชนิด ${expected}`, en: `must be of type ${expected}` }),
  'too-short': (least) => ({ th: `ต้องยาวอย่างน้อย ${least} ตัวอักษร`, en: `must have at least ${least} characters` }),
  'too-long': (most) => ({
    th: `ยาวเกิน ${most} ตัวอักษร ย่อหรือแบ่งข้อความ`,
    en: `is longer than ${most} characters; shorten or split it`,
  }),
  'too-few': (least) => ({ th: `ต้องมีอย่างน้อย ${least} รายการ`, en: `needs at least ${least} entries` }),
  'too-many': (most) => ({ th: `มีเกิน ${most} รายการ`, en: `has more than ${most} entries` }),
  'out-of-range': (range) => ({ th: `ต้องอยู่ในช่วง ${range}`, en: `must lie in ${range}` }),
  'not-allowed': (values) => ({ th: `ต้องเป็นค่าใดค่าหนึ่งต่อไปนี้ ${values}`, en: `must be one of ${values}` }),
  'wrong-pattern': (form) => ({ th: `ต้องเขียนในรูป ${form}`, en: `must be written as ${form}` }),
  'not-a-date': () => ({
    th: 'ต้องเป็นวันที่ที่มีอยู่จริง เขียนแบบ ค.ศ. เช่น 2025-10-06',
    en: 'must be an existing date, written like 2025-10-06',
  }),
  'control-character': () => ({
    th: 'มีอักขระควบคุมที่มองไม่เห็น พิมพ์ข้อความใหม่',
    en: 'holds an invisible control character; type the text again',
  }),
};

/** Schema problems as sentences in Thai and English, each beginning with the field. */
export function withSentences(problems: readonly SchemaProblem[]): DataProblem[] {
  return problems.map(({ path, kind, expected }) => {
    const { th, en } = SENTENCES[kind](expected);
    const field = path === '' ? 'data' : path;
    return { path, kind, th: `${field} ${th}`, en: `${field} ${en}` };
  });
}

const LAYOUT_SENTENCES: Readonly<Record<string, Sentence>> = {
  'column-missing': (column) => ({ th: `ยังไม่มีคอลัมน์ ${column}`, en: `lacks the column ${column}` }),
  'column-twice': (column) => ({ th: `แสดงคอลัมน์ ${column} ซ้ำ`, en: `shows the column ${column} twice` }),
  'unknown-placeholder': (name) => ({
    th: `มีช่องเติมข้อความที่ไม่รู้จัก ${name} ตรวจตัวสะกดหรือนำออก`,
    en: `holds an unknown placeholder ${name}; check its spelling or remove it`,
  }),
};

/**
 * A layout that leaves a text of the report out, or says something twice, is not printed.
 * @param introduction the report's own, in place of the layout's
 * @throws DomainError document.data-invalid
 */
export function refuseBadLayout(template: string, layout: ReportLayout, introduction: string | null): void {
  const problems = layoutProblems({ ...layout, introduction: introduction ?? layout.introduction });
  if (problems.length === 0) return;
  const said = problems.map(({ path, kind, expected }) => {
    const { th, en } = LAYOUT_SENTENCES[kind]?.(expected) ?? { th: expected, en: expected };
    const field = introduction !== null && path === 'introduction' ? path : `layout.${path}`;
    return { path: field, kind, th: `${field} ${th}`, en: `${field} ${en}` };
  });
  throw dataInvalid(template, said);
}
