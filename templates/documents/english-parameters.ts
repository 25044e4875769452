import { englishName } from '../../src/core/announcement/language-parameters.js';
import type { Parameter } from './document-template.js';

const WORDED: readonly Parameter['type'][] = ['text', 'long-text', 'list'];

/** Each parameter; in a template that has an English text, what is worded is followed by its English counterpart. */
export const withEnglish = (parameters: readonly Parameter[], languages: readonly string[]): readonly Parameter[] =>
  languages.includes('en')
    ? parameters.flatMap((each) => (WORDED.includes(each.type) ? [each, counterpart(each)] : [each]))
    : parameters;

const counterpart = ({ label, hint, ...parameter }: Parameter): Parameter => ({
  ...parameter,
  name: englishName(parameter.name),
  required: false,
  label: { th: `${label.th} (ฉบับภาษาอังกฤษ)`, en: `${label.en} (English edition)` },
  hint: {
    th: `กรอกเมื่อประกาศมีฉบับภาษาอังกฤษ เว้นว่างหากใช้ข้อความเดียวกัน เช่น ที่อยู่เว็บ${hint ? ` · ${hint.th}` : ''}`,
    en: `For an English edition; leave it empty where the text is the same, such as a web address${hint ? `. ${hint.en}` : ''}`,
  },
});
