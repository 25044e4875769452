import type { Line } from '../../../src/core/measure/measure.js';
import { FigureTable, type FigureView } from './figure-table.js';
import { LineList } from './line-list.js';

/** Results of the first six months as they are read. */
export interface InterimView {
  /** "ข้อมูล ณ วันที่ 31 มีนาคม 2568" */
  readonly asOf: string;
  /** "อยู่ระหว่างดำเนินการ" */
  readonly progress: string;
  readonly results: readonly Line[];
  readonly outcomes: readonly Line[];
  readonly figures: readonly FigureView[];
  readonly isEndorsed: boolean;
}

export const InterimPart = ({ interim }: { readonly interim: InterimView }) => (
  <>
    <p class="quiet">{interim.asOf}</p>
    <p>
      <strong>{interim.progress}</strong>
      {interim.isEndorsed && ' · ส่วนราชการรับรองผลรอบ 6 เดือนนี้แล้ว'}
    </p>
    <h3>ผลการดำเนินงาน</h3>
    <LineList lines={interim.results} whenEmpty="ยังไม่มีผลการดำเนินงาน" />
    <h3>ผลลัพธ์หรือความสำเร็จ</h3>
    <LineList lines={interim.outcomes} whenEmpty="ยังไม่มีผลลัพธ์" />
    <FigureTable figures={interim.figures} />
  </>
);
