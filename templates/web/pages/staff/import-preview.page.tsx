import { writtenNumber } from '../../../../src/core/thai/numbers.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { MarkedText } from '../../components/english.js';
import { FindingList, type FindingListProps } from '../../components/finding-list.js';
import { CsrfField, SeenFields } from '../../components/hidden-fields.js';
import { PageHeading } from '../../components/page-heading.js';
import { Pagination, type PageOfList } from '../../components/pagination.js';
import { Remark } from '../../components/remark.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface ImportFinding {
  /** "แถวที่ 4 คอลัมน์ ระยะเวลา" */
  readonly place: string;
  readonly sentence: string;
  /** The words of the file it is about, and what is offered instead. */
  readonly quote?: string;
  readonly suggestion?: string;
  /** E stops the import, W asks to look, I tells what was done. */
  readonly weight: 'E' | 'W' | 'I';
}

export interface ImportedMeasureRow {
  readonly key: string;
  readonly title: string;
  readonly theme: string | null;
  readonly methodCount: number;
  readonly period: string;
  readonly responsible: string;
  readonly hasResults: boolean;
}

/** What a page shows of a long list. */
export interface PortionOf<Row> {
  readonly rows: readonly Row[];
  readonly paging: PageOfList;
}

export interface ImportPreviewProps {
  readonly frame: StaffFrame;
  readonly fileName: string;
  readonly fiscalYear: string;
  readonly measureCount: number;
  /** Something has to be corrected in the file before anything of it is taken. */
  readonly isBlocked: boolean;
  /** Null on the further pages of the other list. */
  readonly measures: PortionOf<ImportedMeasureRow> | null;
  readonly findings: PortionOf<ImportFinding> | null;
  /** Stray spaces inside words: offered for closing, or closed already; null when the file has none. */
  readonly spacing: { readonly href: string; readonly isClosed: boolean } | null;
  /** Measures that are there already and differ from the file, and may take over what it says; null when there are none. */
  readonly takeOver: { readonly href: string; readonly seen: string; readonly count: number } | null;
  /** What the proof-reader says about the words: to be corrected before they are submitted. */
  readonly proof?: FindingListProps;
  readonly confirmHref: string;
  readonly idempotencyKey: string;
}

/** What the file would bring in, with everything doubtful named, before anything is written. */
export const ImportPreviewPage = ({
  frame,
  fileName,
  fiscalYear,
  measureCount,
  isBlocked,
  measures,
  findings,
  proof,
  spacing,
  takeOver,
  confirmHref,
  idempotencyKey,
}: ImportPreviewProps) => (
  <StaffLayout frame={frame} title="ตรวจก่อนนำเข้า" section="measures">
    <p class="back">
      <a href={links.imports}>เลือกไฟล์ใหม่</a>
    </p>
    <PageHeading
      kind={`${fileName} · ปีงบประมาณ พ.ศ. ${fiscalYear}`}
      title={`พบ ${writtenNumber(measureCount)} มาตรการ`}
      now="ขั้นที่ 2 จาก 2: ตรวจแล้วยืนยัน ยังไม่มีอะไรถูกบันทึก"
    />
    {findings && <Findings {...findings} />}
    {proof && <FindingList {...proof} />}
    {spacing && <Spacing {...spacing} csrfToken={frame.csrfToken} />}
    {takeOver && !isBlocked && <TakeOver {...takeOver} csrfToken={frame.csrfToken} />}
    {measures && measureCount > 0 && <Measures {...measures} />}
    <section class="decision" aria-label="การดำเนินการ">
      <div class="decision__buttons">
        {isBlocked ? (
          <a class="btn btn-primary" href={links.imports}>
            แก้ไฟล์แล้วเลือกใหม่
          </a>
        ) : (
          <form method="post" action={confirmHref}>
            <SeenFields csrfToken={frame.csrfToken} idempotencyKey={idempotencyKey} />
            <button class="btn btn-primary" type="submit">
              นำเข้า {writtenNumber(measureCount)} มาตรการเป็นร่าง
            </button>
          </form>
        )}
      </div>
    </section>
  </StaffLayout>
);

