import type { Finding } from './findings.js';
import { INDICATORS } from './indicators.js';

/** What a finding is about, for lists: "e6 ควร…" or "ตัวชี้วัดที่ 7 … (84.50)". Arabic digits. */
export function findingTitle({ indicator, code, texts, score }: Finding): string {
  if (code !== null) return `${code} ${texts.join(' ')}`;
  const name = INDICATORS.find(({ number }) => number === indicator)?.name ?? '';
  return `ตัวชี้วัดที่ ${indicator} ${name} (${score?.toFixed(2) ?? ''})`;
}
