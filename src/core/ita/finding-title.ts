import { INSTRUMENT_WORDS } from '../thai/level-words.js';
import { TARGET_SCORE } from './analyse-scores.js';
import type { Finding } from './findings.js';
import { INDICATORS } from './indicators.js';

/** What a finding is about, for lists: "e6 ควร…", "ตัวชี้วัดที่ 7 … (84.50)" or "EIT ส่วนที่ 1 …". Arabic digits. */
export function findingTitle({ indicator, instrument, code, texts, score }: Finding): string {
  if (code !== null) return `${code} ${texts.join(' ')}`;
  if (instrument !== null) {
    return `คะแนน ${INSTRUMENT_WORDS[instrument].th} ต่ำกว่าค่าเป้าหมาย ${TARGET_SCORE} คะแนน (${score?.toFixed(2) ?? ''})`;
  }
  const name = INDICATORS.find(({ number }) => number === indicator)?.name ?? '';
  return `ตัวชี้วัดที่ ${indicator} ${name} (${score?.toFixed(2) ?? ''})`;
}
