import { MarkedText } from './english.js';

export interface ReturnedView {
  /** "ผู้อำนวยการกองคลัง นาง… เมื่อ …" */
  readonly by: string;
  /** "ข้อมูลไม่ครบ"; empty where only the words say it. */
  readonly particulars: string;
  readonly reason: string;
}

/** Why it came back, before anything else: whoever corrects it reads this first. */
export const Returned = ({ by, particulars, reason }: ReturnedView) => (
  <section class="notice notice--stop" aria-labelledby="returned-title">
    <h2 class="notice__title" id="returned-title">
      ส่งคืนแก้ไข
    </h2>
    <p>
      {particulars && `${particulars}: `}
      <MarkedText text={reason} />
    </p>
    <p>โดย {by}</p>
  </section>
);
