import { DataTable, type Column } from '../../components/data-table.js';
import { EmptyState } from '../../components/empty-state.js';
import { MarkedText } from '../../components/english.js';
import { StateChip, type StateView } from '../../components/state-chip.js';
import type { PublicFrame } from '../../frame.js';
import { PublicLayout } from '../../public-layout.js';

export interface PublicDocumentRow {
  readonly href: string;
  readonly title: string;
  readonly language: 'th' | 'en';
  readonly signedText: string;
  readonly state: StateView;
  readonly pdfHref: string | null;
}

export interface PublicDocumentGroup {
  /** "รายงาน", "ประกาศ" */
  readonly kind: string;
  readonly rows: readonly PublicDocumentRow[];
}

export interface CancelledMeasureRow {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
  readonly cancelledText: string;
}

export interface OrganizationHomeProps {
  readonly frame: PublicFrame;
  /** "อำเภอตัวอย่าง จังหวัดตัวอย่าง" */
  readonly place: string;
  readonly fiscalYears: readonly { readonly year: string; readonly href: string; readonly isCurrent: boolean }[];
  /** Null while nothing is published at all. */
  readonly fiscalYear: string | null;
  readonly groups: readonly PublicDocumentGroup[];
  /** Measures of the year that were approved and given up since. */
  readonly cancelled?: readonly CancelledMeasureRow[];
}

/** What the agency has published, by fiscal year and kind: plain, fast, quotable. */
export const OrganizationHomePage = ({
  frame,
  place,
  fiscalYears,
  fiscalYear,
  groups,
  cancelled = [],
}: OrganizationHomeProps) => (
  <PublicLayout frame={frame} title={fiscalYear ? `ข้อมูลเปิดเผย ปีงบประมาณ พ.ศ. ${fiscalYear}` : 'ข้อมูลเปิดเผย'}>
    <div class="heading">
      <p class="heading__kind">{place}</p>
      <h1>ข้อมูลเปิดเผยด้านคุณธรรมและความโปร่งใส</h1>
    </div>
    {fiscalYears.length > 0 && (
      <nav class="tabs" aria-label="ปีงบประมาณ">
        <ul>
          {fiscalYears.map(({ year, href, isCurrent }) => (
            <li key={year}>
              <a href={href} aria-current={isCurrent ? 'page' : undefined}>
                <span class="visually-hidden">ปีงบประมาณ พ.ศ. </span>
                {year}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    )}
    {groups.length === 0 && (
      <EmptyState title="ยังไม่มีเอกสารเผยแพร่" body="ประกาศและรายงานที่ลงนามและตรวจพบบนเว็บแล้วจะปรากฏที่หน้านี้" />
    )}
    {groups.map(({ kind, rows }) => (
      <section key={kind}>
        <h2>{kind}</h2>
        <DataTable
          caption={`${kind} ปีงบประมาณ พ.ศ. ${fiscalYear ?? ''}`}
          columns={COLUMNS}
          rows={rows}
          keyOf={(row) => row.href}
        />
      </section>
    ))}
    {cancelled.length > 0 && (
      <section>
        <h2>มาตรการที่ยกเลิก</h2>
        <DataTable
          caption={`มาตรการที่ยกเลิก ปีงบประมาณ พ.ศ. ${fiscalYear ?? ''}`}
          columns={CANCELLED}
          rows={cancelled}
          keyOf={(row) => row.id}
        />
      </section>
    )}
  </PublicLayout>
);

const CANCELLED: readonly Column<CancelledMeasureRow>[] = [
  { label: 'มาตรการ', isHeading: true, cell: (row) => <MarkedText text={row.title} /> },
  { label: 'เหตุผล', cell: (row) => <MarkedText text={row.reason} /> },
  { label: 'ยกเลิกเมื่อ', cell: (row) => row.cancelledText },
];

const COLUMNS: readonly Column<PublicDocumentRow>[] = [
  {
    label: 'เอกสาร',
    isHeading: true,
    cell: (row) => (
      <a class="row-link" href={row.href}>
        <MarkedText text={row.title} />
      </a>
    ),
  },
  { label: 'ภาษา', cell: (row) => (row.language === 'en' ? 'อังกฤษ' : 'ไทย') },
  { label: 'ลงนามเมื่อ', cell: (row) => row.signedText },
  { label: 'สถานะ', cell: (row) => <StateChip {...row.state} /> },
  {
    label: 'ไฟล์',
    cell: (row) =>
      row.pdfHref ? (
        <a href={row.pdfHref}>
          PDF<span class="visually-hidden"> {row.title}</span>
        </a>
      ) : (
        'ถอนแล้ว'
      ),
  },
];
