import { Radios } from '../../components/choice-fields.js';
import { DateField, type TypedDate } from '../../components/date-field.js';
import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import { SeenFields } from '../../components/hidden-fields.js';
import { LineList } from '../../components/line-list.js';
import { PageHeading } from '../../components/page-heading.js';
import { ResultsFields, type TypedResults } from '../../components/results-fields.js';
import type { StateView } from '../../components/state-chip.js';
import type { Line } from '../../../../src/core/measure/measure.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';
import { INTERIM_CHOICES } from '../../words/report-words.js';

export interface InterimFormProps {
  readonly frame: StaffFrame;
  readonly id: string;
  readonly title: string;
  readonly state: StateView;
  /** The approved methods, to write the results against. */
  readonly methods: readonly Line[];
  readonly typed: TypedResults & { readonly asOf: TypedDate; readonly progress: string };
  readonly seenVersion: string;
  readonly idempotencyKey: string;
  readonly problems: readonly FieldProblem[];
}

/** How far a measure came in six months; the results of the whole year are written on a page of their own. */
export const InterimFormPage = (props: InterimFormProps) => {
  const { frame, id, title, state, methods, typed, problems, seenVersion, idempotencyKey } = props;
  return (
    <StaffLayout frame={frame} title={`บันทึกผลรอบ 6 เดือน: ${title}`} section="measures">
      <p class="back">
        <a href={links.measure(id)}>กลับไปที่มาตรการ</a>
      </p>
      <ErrorSummary problems={problems} />
      <PageHeading kind="บันทึกผลรอบ 6 เดือน" title={title} state={state} />
      <details class="aside-note" open>
        <summary>วิธีดำเนินการที่อนุมัติไว้</summary>
        <LineList lines={methods} whenEmpty="ไม่ได้ระบุ" />
      </details>
      <form method="post" action={links.measureInterim(id)} class="narrow" noValidate>
        <SeenFields csrfToken={frame.csrfToken} seenVersion={seenVersion} idempotencyKey={idempotencyKey} />
        <DateField
          name="asOf"
          label="ข้อมูล ณ วันที่"
          hint="โดยทั่วไปคือ 31 มีนาคม ซึ่งครบหกเดือนแรกของปีงบประมาณ"
          value={typed.asOf}
          problem={problemOf(problems, 'asOf')}
        />
        <Radios
          name="progress"
          label="ความก้าวหน้า"
          choices={INTERIM_CHOICES}
          chosen={typed.progress}
          problem={problemOf(problems, 'progress')}
        />
        <ResultsFields typed={typed} action={links.measureInterim(id)} problems={problems} />
        <div class="form-bar">
          <button class="btn btn-primary" type="submit">
            บันทึกผลรอบ 6 เดือน
          </button>
          <span class="quiet">เก็บแยกจากผลทั้งปี และนำไปรวมในรายงานความก้าวหน้ารอบ 6 เดือนให้</span>
        </div>
      </form>
    </StaffLayout>
  );
};
