import type { RoutedKind } from '../../../src/core/route/route-problems.js';
import { STAGES_OF_KIND } from '../../../src/core/route/route-problems.js';
import { ACTING_CAPACITIES } from '../../../src/core/acting/signature-block.js';
import type { ForeseenSigner, ForeseenStep } from '../../../src/core/route/foresee.js';
import type { RouteStep, Stage } from '../../../src/core/route/route.js';
import { printedDigits, type DigitStyle } from '../../../src/core/thai/digits.js';
import type { Choice } from '../components/field.js';
import type { SimulatedStepView } from '../components/route-simulation.js';

const STAGE_LABELS: Readonly<Record<Stage, string>> = {
  review: 'เห็นชอบ',
  approval: 'อนุมัติ',
  signing: 'ลงนาม',
  results: 'รับรองผล',
};

/** Stages of a kind, and none: a step without a stage is left out. */
export const stageChoices = (kind: RoutedKind): Choice[] => [
  { value: '', label: 'ไม่ใช้ขั้นนี้' },
  ...STAGES_OF_KIND[kind].map((stage) => ({ value: stage, label: STAGE_LABELS[stage] })),
];

export const ASKS_CHOICES: readonly Choice[] = [
  { value: 'responsible_division_heads', label: 'หัวหน้าส่วนราชการที่รับผิดชอบ' },
  { value: 'chief_administrator', label: 'ปลัด' },
  { value: 'executive', label: 'ผู้บริหาร' },
  { value: 'posts', label: 'ตำแหน่งที่เลือกด้านล่าง' },
];

const MOST_COUNTED = 5;
export const NEED_CHOICES: readonly Choice[] = [
  { value: 'all', label: 'ครบทุกตำแหน่ง' },
  { value: 'any', label: 'ตำแหน่งใดตำแหน่งหนึ่ง' },
  ...Array.from({ length: MOST_COUNTED }, (_, index) => ({
    value: String(index + 1),
    label: `อย่างน้อย ${index + 1} ตำแหน่ง`,
  })),
];

/** "ขั้นที่ 1 เห็นชอบ (ครบทุกตำแหน่ง ภายใน 5 วันทำการ)" with each post and who holds it. */
export const simulatedStep = (
  { stage, need, dueInDays, slots }: ForeseenStep,
  index: number,
  digits: DigitStyle,
): SimulatedStepView => ({
  title: printedDigits(`ขั้นที่ ${index + 1} ${STAGE_LABELS[stage]}`, digits),
  terms: printedDigits(
    [needText(need), dueInDays ? `ภายใน ${dueInDays} วันทำการ` : ''].filter(Boolean).join(' '),
    digits,
  ),
  asked: slots.map(({ postName, signers }) => ({
    post: postName,
    people: signers
      .filter(({ refusal }) => refusal === null)
      .map(signerText)
      .join(' หรือ '),
    keptOut: signers.flatMap((signer) =>
      signer.refusal ? [`${signerText(signer)} ลงนามไม่ได้ เพราะ${WHY_KEPT_OUT[signer.refusal]}`] : [],
    ),
  })),
});

/** "นายสมมติ ใจดี (รักษาราชการแทน)" */
const signerText = ({ name, orders }: ForeseenSigner): string => {
  const by = orders.at(-1)?.capacity;
  return by ? `${name} (${ACTING_CAPACITIES[by].th})` : name;
};

const WHY_KEPT_OUT: Readonly<Record<NonNullable<ForeseenSigner['refusal']>, string>> = {
  'route.own-submission': 'เป็นผู้เสนอเรื่อง',
  'route.own-text': 'เป็นผู้เขียนข้อความ',
  'route.already-decided': 'ต้องลงนามในขั้นก่อนหน้า',
};

const needText = (need: RouteStep['need']): string =>
  NEED_CHOICES.find(({ value }) => value === String(need))?.label ?? `อย่างน้อย ${need} ตำแหน่ง`;

/** A problem of a step says which one. */
export const stepProblem = (step: number | null, sentence: string): string =>
  step === null ? sentence : `ขั้นที่ ${step + 1}: ${sentence}`;
