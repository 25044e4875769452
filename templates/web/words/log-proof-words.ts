import type { DigitStyle } from '../../../src/core/thai/digits.js';
import { fiscalYearOf, fiscalYearSpan } from '../../../src/core/ita/fiscal-year.js';
import { thaiDate, thaiMonth } from '../../../src/core/thai/dates.js';
import type { Choice } from '../components/field.js';
import { printedDigits } from '../../../src/core/thai/digits.js';
import { links } from '../links.js';
import type { WitnessView } from '../components/log-witnesses.js';
import type { CheckpointView, ExportRow, StampView } from '../pages/staff/log-proof.page.js';
import { itemHref, kindLabel } from './item-words.js';
import { troubleText } from './publication-words.js';
import { momentText, sizeText } from './time-words.js';
import type { ItemKindName } from '../../../src/core/item.js';

interface Checkpoint {
  readonly size: number;
  readonly root: Uint8Array;
  readonly madeAt: Date;
}

/** The newest checkpoint in words. @param logSize how many events the log has by now */
export function checkpointView(checkpoint: Checkpoint, logSize: number, digits: DigitStyle): CheckpointView {
  const { size, root, madeAt } = checkpoint;
  const newer = logSize - size;
  return {
    sizeText: `${printedDigits(String(size), digits)} รายการ`,
    root: hex(root),
    madeAt: madeAt.toISOString(),
    madeAtText: momentText(madeAt, digits),
    newerText:
      newer > 0
        ? `มีรายการใหม่กว่า ${printedDigits(String(newer), digits)} รายการ จะลงนามในไม่เกิน ๑๕ นาที หรือเมื่อจัดทำชุดบันทึก`
        : 'ครอบคลุมทุกรายการแล้ว',
    href: links.logCheckpoint(size),
  };
}

interface Stamp {
  readonly size: number;
  readonly stampedAt: Date;
  readonly authority: string;
}

export const stampView = ({ size, stampedAt, authority }: Stamp, digits: DigitStyle): StampView => ({
  sizeText: `${printedDigits(String(size), digits)} รายการแรก`,
  stampedAt: stampedAt.toISOString(),
  stampedAtText: momentText(stampedAt, digits),
  authority,
  checkpointHref: links.logCheckpoint(size),
  href: links.logStamp(size),
});

interface WitnessStanding {
  readonly name: string;
  readonly newest: { readonly size: number; readonly at: Date } | null;
  readonly problem: { readonly code: string } | null;
  readonly isSetAside: boolean;
  /** Of the work that is asked for or stands still; null for none. */
  readonly workId: string | null;
}

/** @param shown key as it is handed out; newest size of a checkpoint; whether the reader may ask again */
export function witnessView(
  { name, newest, problem, isSetAside, workId }: WitnessStanding,
  shown: { readonly key: string; readonly checkpointSize: number; readonly mayRetry: boolean },
  digits: DigitStyle,
): WitnessView {
  const isUpToDate = newest !== null && newest.size >= shown.checkpointSize;
  return {
    name,
    verifierKey: shown.key,
    newest: newest && {
      sizeText: `${printedDigits(String(newest.size), digits)} รายการแรก`,
      at: newest.at.toISOString(),
      atText: momentText(newest.at, digits),
    },
    state: isSetAside ? 'พยานไม่ยอมรับ พักไว้' : problem ? 'ยังไม่ตอบ จะถามใหม่เอง' : isUpToDate ? 'ตอบแล้ว' : 'รอถาม',
    trouble: problem && troubleText(problem.code),
    isSetAside,
    workId: shown.mayRetry && problem ? workId : null,
  };
}

interface Days {
  readonly from: string;
  readonly to: string;
}

/** A fiscal year by its number, other days by their dates. */
function daysText({ from, to }: Days, digits: DigitStyle): string {
  const year = fiscalYearOf(from);
  const { startsOn, endsOn } = fiscalYearSpan(year);
  if (startsOn === from && endsOn === to) return fiscalYearChoice(year, digits).label;
  return `${thaiDate(from, digits)} ถึง ${thaiDate(to, digits)}`;
}

/** A fiscal year (BE) to choose. */
export const fiscalYearChoice = (year: number, digits: DigitStyle): Choice => ({
  value: String(year),
  label: `ปีงบประมาณ พ.ศ. ${printedDigits(String(year), digits)}`,
});

/** A month to choose. @param month YYYY-MM */
export const monthChoice = (month: string, digits: DigitStyle): Choice => ({
  value: month,
  label: printedDigits(thaiMonth(`${month}-01`, 'full'), digits),
});

interface Export {
  readonly id: string;
  readonly itemKind: ItemKindName | null;
  readonly itemId: string | null;
  readonly period: Days | null;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly logSize: number | null;
  readonly bytes: number | null;
  readonly sha256: string | null;
}

export const exportRow = (asked: Export, digits: DigitStyle): ExportRow => ({
  id: asked.id,
  what: asked.period ? daysText(asked.period, digits) : asked.itemKind ? `เฉพาะ${kindLabel(asked.itemKind)}` : 'ทั้งบันทึก',
  itemHref: asked.itemKind && asked.itemId ? itemHref(asked.itemKind, asked.itemId) : null,
  askedAt: asked.askedAt.toISOString(),
  askedText: `${momentText(asked.askedAt, digits)} โดย ${asked.askedBy}`,
  sizeText: asked.bytes === null ? null : sizeText(asked.bytes),
  sha256: asked.sha256,
  href: asked.sha256 ? links.logExport(asked.id) : null,
});

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
