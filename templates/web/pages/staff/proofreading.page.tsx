import { AdminTabs } from '../../components/admin-tabs.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { EmptyState } from '../../components/empty-state.js';
import { MarkedText } from '../../components/english.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface RuleRow {
  readonly rule: string;
  readonly title: string;
  /** "ต้องแก้" and so on, as the product sets it. */
  readonly usual: string;
  /** "ปิด", "ลดเป็นควรตรวจ"; empty when nothing was changed. */
  readonly now: string;
  /** Why and by whom, finished. */
  readonly because: string;
  /** Null for a rule that cannot be changed. */
  readonly href: string | null;
}

export interface WordRow {
  readonly word: string;
  readonly replacement: string;
  readonly because: string;
}

export interface ChangeRow {
  readonly id: string;
  readonly at: string;
  readonly atText: string;
  readonly subject: string;
  readonly change: string;
  readonly who: string;
  readonly reason: string;
}

export interface ProofreadingProps {
  readonly frame: StaffFrame;
  readonly rules: readonly RuleRow[];
  readonly words: readonly WordRow[];
  /** Newest first. */
  readonly changes: readonly ChangeRow[];
}

/** What the proof-reader looks for in this agency: its rules and the agency's own words. */
export const ProofreadingPage = ({ frame, rules, words, changes }: ProofreadingProps) => (
  <StaffLayout frame={frame} title="การตรวจทาน" section="admin">
    <AdminTabs here={links.proofreading} />
    <PageHeading title="การตรวจทาน" now="กฎที่ระบบใช้อ่านเอกสารก่อนเสนอ และคำที่หน่วยงานกำหนดเอง" />
    <h2>คลังคำของหน่วยงาน</h2>
    {words.length === 0 ? (
      <EmptyState title="ยังไม่มีคำของหน่วยงาน" body="เพิ่มคำที่มักเขียนผิด หรือคำเฉพาะที่ไม่ต้องการให้ระบบทัก" />
    ) : (
      <DataTable caption="คลังคำของหน่วยงาน" columns={WORD_COLUMNS} rows={words} keyOf={(row) => row.word} />
    )}
    <p>
      <a class="btn btn-outline" href={links.proofreadingWord()}>
        เพิ่มคำ
      </a>
    </p>
    <h2>กฎ</h2>
    <DataTable caption="กฎของการตรวจทาน" columns={RULE_COLUMNS} rows={rules} keyOf={(row) => row.rule} />
    <h2>ประวัติการเปลี่ยนแปลง</h2>
    {changes.length === 0 ? (
      <EmptyState title="ยังไม่มีการเปลี่ยนแปลง" body="ทุกครั้งที่เปลี่ยนกฎหรือคำ เหตุผลจะถูกเก็บไว้ที่นี่" />
    ) : (
      <DataTable caption="ประวัติการเปลี่ยนแปลง" columns={CHANGE_COLUMNS} rows={changes} keyOf={(row) => row.id} />
    )}
  </StaffLayout>
);

const RULE_COLUMNS: readonly Column<RuleRow>[] = [
  {
    label: 'กฎ',
    isHeading: true,
    cell: (row) => (row.href ? <a href={row.href}>{row.title}</a> : row.title),
  },
  { label: 'ระดับปกติ', cell: (row) => row.usual },
  {
    label: 'ในหน่วยงานนี้',
    cell: (row) => (
      <>
        {row.now || 'ตามปกติ'}
        {row.because && <span class="row-kind">{row.because}</span>}
      </>
    ),
  },
];

const CHANGE_COLUMNS: readonly Column<ChangeRow>[] = [
  {
    label: 'กฎหรือคำ',
    isHeading: true,
    cell: (row) => (
      <>
        <MarkedText text={row.subject} />
        <span class="row-kind">
          <MarkedText text={row.change} />
        </span>
      </>
    ),
  },
  { label: 'เหตุผล', cell: (row) => <MarkedText text={row.reason} /> },
  { label: 'โดย', cell: (row) => row.who },
  { label: 'เมื่อ', cell: (row) => <time dateTime={row.at}>{row.atText}</time> },
];

const WORD_COLUMNS: readonly Column<WordRow>[] = [
  {
    label: 'คำ',
    isHeading: true,
    cell: (row) => (
      <a href={links.proofreadingWord(row.word)}>
        <MarkedText text={row.word} />
      </a>
    ),
  },
  {
    label: 'เสนอให้เป็น',
    cell: (row) => (row.replacement === row.word ? 'ใช้ได้ ไม่ต้องทัก' : <MarkedText text={row.replacement} />),
  },
  { label: 'เหตุผล', cell: (row) => row.because },
];
