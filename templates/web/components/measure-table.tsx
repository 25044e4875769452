import { MarkedText } from './english.js';
import { FigureTable } from './figure-table.js';
import { LineList } from './line-list.js';
import type { MeasureDocumentView } from './measure-document.js';

export interface MeasureTableGroup {
  /** Theme heading with its number as printed; null when the report is flat. */
  readonly theme: string | null;
  readonly measures: readonly (MeasureDocumentView & { readonly key: string; readonly number: string })[];
}

/** The measures of a report as a person reads them on a screen: one after the other, in the order of the printed table. */
export const MeasureTable = ({ groups }: { readonly groups: readonly MeasureTableGroup[] }) => (
  <section class="sheet" aria-label="เนื้อหาของรายงาน">
    {groups.map((group, index) => (
      <div class="group" key={index}>
        {group.theme && <h2 class="group__theme">{group.theme}</h2>}
        {group.measures.map((measure) => (
          <details class="group__measure" key={measure.key}>
            <summary>
              {measure.number} <MarkedText text={measure.title} />
            </summary>
            <h3>ผลการดำเนินงาน</h3>
            <LineList lines={measure.results} whenEmpty="ยังไม่มีผลการดำเนินงาน" />
            <h3>ผลลัพธ์หรือความสำเร็จ</h3>
            <LineList lines={measure.outcomes} whenEmpty="ยังไม่มีผลลัพธ์" />
            <FigureTable figures={measure.figures} />
            <p class="quiet">
              {measure.responsible} · {measure.period}
            </p>
          </details>
        ))}
      </div>
    ))}
  </section>
);
