import { printedDigits, type DigitStyle } from '../../../src/core/thai/digits.js';
import { links } from '../links.js';

/** Told to administrators at once: acting orders that do not give the right they say. Nothing when there are none. */
export const LapsingOrdersBox = ({ count, digits }: { readonly count: number; readonly digits: DigitStyle }) =>
  count === 0 ? null : (
    <div class="notice notice--wait" role="status">
      <p class="notice__title">{printedDigits(`มี ${count} คำสั่งรักษาราชการแทนที่ไม่มีผลหรือกำลังจะไม่มีผล`, digits)}</p>
      <p>ผู้ปฏิบัติพ้นตำแหน่งของตนเอง หรือคำสั่งที่อาศัยอยู่สิ้นสุดก่อน กรุณายกเลิกและบันทึกคำสั่งใหม่</p>
      <a class="btn btn-outline" href={links.actingOrders}>
        ดูคำสั่งและเหตุ
      </a>
    </div>
  );