const Measures = ({ rows, paging }: PortionOf<ImportedMeasureRow>) => (
  <>
    <DataTable caption="มาตรการในไฟล์" columns={COLUMNS} rows={rows} keyOf={(row) => row.key} />
    <Pagination {...paging} label="หน้าของมาตรการในไฟล์" />
  </>
);

const Spacing = ({
  href,
  isClosed,
  csrfToken,
}: NonNullable<ImportPreviewProps['spacing']> & { readonly csrfToken: string }) => (
  <form method="post" action={href} class="aside-note">
    <CsrfField token={csrfToken} />
    <p>
      {isClosed
        ? 'ปิดช่องว่างในคำให้แล้ว ตรวจคำที่เปลี่ยนได้ในข้อสังเกตข้างต้น'
        : 'ไฟล์นี้มีช่องว่างแทรกกลางคำ ระบบปิดให้ตามที่เสนอในข้อสังเกตข้างต้นได้'}
    </p>
    <input type="hidden" name="closeSpaces" value={isClosed ? '' : 'true'} />
    <button class="btn btn-outline" type="submit">
      {isClosed ? 'คงช่องว่างตามไฟล์เดิม' : 'ปิดช่องว่างในคำ'}
    </button>
  </form>
);

const TakeOver = ({
  href,
  seen,
  count,
  csrfToken,
}: NonNullable<ImportPreviewProps['takeOver']> & { readonly csrfToken: string }) => (
  <form method="post" action={href} class="aside-note">
    <SeenFields csrfToken={csrfToken} shownHash={seen} />
    <p>
      มี {count} มาตรการอยู่แล้วและเนื้อหาต่างจากไฟล์ ดูว่าต่างที่ใดได้ในข้อสังเกตข้างต้น การนำเข้าไม่เปลี่ยนของเดิม หากต้องการให้ตรงกับไฟล์
      ให้กดปุ่มนี้
    </p>
    <button class="btn btn-outline" type="submit">
      ใช้ข้อความในไฟล์แทนของเดิม {count} มาตรการ
    </button>
  </form>
);

const WEIGHTS = { E: 'ต้องแก้', W: 'ควรตรวจ', I: 'แจ้งให้ทราบ' } as const;

const Findings = ({ rows, paging }: PortionOf<ImportFinding>) =>
  paging.total === 0 ? (
    <p class="notice notice--ok">ไม่พบข้อสังเกตในไฟล์นี้</p>
  ) : (
    <section class="findings" aria-labelledby="findings-title">
      <h2 id="findings-title">ข้อสังเกต {writtenNumber(paging.total)} รายการ</h2>
      <ul>
        {rows.map(({ place, sentence, quote, suggestion, weight }, index) => (
          <li class={weight === 'E' ? 'findings__item findings__item--stop' : 'findings__item'} key={index}>
            <strong>{WEIGHTS[weight]}</strong> · {place}
            <br />
            <Remark text={sentence} />
            {quote && <span class="findings__quote as-written">“{quote}”</span>}
            {suggestion && <span class="findings__quote as-written">เสนอให้เป็น “{suggestion}”</span>}
          </li>
        ))}
      </ul>
      <Pagination {...paging} label="หน้าของข้อสังเกต" />
    </section>
  );

const COLUMNS: readonly Column<ImportedMeasureRow>[] = [
  {
    label: 'มาตรการ',
    isHeading: true,
    cell: (row) => (
      <>
        {row.theme && <span class="row-kind">{row.theme}</span>}
        <MarkedText text={row.title} />
      </>
    ),
  },
  { label: 'วิธีดำเนินการ', isNumber: true, cell: (row) => `${row.methodCount} ข้อ` },
  { label: 'ระยะเวลา', cell: (row) => row.period || 'ไม่ระบุ' },
  { label: 'หน่วยงานรับผิดชอบ', cell: (row) => row.responsible || 'ไม่ระบุ' },
  { label: 'ผลการดำเนินงาน', cell: (row) => (row.hasResults ? 'มีในไฟล์' : 'ยังไม่มี') },
];
