import type { ReportKindName } from '../../../src/core/report/report.js';
import { PROGRESS_CHOICES } from '../words/report-words.js';
import { DateField, type TypedDate } from './date-field.js';
import { MarkedText } from './english.js';
import { problemOf, type FieldProblem } from './error-summary.js';
import { LongTextField, SelectField, TextField } from './field.js';

/** How far a measure has come, as typed. */
export interface TypedProgress {
  readonly measureId: string;
  readonly state: string;
  readonly percent: string;
  readonly obstacles: string;
}

export interface ReportDetailsTyped {
  readonly announcedOn: TypedDate;
  readonly activities: string;
  readonly gifts: string;
  readonly obstacles: string;
  readonly suggestions: string;
  readonly foreword: string;
  readonly progress: readonly (TypedProgress & {
    readonly title: string;
    /** What the measure's six-month results say, or that there are none. */
    readonly recorded: string;
  })[];
}

interface ReportDetailsFieldsProps {
  readonly kind: ReportKindName;
  readonly typed: ReportDetailsTyped;
  readonly problems: readonly FieldProblem[];
}

/** What a kind of report asks for besides the measures. */
export const ReportDetailsFields = ({ kind, typed, problems }: ReportDetailsFieldsProps) => {
  switch (kind) {
    case 'implementation':
      return null;
    case 'progress':
      return <ProgressFields progress={typed.progress} problems={problems} />;
    case 'no-gift':
      return <NoGiftFields typed={typed} problems={problems} />;
    case 'ita-analysis':
      return (
        <LongTextField
          name="foreword"
          label="คำนำ"
          hint="เว้นว่างไว้เพื่อใช้คำนำมาตรฐาน"
          value={typed.foreword}
          rows={6}
          isOptional
        />
      );
  }
};

const ProgressFields = ({
  progress,
  problems,
}: Pick<ReportDetailsTyped, 'progress'> & { problems: readonly FieldProblem[] }) => (
  <>
    {progress.map(({ measureId, title, recorded, state, percent, obstacles }) => {
      const name = `progress.${measureId}`;
      return (
        <fieldset class="field" key={measureId}>
          <legend class="field__label">
            <MarkedText text={title} />
          </legend>
          <SelectField
            name={`${name}.state`}
            label="ความก้าวหน้า"
            hint={recorded}
            value={state}
            choices={PROGRESS_CHOICES}
          />
          <TextField
            name={`${name}.percent`}
            label="ร้อยละ"
            value={percent}
            isShort
            isOptional
            problem={problemOf(problems, `${name}.percent`)}
          />
          <LongTextField
            name={`${name}.obstacles`}
            label="ปัญหาและอุปสรรค"
            hint="หนึ่งข้อต่อหนึ่งบรรทัด"
            value={obstacles}
            rows={2}
            isOptional
          />
        </fieldset>
      );
    })}
  </>
);

const NoGiftFields = ({ typed, problems }: Omit<ReportDetailsFieldsProps, 'kind'>) => (
  <>
    <DateField
      name="announcedOn"
      label="วันที่ประกาศนโยบาย"
      hint="เว้นว่างไว้ได้ ถ้าลงนามประกาศ No Gift Policy ของปีนี้ในระบบแล้ว"
      value={typed.announcedOn}
      problem={problemOf(problems, 'announcedOn')}
    />
    <LongTextField
      name="activities"
      label="กิจกรรมที่ดำเนินการ"
      hint="บรรทัดละหนึ่งกิจกรรม: วันที่ | กิจกรรม เช่น 27 ธ.ค. 2567 | ประกาศนโยบายต่อที่ประชุมพนักงาน"
      value={typed.activities}
      rows={5}
      problem={problemOf(problems, 'activities')}
    />
    <LongTextField
      name="gifts"
      label="ของขวัญที่ได้รับ"
      hint="เว้นว่างถ้าไม่มีการรับ บรรทัดละหนึ่งรายการ: วันที่ | ของที่ได้รับ | ผู้ให้ | ผู้รับ | มูลค่า (บาท) | การดำเนินการ วางจาก Excel ได้"
      value={typed.gifts}
      rows={4}
      isOptional
      problem={problemOf(problems, 'gifts')}
    />
    <LongTextField name="obstacles" label="ปัญหาและอุปสรรค" value={typed.obstacles} rows={3} isOptional />
    <LongTextField name="suggestions" label="ข้อเสนอแนะ" value={typed.suggestions} rows={3} isOptional />
  </>
);
