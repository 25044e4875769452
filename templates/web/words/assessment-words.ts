import type { Finding } from '../../../src/core/ita/findings.js';
import { findingTitle } from '../../../src/core/ita/finding-title.js';
import { INDICATORS } from '../../../src/core/ita/indicators.js';
import { INSTRUMENT_WORDS } from '../../../src/core/thai/level-words.js';

/** The numbers of a result by the names they have in the data, in the order a form asks for them. */
export const SCORE_FIELDS: readonly { readonly name: string; readonly label: string }[] = [
  { name: 'overall', label: 'คะแนนภาพรวม' },
  ...(['iit', 'eit1', 'eit2', 'oit'] as const).map((instrument) => ({
    name: `instruments.${instrument}`,
    label: `คะแนน ${INSTRUMENT_WORDS[instrument].th}`,
  })),
  ...INDICATORS.map(({ number, name }) => ({
    name: `indicators[${number - 1}]`,
    label: `ตัวชี้วัดที่ ${number} ${name}`,
  })),
];

const PROPOSAL_STATES = {
  open: { tone: 'wait', label: 'รอพิจารณา' },
  accepted: { tone: 'published', label: 'รับเป็นร่างแล้ว' },
  answered: { tone: 'published', label: 'มีมาตรการรองรับแล้ว' },
  dropped: { tone: 'stopped', label: 'ไม่รับ' },
} as const;
export const proposalState = (state: keyof typeof PROPOSAL_STATES) => PROPOSAL_STATES[state];

export const proposalTitle = (finding: Finding): string => findingTitle(finding);

export const doubtText = (field: string, given: number, usual: number): string => {
  const label = SCORE_FIELDS.find(({ name }) => name === field)?.label ?? field;
  return `${label} ${given.toFixed(2)} ต่างจากที่คำนวณตามน้ำหนักปกติ ${usual.toFixed(2)}`;
};

export const unreadText = (row: number, text: string): string => `แถวที่ ${row}: ${text}`;
