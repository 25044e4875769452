import { DataTable, type Column } from '../../components/data-table.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface WordingListed {
  readonly template: string;
  readonly title: string;
  readonly language: 'th' | 'en';
  readonly languageLabel: string;
  readonly state: string;
}

export interface WordingsProps {
  readonly frame: StaffFrame;
  readonly rows: readonly WordingListed[];
}

/** What every kind of announcement says in this agency: the standard wording or one of its own. */
export const WordingsPage = ({ frame, rows }: WordingsProps) => (
  <StaffLayout frame={frame} title="ถ้อยคำประกาศ" section="announcements">
    <p class="back">
      <a href={links.announcements}>ประกาศทั้งหมด</a>
    </p>
    <PageHeading title="ถ้อยคำประกาศ" now="ประกาศที่ร่างไว้แล้วคงถ้อยคำเดิม" />
    <DataTable
      caption="ถ้อยคำของประกาศแต่ละชนิด"
      columns={COLUMNS}
      rows={rows}
      keyOf={({ template, language }) => `${template} ${language}`}
    />
  </StaffLayout>
);

const COLUMNS: readonly Column<WordingListed>[] = [
  {
    label: 'ประกาศ',
    isHeading: true,
    cell: ({ template, language, title, languageLabel }) => (
      <a href={links.wording(template, language)}>
        {title} ({languageLabel})
      </a>
    ),
  },
  { label: 'ใช้ถ้อยคำ', cell: ({ state }) => state },
];
