import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import { LongTextField } from '../../components/field.js';
import { SeenFields } from '../../components/hidden-fields.js';
import { LinesField } from '../../components/lines-field.js';
import { LineList } from '../../components/line-list.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StateView } from '../../components/state-chip.js';
import type { Line } from '../../../../src/core/measure/measure.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface ResultsFormProps {
  readonly frame: StaffFrame;
  readonly id: string;
  readonly title: string;
  readonly state: StateView;
  /** The approved methods, to write the results against. */
  readonly methods: readonly Line[];
  readonly typed: { readonly results: string; readonly outcomes: string; readonly evidence: string };
  readonly seenVersion: string;
  readonly idempotencyKey: string;
  readonly problems: readonly FieldProblem[];
}

export const ResultsFormPage = ({ frame, id, title, state, methods, typed, problems, ...seen }: ResultsFormProps) => (
  <StaffLayout frame={frame} title={`บันทึกผล: ${title}`} section="measures">
    <p class="back">
      <a href={links.measure(id)}>กลับไปที่มาตรการ</a>
    </p>
    <ErrorSummary problems={problems} />
    <PageHeading kind="บันทึกผลการดำเนินงาน" title={title} state={state} />
    <details class="aside-note" open>
      <summary>วิธีดำเนินการที่อนุมัติไว้</summary>
      <LineList lines={methods} whenEmpty="ไม่ได้ระบุ" />
    </details>
    <form method="post" action={links.measureResults(id)} class="narrow" noValidate>
      <SeenFields csrfToken={frame.csrfToken} {...seen} />
      <LinesField
        name="results"
        label="ผลการดำเนินงาน"
        hint="ทำอะไรไปแล้ว เมื่อใด กี่ครั้ง กี่คน หนึ่งข้อต่อหนึ่งบรรทัด"
        value={typed.results}
        problem={problemOf(problems, 'results')}
      />
      <LinesField
        name="outcomes"
        label="ผลลัพธ์หรือความสำเร็จ"
        hint="เกิดผลดีอะไรขึ้นจากการดำเนินงานนั้น หนึ่งข้อต่อหนึ่งบรรทัด"
        value={typed.outcomes}
        problem={problemOf(problems, 'outcomes')}
      />
      <LongTextField
        name="evidence"
        label="หลักฐานบนเว็บไซต์"
        hint="หนึ่งรายการต่อหนึ่งบรรทัด: ชื่อหลักฐาน เว้นวรรค แล้วตามด้วยที่อยู่เว็บเต็มของเอกสารนั้น ไม่ใช่หน้าแรกของเว็บไซต์"
        value={typed.evidence}
        problem={problemOf(problems, 'evidence')}
        isOptional
      />
      <div class="form-bar">
        <button class="btn btn-primary" type="submit">
          บันทึกผล
        </button>
        <span class="quiet">บันทึกแล้วตรวจทานอีกครั้งก่อนเสนอรับรอง</span>
      </div>
    </form>
  </StaffLayout>
);
