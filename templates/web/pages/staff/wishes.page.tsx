import { DataTable, type Column } from '../../components/data-table.js';
import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import { SelectField, TextField } from '../../components/field.js';
import { LineLinkBox, type LineLinkState } from '../../components/line-link-box.js';
import { CsrfField } from '../../components/hidden-fields.js';
import { NoticeBox } from '../../components/notice.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';
import { HOUR_CHOICES, PACE_CHOICES } from '../../words/wish-words.js';

export interface WishLine {
  readonly kind: string;
  readonly label: string;
  readonly inApp: boolean;
  readonly email: string;
  readonly line: string;
}

export interface WishesProps {
  readonly frame: StaffFrame;
  readonly rows: readonly WishLine[];
  readonly email: string;
  readonly line: LineLinkState;
  /** Minutes since midnight. */
  readonly quietFrom: string;
  readonly quietUntil: string;
  /** "อีเมล ส่งไม่สำเร็จ 2 ฉบับ" */
  readonly undelivered: readonly string[];
  readonly problems: readonly FieldProblem[];
}

/** How one person wants to be told what. */
export const WishesPage = ({ frame, rows, line, undelivered, problems, ...typed }: WishesProps) => (
  <StaffLayout frame={frame} title="การตั้งค่าการแจ้งเตือน" section="tasks">
    <p class="back">
      <a href={links.notices}>การแจ้งเตือน</a>
    </p>
    <ErrorSummary problems={problems} />
    <PageHeading title="การตั้งค่าการแจ้งเตือน" now="ข้อความที่ส่งออกบอกเพียงว่ามีเรื่องรอและลิงก์ ไม่มีเนื้อหาของเอกสาร" />
    {undelivered.length > 0 && (
      <NoticeBox tone="stop" title="มีข้อความที่ส่งถึงท่านไม่สำเร็จ" body={`${undelivered.join(' ')} กรุณาตรวจสอบที่อยู่`} />
    )}
    <LineLinkBox csrfToken={frame.csrfToken} line={line} />
    <h2>อีเมลและเวลางดส่ง</h2>
    <form method="post" action={links.wishes} noValidate>
      <CsrfField token={frame.csrfToken} />
      <Contact {...typed} problems={problems} />
      <h2>เรื่องใด ทางใด</h2>
      <DataTable caption="วิธีแจ้งเตือนแต่ละเรื่อง" columns={COLUMNS} rows={rows} keyOf={(row) => row.kind} />
      <div class="buttons">
        <button class="btn btn-primary" type="submit">
          บันทึกการตั้งค่า
        </button>
        <a class="btn btn-outline" href={links.password}>
          เปลี่ยนรหัสผ่าน
        </a>
      </div>
    </form>
  </StaffLayout>
);

type ContactProps = Pick<WishesProps, 'email' | 'quietFrom' | 'quietUntil' | 'problems'>;

const Contact = ({ email, quietFrom, quietUntil, problems }: ContactProps) => (
  <div class="narrow">
    <TextField
      name="email"
      label="อีเมล"
      hint="ไม่กรอก หมายถึงไม่ส่งอีเมล"
      value={email}
      maxLength={254}
      problem={problemOf(problems, 'email')}
      isOptional
    />
    <div class="filters">
      <SelectField
        name="quietFrom"
        label="งดส่งตั้งแต่"
        value={quietFrom}
        choices={HOUR_CHOICES}
        problem={problemOf(problems, 'quietFrom')}
      />
      <SelectField
        name="quietUntil"
        label="ถึง"
        value={quietUntil}
        choices={HOUR_CHOICES}
        problem={problemOf(problems, 'quietUntil')}
      />
    </div>
    <p class="quiet">เลือกเวลาเดียวกันทั้งสองช่อง หมายถึงไม่งดส่ง เรื่องในช่วงงดส่งจะส่งเมื่อสิ้นสุดช่วง</p>
  </div>
);

const COLUMNS: readonly Column<WishLine>[] = [
  { label: 'เรื่อง', isHeading: true, cell: ({ label }) => label },
  {
    label: 'ในระบบ',
    cell: ({ kind, label, inApp }) => (
      <div class="choice">
        <input
          class="choice__box"
          type="checkbox"
          id={`inApp-${kind}`}
          name="inApp"
          value={kind}
          checked={inApp}
          aria-label={`${label} ในระบบ`}
        />
      </div>
    ),
  },
  {
    label: 'อีเมล',
    cell: ({ kind, label, email }) => (
      <PaceSelect name="emailPaces" kind={kind} pace={email} label={`${label} ทางอีเมล`} />
    ),
  },
  {
    label: 'LINE',
    cell: ({ kind, label, line }) => (
      <PaceSelect name="linePaces" kind={kind} pace={line} label={`${label} ทาง LINE`} />
    ),
  },
];

interface PaceSelectProps {
  readonly name: string;
  readonly kind: string;
  readonly pace: string;
  readonly label: string;
}

/** All kinds share a name; each value tells its kind. */
const PaceSelect = ({ name, kind, pace, label }: PaceSelectProps) => (
  <select class="form-select" name={name} aria-label={label}>
    {PACE_CHOICES.map((choice) => (
      <option value={`${kind}:${choice.value}`} selected={choice.value === pace} key={choice.value}>
        {choice.label}
      </option>
    ))}
  </select>
);
