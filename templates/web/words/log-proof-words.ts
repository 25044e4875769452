import type { DigitStyle } from '../../../src/core/thai/digits.js';
import { printedDigits } from '../../../src/core/thai/digits.js';
import { links } from '../links.js';
import type { CheckpointView, ExportRow, StampView } from '../pages/staff/log-proof.page.js';
import { itemHref, kindLabel } from './item-words.js';
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

interface Export {
  readonly id: string;
  readonly itemKind: ItemKindName | null;
  readonly itemId: string | null;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly logSize: number | null;
  readonly bytes: number | null;
  readonly sha256: string | null;
}

export const exportRow = (asked: Export, digits: DigitStyle): ExportRow => ({
  id: asked.id,
  what: asked.itemKind ? `เฉพาะ${kindLabel(asked.itemKind)}` : 'ทั้งบันทึก',
  itemHref: asked.itemKind && asked.itemId ? itemHref(asked.itemKind, asked.itemId) : null,
  askedAt: asked.askedAt.toISOString(),
  askedText: `${momentText(asked.askedAt, digits)} โดย ${asked.askedBy}`,
  sizeText: asked.bytes === null ? null : sizeText(asked.bytes),
  sha256: asked.sha256,
  href: asked.sha256 ? links.logExport(asked.id) : null,
});

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
