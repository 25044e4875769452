import type { Severity } from '../../../src/core/proofreading/finding.js';
import { RULES } from '../../../src/core/proofreading/rules.js';

export const SEVERITY_LABELS: Readonly<Record<Severity, string>> = { E: 'ต้องแก้', W: 'ควรตรวจ', I: 'คำแนะนำ' };

const TITLES: ReadonlyMap<string, string> = new Map(RULES.map(({ id, title }) => [id, title.th]));

/** What a rule is called; an unknown one, of another version, by its name. */
export const ruleTitle = (rule: string): string => TITLES.get(rule) ?? rule;

export const findingTitle = (severity: Severity, rule: string): string =>
  `${SEVERITY_LABELS[severity]} · ${ruleTitle(rule)}`;

/** How many of each there are, gravest first. */
export function proofHeadline(weights: readonly Severity[]): string {
  const count = (severity: Severity): number => weights.filter((each) => each === severity).length;
  const parts = (['E', 'W', 'I'] as const)
    .filter((severity) => count(severity) > 0)
    .map((severity) => `${SEVERITY_LABELS[severity]} ${count(severity)} แห่ง`);
  return parts.length === 0 ? 'ตรวจทานแล้ว ไม่พบข้อสังเกต' : `ผลการตรวจทาน: ${parts.join(' ')}`;
}

export const moreFindings = (count: number): string => (count > 0 ? `และอีก ${count} แห่ง แก้แล้วระบบจะตรวจใหม่` : '');

export const clearedText = (person: string, reason: string): string => `${person} ยืนยันว่าเผยแพร่ได้ เพราะ ${reason}`;

/** How an agency uses a rule. */
export const MODE_LABELS = {
  usual: 'ใช้ตามปกติ',
  W: 'ลดเป็นควรตรวจ',
  I: 'ลดเป็นคำแนะนำ',
  off: 'ปิด ไม่ใช้กฎนี้',
} as const;

/** What a change of a rule or a word made of it. */
export function changeText(kind: 'rule' | 'word', name: string, became: string | null): string {
  if (kind === 'rule') return Object.entries(MODE_LABELS).find(([mode]) => mode === became)?.[1] ?? '';
  if (became === null) return 'นำคำออกจากคลัง';
  return became === name ? 'กำหนดให้ใช้ได้ ไม่ต้องทัก' : `กำหนดให้เสนอเป็น “${became}”`;
}

export const usualText = (severity: Severity): string => `ระดับปกติ: ${SEVERITY_LABELS[severity]}`;

export const becauseText = (person: string, reason: string): string => `${reason} (${person})`;
