import { AdminTabs } from '../../components/admin-tabs.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { EmptyState } from '../../components/empty-state.js';
import { SeenFields } from '../../components/hidden-fields.js';
import { PageHeading } from '../../components/page-heading.js';
import { StateChip, type StateView } from '../../components/state-chip.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';
import { HOUSE_FONT } from '../../words/font-words.js';

export interface DocumentFontListed {
  readonly id: string;
  readonly family: string;
  /** "ตัวปกติ, ตัวหนา" */
  readonly styles: string;
  readonly verdict: string;
  readonly broughtOn: string;
  readonly state: StateView;
}

export interface DocumentFontsProps {
  readonly frame: StaffFrame;
  readonly inUse: string;
  readonly isHouseFont: boolean;
  readonly rows: readonly DocumentFontListed[];
  readonly idempotencyKey: string;
}

/** The typefaces of the agency and the one that documents are printed in. */
export const DocumentFontsPage = ({ frame, inUse, isHouseFont, rows, idempotencyKey }: DocumentFontsProps) => (
  <StaffLayout frame={frame} title="แบบอักษรของเอกสาร" section="admin">
    <AdminTabs here={links.documentFonts} />
    <div class="heading-row">
      <PageHeading title="แบบอักษรของเอกสาร" now={`${inUse} เอกสารที่ลงนามแล้วคงแบบอักษรเดิมไว้เสมอ`} />
      <a class="btn btn-primary" href={links.newDocumentFont}>
        นำแบบอักษรเข้า
      </a>
    </div>
    {rows.length === 0 ? (
      <EmptyState
        title="ยังไม่มีแบบอักษรของหน่วยงาน"
        body={`เอกสารพิมพ์ด้วย ${HOUSE_FONT} หากหน่วยงานใช้แบบอักษรราชการอื่น เช่น TH Sarabun ให้นำไฟล์ .ttf หรือ .otf เข้าที่นี่`}
        firstStep={{ label: 'นำแบบอักษรแรกเข้า', href: links.newDocumentFont }}
      />
    ) : (
      <DataTable caption="แบบอักษรของหน่วยงาน" columns={COLUMNS} rows={rows} keyOf={({ id }) => id} />
    )}
    {!isHouseFont && (
      <form method="post" action={links.chooseDocumentFont('house')}>
        <SeenFields csrfToken={frame.csrfToken} idempotencyKey={idempotencyKey} />
        <button class="btn btn-outline" type="submit">
          กลับไปใช้ {HOUSE_FONT} ที่มากับระบบ
        </button>
      </form>
    )}
  </StaffLayout>
);

const COLUMNS: readonly Column<DocumentFontListed>[] = [
  {
    label: 'แบบอักษร',
    isHeading: true,
    cell: ({ id, family }) => (
      <a href={links.documentFont(id)} lang="en">
        {family}
      </a>
    ),
  },
  { label: 'ลักษณะที่มี', cell: ({ styles }) => styles },
  { label: 'ผลการตรวจ', cell: ({ verdict }) => verdict },
  { label: 'นำเข้าเมื่อ', cell: ({ broughtOn }) => broughtOn },
  { label: 'สถานะ', cell: ({ state }) => <StateChip {...state} /> },
];
