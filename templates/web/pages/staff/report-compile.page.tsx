import { Checkboxes } from '../../components/choice-fields.js';
import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import { SelectField, type Choice } from '../../components/field.js';
import { FindingList, type FindingListProps } from '../../components/finding-list.js';
import { CancelledList, GapList, WarningList, type Gap } from '../../components/gap-list.js';
import { SeenFields } from '../../components/hidden-fields.js';
import { NoticeBox } from '../../components/notice.js';
import { PageHeading } from '../../components/page-heading.js';
import { ReportDetailsFields, type ReportDetailsTyped } from '../../components/report-details-fields.js';
import type { StaffFrame } from '../../frame.js';
import type { ReportKindName } from '../../../../src/core/report/report.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface ReportCompileProps {
  readonly frame: StaffFrame;
  /** Where the form is sent; a draft that exists is compiled again. */
  readonly action: string;
  readonly isNew: boolean;
  readonly kinds: readonly Choice[];
  readonly kind: ReportKindName;
  /** Why this kind cannot be compiled now, finished; null when it can. */
  readonly refusal: string | null;
  readonly details: ReportDetailsTyped;
  readonly fiscalYears: readonly Choice[];
  readonly fiscalYear: string;
  readonly layouts: readonly Choice[];
  readonly layout: string;
  /** Files of evidence that may stand behind the report, and those ticked. */
  readonly annexChoices: readonly Choice[];
  readonly annexes: readonly string[];
  readonly gapHeadline: string;
  readonly gaps: readonly Gap[];
  readonly warningHeadline: string;
  readonly warnings: readonly Gap[];
  /** Measures of the plan that are absent, and why. */
  readonly cancelled: readonly Gap[];
  /** "รวมได้ 6 มาตรการที่รับรองผลแล้ว" */
  readonly measuresText: string;
  readonly seenVersion: string;
  readonly idempotencyKey: string;
  readonly problems: readonly FieldProblem[];
  /** What the proof-reader found in the report as it was last compiled. */
  readonly proof?: FindingListProps;
}

/** Choose kind and year, see the gaps first, then compile. */
export const ReportCompilePage = (props: ReportCompileProps) => (
  <StaffLayout frame={props.frame} title="จัดทำรายงาน" section="reports">
    <p class="back">
      <a href={links.reports}>รายงานทั้งหมด</a>
    </p>
    <ErrorSummary problems={props.problems} />
    <PageHeading title="จัดทำรายงาน" now={props.measuresText} />
    {props.proof && <FindingList {...props.proof} />}
    {props.isNew && (
      <form method="get" action={links.newReport} class="filters">
        <SelectField name="kind" label="ชนิดรายงาน" value={props.kind} choices={props.kinds} />
        <SelectField name="fiscalYear" label="ปีงบประมาณ" value={props.fiscalYear} choices={props.fiscalYears} />
        <button class="btn btn-outline" type="submit">
          ตรวจข้อมูล
        </button>
      </form>
    )}
    {props.refusal === null ? (
      <>
        <GapList headline={props.gapHeadline} gaps={props.gaps} />
        <WarningList headline={props.warningHeadline} gaps={props.warnings} />
        <CancelledList cancelled={props.cancelled} />
        <CompileForm {...props} />
      </>
    ) : (
      <NoticeBox tone="wait" title={props.refusal}>
        <a href={`${links.assessments}?fiscalYear=${props.fiscalYear}`}>บันทึกผลการประเมิน ITA</a>
      </NoticeBox>
    )}
  </StaffLayout>
);

const CompileForm = ({
  frame,
  action,
  isNew,
  seenVersion,
  kind,
  fiscalYear,
  layouts,
  layout,
  details,
  gaps,
  annexChoices,
  annexes,
  idempotencyKey,
  problems,
}: ReportCompileProps) => (
  <form method="post" action={action} class="narrow" noValidate>
    <SeenFields csrfToken={frame.csrfToken} seenVersion={seenVersion} idempotencyKey={idempotencyKey} />
    <input type="hidden" name="kind" value={kind} />
    <input type="hidden" name="fiscalYear" value={fiscalYear} />
    {kind === 'implementation' && (
      <SelectField
        name="layout"
        label="แบบตาราง"
        value={layout}
        choices={layouts}
        problem={problemOf(problems, 'layout')}
      />
    )}
    <ReportDetailsFields kind={kind} typed={details} problems={problems} />
    {annexChoices.length > 0 && (
      <Checkboxes
        name="annexes"
        label="ภาคผนวกท้ายรายงาน"
        hint="ไฟล์ที่เลือกจะเผยแพร่พร้อมรายงาน เรียงตามลำดับนี้"
        choices={annexChoices}
        chosen={annexes}
        problem={problemOf(problems, 'annexes')}
        isOptional
      />
    )}
    {gaps.length > 0 && (
      <Checkboxes
        name="leaveOutIncomplete"
        label="รายการที่ข้อมูลไม่ครบ"
        choices={[{ value: 'true', label: `จัดทำโดยไม่รวม ${gaps.length} รายการข้างต้น` }]}
        chosen={[]}
        problem={problemOf(problems, 'leaveOutIncomplete')}
      />
    )}
    <div class="form-bar">
      <button class="btn btn-primary" type="submit">
        {isNew ? 'จัดทำร่างรายงาน' : 'รวบรวมใหม่'}
      </button>
    </div>
  </form>
);
