import { ComparedFields, type ComparedField } from './comparison.js';

export interface ChangesView {
  /** When this person last opened it: "๑ ม.ค. ๒๕๖๙ ๐๙:๐๐ น." */
  readonly sinceText: string;
  readonly fields: readonly ComparedField[];
}

/** What others changed in the text since this person last opened it. */
export const Changes = ({ sinceText, fields }: ChangesView) => (
  <section class="sheet changes" aria-labelledby="changes-title">
    <h2 id="changes-title">สิ่งที่เปลี่ยนจากครั้งก่อน</h2>
    <p>ท่านเปิดดูครั้งก่อนเมื่อ {sinceText} ตั้งแต่นั้นมีผู้แก้ไขข้อความดังนี้ (แสดงครั้งเดียว)</p>
    {fields.length === 0 && <p class="quiet">รายละเอียดอื่นของเอกสารเปลี่ยนไป กรุณาอ่านฉบับล่าสุด</p>}
    <ComparedFields fields={fields} afterLabel="ใหม่" />
  </section>
);
