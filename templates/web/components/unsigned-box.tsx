import { printedDigits, type DigitStyle } from '../../../src/core/thai/digits.js';
import { links } from '../links.js';

/** Told to administrators at once: items that nobody may sign. Nothing when there are none. */
export const UnsignedBox = ({ count, digits }: { readonly count: number; readonly digits: DigitStyle }) =>
  count === 0 ? null : (
    <div class="notice notice--stop" role="status">
      <p class="notice__title">{printedDigits(`มี ${count} เรื่องที่ไม่มีผู้ลงนามได้ในขณะนี้`, digits)}</p>
      <p>เรื่องจะค้างอยู่จนกว่าจะมีผู้ดำรงตำแหน่งหรือผู้รักษาราชการแทน</p>
      <a class="btn btn-outline" href={links.unsigned}>
        ดูเรื่องและแต่งตั้งผู้รักษาราชการแทน
      </a>
    </div>
  );
