import type { Finding } from '../../src/core/proofreading/finding.js';

type PlacedFinding = Finding & { readonly at: string | null };

const LONGEST_QUOTE = 120;
const SEVERITIES = { E: 'ผิด', W: 'ควรตรวจ', I: 'แนะนำ' } as const;

/** The findings for people: place, quote, explanation in Thai and English, and the repair; the count at the end. */
export function findingsText(findings: readonly PlacedFinding[]): string {
  const count = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const total = `ผิด ${count('E')} ควรตรวจ ${count('W')} แนะนำ ${count('I')} / ${count('E')} errors, ${count('W')} warnings, ${count('I')} notes\n`;
  return findings.map(findingText).join('') + total;
}

function findingText(finding: PlacedFinding): string {
  const { rule, severity, quote, message, suggestion } = finding;
  const shown = quote.replace(/\s+/g, ' ').trim();
  const lines = [
    `${severity} ${SEVERITIES[severity]} [${rule}] ${placeText(finding)}`,
    ...(shown === '' ? [] : [`    “${shown.length > LONGEST_QUOTE ? `${shown.slice(0, LONGEST_QUOTE)}…` : shown}”`]),
    `    ${message.th}`,
    `    ${message.en}`,
    ...(suggestion === null ? [] : [`    → ${suggestion === '' ? '(ลบ / delete)' : suggestion}`]),
  ];
  return `${lines.join('\n')}\n\n`;
}

function placeText({ place, at }: PlacedFinding): string {
  const parts = [
    at ?? `บรรทัด ${place.line}`,
    place.table === null ? null : `ตาราง ${place.table}`,
    place.row === null ? null : `แถว ${place.rowLabel ?? place.row}`,
    place.column === null ? null : `ช่อง ${place.column}`,
  ];
  return parts.filter((part) => part !== null).join(' ');
}
