import { DataTable, type Column } from '../../components/data-table.js';
import { FontRemarks } from '../../components/font-remarks.js';
import { SeenFields } from '../../components/hidden-fields.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StateView } from '../../components/state-chip.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';
import type { FontRemarkName } from '../../words/font-words.js';

export interface FontStyleRow {
  readonly label: string;
  /** Its file, or what is printed instead. */
  readonly file: string;
  /** Null where the family has no file of this style. */
  readonly found: { readonly remarks: readonly FontRemarkName[]; readonly missing: readonly string[] } | null;
}

export interface DocumentFontProps {
  readonly frame: StaffFrame;
  readonly id: string;
  readonly family: string;
  readonly state: StateView;
  readonly verdict: string;
  readonly styles: readonly FontStyleRow[];
  /** Why it can be neither chosen nor retired; null when it can. */
  readonly note: string | null;
  readonly idempotencyKey: string;
}

/** What was found in a typeface, how it looks, and the decision to use it. */
export const DocumentFontPage = ({ frame, id, family, state, verdict, styles, ...choice }: DocumentFontProps) => (
  <StaffLayout frame={frame} title={`แบบอักษร ${family}`} section="admin">
    <p class="back">
      <a href={links.documentFonts}>แบบอักษรทั้งหมด</a>
    </p>
    <PageHeading kind="แบบอักษรของเอกสาร" title={family} state={state} now={verdict} />
    <p>
      <a class="btn btn-outline" href={links.fontSpecimen(id)}>
        ดูตัวอย่างตัวพิมพ์ (PDF)
      </a>
    </p>
    <DataTable caption="ผลการตรวจแต่ละลักษณะ" columns={COLUMNS} rows={styles} keyOf={({ label }) => label} />
    {choice.note === null ? (
      <>
        <h2>ใช้กับเอกสาร</h2>
        <form method="post" action={links.chooseDocumentFont(id)}>
          <SeenFields csrfToken={frame.csrfToken} idempotencyKey={choice.idempotencyKey} />
          <p>ดูตัวอย่างตัวพิมพ์ก่อน เอกสารที่ลงนามตั้งแต่นี้ไปจะพิมพ์ด้วยแบบอักษรนี้ เอกสารที่ลงนามแล้วไม่เปลี่ยน</p>
          <button class="btn btn-primary" type="submit">
            ใช้แบบอักษรนี้กับเอกสารตั้งแต่นี้ไป
          </button>
        </form>
        <h2>เลิกใช้</h2>
        <form method="post" action={links.retireDocumentFont(id)}>
          <SeenFields csrfToken={frame.csrfToken} idempotencyKey={choice.idempotencyKey} />
          <p>หากเลิกใช้ จะเลือกแบบอักษรนี้ไม่ได้อีกจนกว่าจะนำไฟล์เดิมเข้าใหม่ เอกสารที่พิมพ์ไปแล้วไม่เปลี่ยน</p>
          <button class="btn btn-outline" type="submit">
            เลิกใช้แบบอักษรนี้
          </button>
        </form>
      </>
    ) : (
      <p>{choice.note}</p>
    )}
  </StaffLayout>
);

const COLUMNS: readonly Column<FontStyleRow>[] = [
  { label: 'ลักษณะ', isHeading: true, cell: ({ label }) => label },
  { label: 'ไฟล์', cell: ({ file }) => file },
  { label: 'สิ่งที่ตรวจพบ', cell: ({ found }) => (found ? <FontRemarks {...found} /> : '–') },
];
