import { DataTable, type Column } from '../../components/data-table.js';
import { EmptyState } from '../../components/empty-state.js';
import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import { SelectField, TextField } from '../../components/field.js';
import { SeenFields } from '../../components/hidden-fields.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';
import { PRESET_CHOICES } from '../../words/layout-words.js';

export interface LayoutListed {
  readonly id: string;
  readonly name: string;
  readonly began: string;
  readonly version: string;
  readonly savedOn: string;
}

export interface LayoutsProps {
  readonly frame: StaffFrame;
  readonly rows: readonly LayoutListed[];
  readonly typed: { readonly name: string; readonly preset: string };
  readonly idempotencyKey: string;
  readonly problems: readonly FieldProblem[];
}

/** The layouts of the organization's own, and copying another preset. */
export const LayoutsPage = ({ frame, rows, typed, idempotencyKey, problems }: LayoutsProps) => (
  <StaffLayout frame={frame} title="รูปแบบรายงาน" section="reports">
    <p class="back">
      <a href={links.reports}>รายงานทั้งหมด</a>
    </p>
    <ErrorSummary problems={problems} />
    <PageHeading title="รูปแบบรายงาน" now="รายงานที่รวบรวมแล้วคงรูปแบบเดิมไว้เสมอ" />
    {rows.length === 0 ? (
      <EmptyState
        title="ยังไม่มีรูปแบบของหน่วยงาน"
        body="คัดลอกรูปแบบมาตรฐานที่ใกล้เคียงที่สุด แล้วแก้ไขคอลัมน์ หัวตาราง และหน้าปกให้ตรงกับที่หน่วยงานใช้"
      />
    ) : (
      <DataTable caption="รูปแบบของหน่วยงาน" columns={COLUMNS} rows={rows} keyOf={({ id }) => id} />
    )}
    <h2>คัดลอกรูปแบบมาตรฐาน</h2>
    <form method="post" action={links.layouts} class="narrow" noValidate>
      <SeenFields csrfToken={frame.csrfToken} idempotencyKey={idempotencyKey} />
      <SelectField name="preset" label="รูปแบบมาตรฐาน" value={typed.preset} choices={PRESET_CHOICES} />
      <TextField
        name="name"
        label="ชื่อรูปแบบของหน่วยงาน"
        value={typed.name}
        maxLength={120}
        problem={problemOf(problems, 'name')}
      />
      <button class="btn btn-primary" type="submit">
        คัดลอกแล้วแก้ไข
      </button>
    </form>
  </StaffLayout>
);

const COLUMNS: readonly Column<LayoutListed>[] = [
  { label: 'รูปแบบ', isHeading: true, cell: ({ id, name }) => <a href={links.layout(id)}>{name}</a> },
  { label: 'เริ่มจาก', cell: ({ began }) => began },
  { label: 'ฉบับ', cell: ({ version }) => version },
  { label: 'บันทึกเมื่อ', cell: ({ savedOn }) => savedOn },
];
