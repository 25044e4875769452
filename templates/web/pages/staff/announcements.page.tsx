import { DataTable, type Column } from '../../components/data-table.js';
import { EmptyState } from '../../components/empty-state.js';
import { MarkedText } from '../../components/english.js';
import { PageHeading } from '../../components/page-heading.js';
import { Pagination, type PageOfList } from '../../components/pagination.js';
import { StateCell, type StateView } from '../../components/state-chip.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface AnnouncementRow {
  readonly id: string;
  readonly title: string;
  readonly template: string;
  readonly dateText: string;
  readonly state: StateView;
  readonly hasOpenOverride?: boolean;
}

export interface AnnouncementTemplateChoice {
  readonly id: string;
  readonly title: string;
  readonly href: string;
}

export interface AnnouncementsProps {
  readonly frame: StaffFrame;
  readonly rows: readonly AnnouncementRow[];
  readonly paging: PageOfList;
  readonly mayDraft: boolean;
}

export const AnnouncementsPage = ({ frame, rows, paging, mayDraft }: AnnouncementsProps) => (
  <StaffLayout frame={frame} title="ประกาศ" section="announcements">
    <div class="heading-row">
      <PageHeading title="ประกาศ" now={`${paging.total} ฉบับ`} />
      <div class="buttons">
        {mayDraft && (
          <a class="btn btn-primary" href={links.newAnnouncement}>
            ร่างประกาศ
          </a>
        )}
        <a class="btn btn-outline" href={links.announcementRegister}>
          ทะเบียนประกาศ
        </a>
        {mayDraft && (
          <a class="btn btn-outline" href={links.wordings}>
            ถ้อยคำประกาศ
          </a>
        )}
      </div>
    </div>
    {rows.length === 0 ? (
      <EmptyState
        title="ยังไม่มีประกาศ"
        body="ประกาศ เช่น นโยบายไม่รับของขวัญ (No Gift Policy) จะปรากฏที่นี่พร้อมสถานะจนถึงเผยแพร่"
        firstStep={mayDraft ? { label: 'ร่างประกาศฉบับแรก', href: links.newAnnouncement } : undefined}
      />
    ) : (
      <DataTable caption="ประกาศ" columns={COLUMNS} rows={rows} keyOf={(row) => row.id} />
    )}
    <Pagination {...paging} />
  </StaffLayout>
);

const COLUMNS: readonly Column<AnnouncementRow>[] = [
  {
    label: 'ประกาศ',
    isHeading: true,
    cell: (row) => (
      <>
        <span class="row-kind">{row.template}</span>
        <a class="row-link" href={links.announcement(row.id)}>
          <MarkedText text={row.title} />
        </a>
      </>
    ),
  },
  { label: 'สถานะ', cell: (row) => <StateCell {...row} /> },
  { label: 'แก้ไขล่าสุด', cell: (row) => row.dateText },
];
