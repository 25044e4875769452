import { TOPICS } from './data/topics.js';
import type { ProofContext } from './proof-context.js';
import { cellOf, titleCellOf, type Passage } from './proof-document.js';
import { tightSpan, type Rule } from './rule.js';

const FINDING = /^-?(?:([ie])(\d{1,2})|(\d)(\d{1,2})(?=ประเด็น))(?:ประเด็น)?/i;

/** Every question the assessor criticised (i…, e…) is answered by a measure on the same topic. */
export const answeredFindingsRule: Rule = {
  id: 'finding.unanswered',
  severity: 'W',
  title: { th: 'ข้อเสนอแนะยังไม่มีมาตรการรองรับ', en: 'Finding without a measure' },
  source: 'DOMAIN 5.4 (findings each answered by a measure)',
  check: (context: ProofContext) => {
    if (context.kind !== 'analysis') return [];
    const measures = measureTexts(context);
    if (measures.length === 0) return [];
    const answered = new Set(TOPICS.filter(({ answer }) => measures.some((measure) => answer.test(measure))));
    return context.passages.filter(isFinding).flatMap((passage) => {
      const topics = topicsOf(passage.tight.text);
      if (topics.length === 0 || topics.some((topic) => answered.has(topic))) return [];
      const head = FINDING.exec(passage.tight.text)?.[0] ?? '';
      return [
        {
          ...tightSpan(passage, 0, Math.min(passage.tight.text.length, head.length + 60)),
          message: {
            th: `ยังไม่มีมาตรการที่ตอบประเด็นนี้ (${topics.map(({ th }) => th).join(', ')})`,
            en: `No measure answers this finding (${topics.map(({ en }) => en).join(', ')})`,
          },
        },
      ];
    });
  },
};

const isFinding = (passage: Passage): boolean =>
  passage.part === 'paragraph' && FINDING.test(passage.tight.text) && /ประเด็น/.test(passage.tight.text.slice(0, 20));

/** The criticism is the sentence before "ดังนั้น": what follows is advice and names other topics too. */
const topicsOf = (tight: string): typeof TOPICS => {
  const criticism = tight.split('ดังนั้น')[0] ?? tight;
  return TOPICS.filter(({ question }) => question.test(criticism)).slice(0, 1);
};

function measureTexts({ tables }: ProofContext): string[] {
  return tables
    .filter((table) => table.columns.some(({ role }) => role === 'measure'))
    .flatMap((table) =>
      table.rows.map(
        (row) => `${titleCellOf(table, row)?.tight.text ?? ''} ${cellOf(table, row, 'method')?.tight.text ?? ''}`,
      ),
    );
}
