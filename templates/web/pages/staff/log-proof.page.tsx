import { DataTable, type Column } from '../../components/data-table.js';
import { EmptyState } from '../../components/empty-state.js';
import { Facts } from '../../components/facts.js';
import { ErrorSummary } from '../../components/error-summary.js';
import { ExportForm, type ExportFormProps } from '../../components/export-form.js';
import { SelectField, TextField, type Choice } from '../../components/field.js';
import { LogWitnesses, type WitnessView } from '../../components/log-witnesses.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface CheckpointView {
  readonly sizeText: string;
  /** Hexadecimal. */
  readonly root: string;
  readonly madeAt: string;
  readonly madeAtText: string;
  /** How much of the log is newer. */
  readonly newerText: string;
  readonly href: string;
}

/** The newest checkpoint that a time-stamping authority has seen. */
export interface StampView {
  readonly sizeText: string;
  readonly stampedAt: string;
  readonly stampedAtText: string;
  readonly authority: string;
  readonly checkpointHref: string;
  readonly href: string;
}

export interface ExportRow {
  readonly id: string;
  readonly what: string;
  readonly itemHref: string | null;
  readonly askedAt: string;
  readonly askedText: string;
  /** Null while it is being made, as the next two. */
  readonly sizeText: string | null;
  readonly sha256: string | null;
  readonly href: string | null;
}

export interface LogProofProps {
  readonly frame: StaffFrame;
  readonly checkpoint: CheckpointView | null;
  /** Null while no authority has seen the log, or none is set up. */
  readonly stamp: StampView | null;
  /** Every witness that is asked. */
  readonly witnesses: readonly WitnessView[];
  /** Null while no witness has cosigned a checkpoint. */
  readonly cosignedHref: string | null;
  /** Null until the first checkpoint is made. */
  readonly logKey: string | null;
  readonly publicKeyHref: string;
  /** In which the log was signed, newest first. */
  readonly months: readonly Choice[];
  readonly exports: readonly ExportRow[];
  readonly form: Omit<ExportFormProps, 'csrfToken'>;
}

/** What proves the log to somebody who does not trust this installation. */
export const LogProofPage = ({
  frame,
  checkpoint,
  stamp,
  witnesses,
  cosignedHref,
  logKey,
  publicKeyHref,
  months,
  exports,
  form,
}: LogProofProps) => (
  <StaffLayout frame={frame} title="หลักฐานของประวัติ" section="history">
    <PageHeading
      title="หลักฐานของประวัติ"
      now={checkpoint ? `จุดตรวจล่าสุดครอบคลุม ${checkpoint.sizeText}` : 'ยังไม่มีจุดตรวจที่ลงนาม'}
    />
    <p>
      <a href={links.history}>กลับไปหน้าประวัติ</a>
    </p>
    <ErrorSummary problems={form.problems} />
    <section aria-labelledby="checkpoint">
      <h2 id="checkpoint">จุดตรวจล่าสุด</h2>
      {checkpoint ? <Checkpoint {...checkpoint} /> : <NoCheckpoint />}
    </section>
    <section aria-labelledby="stamp">
      <h2 id="stamp">การรับรองเวลาจากภายนอก</h2>
      {stamp ? <Stamp {...stamp} /> : <NoStamp />}
    </section>
    <LogWitnesses witnesses={witnesses} cosignedHref={cosignedHref} csrfToken={frame.csrfToken} />
    <section aria-labelledby="key">
      <h2 id="key">กุญแจของบันทึก</h2>
      <p>ผู้ตรวจสอบใช้กุญแจนี้ตรวจลายมือชื่อบนจุดตรวจ กุญแจเดียวกันเผยแพร่บนเว็บไซต์สาธารณะของหน่วยงาน</p>
      {logKey && (
        <p>
          <code class="hash">{logKey}</code>
        </p>
      )}
      <p>
        <a href={publicKeyHref}>เปิดกุญแจบนเว็บไซต์สาธารณะ</a>
      </p>
    </section>
    {months.length > 0 && <Sheet months={months} />}
    <section aria-labelledby="bundle">
      <h2 id="bundle">ชุดบันทึกสำหรับตรวจนอกระบบ</h2>
      <ExportForm csrfToken={frame.csrfToken} {...form} />
      {exports.length === 0 ? (
        <EmptyState title="ยังไม่เคยจัดทำชุดบันทึก" body="ชุดที่จัดทำแล้วจะอยู่ที่นี่ ดาวน์โหลดซ้ำได้" />
      ) : (
        <DataTable caption="ชุดบันทึกที่จัดทำ" columns={COLUMNS} rows={exports} keyOf={(row) => row.id} />
      )}
    </section>
    <section aria-labelledby="inclusion">
      <h2 id="inclusion">หลักฐานของรายการเดียว</h2>
      <form method="get" action={links.logInclusion} class="narrow">
        <TextField
          name="event"
          label="ลำดับรายการ"
          hint="ไฟล์ที่ได้พิสูจน์ว่ารายการนั้นอยู่ในจุดตรวจล่าสุด โดยไม่เปิดเผยรายการอื่น"
          value=""
          isShort
        />
        <button class="btn btn-outline" type="submit">
          ดาวน์โหลดหลักฐาน
        </button>
      </form>
    </section>
  </StaffLayout>
);

const Checkpoint = ({ sizeText, root, madeAt, madeAtText, newerText, href }: CheckpointView) => (
  <>
    <Facts
      facts={[
        { term: 'ครอบคลุม', value: sizeText },
        { term: 'ลงนามเมื่อ', value: <time dateTime={madeAt}>{madeAtText}</time> },
        { term: 'รายการที่ใหม่กว่า', value: newerText },
        { term: 'รากของต้นไม้แฮช', value: <code class="hash">{root}</code> },
      ]}
    />
    <p>
      <a href={href}>ดาวน์โหลดจุดตรวจ</a>
    </p>
  </>
);

const Stamp = ({ sizeText, stampedAt, stampedAtText, authority, checkpointHref, href }: StampView) => (
  <>
    <Facts
      facts={[
        { term: 'ครอบคลุม', value: sizeText },
        { term: 'รับรองเมื่อ', value: <time dateTime={stampedAt}>{stampedAtText}</time> },
        { term: 'ผู้ให้บริการ', value: authority },
      ]}
    />
    <p>
      <a href={checkpointHref}>ดาวน์โหลดจุดตรวจที่ได้รับการรับรอง</a> ·{' '}
      <a href={href}>
        ดาวน์โหลดการรับรองเวลา (<span lang="en">RFC 3161</span>)
      </a>
    </p>
  </>
);

const Sheet = ({ months }: { readonly months: readonly Choice[] }) => (
  <section aria-labelledby="sheet">
    <h2 id="sheet">ใบจุดตรวจสำหรับแฟ้มกระดาษ</h2>
    <p>พิมพ์เดือนละหนึ่งหน้าให้นายทะเบียนลงนามเก็บไว้ ใบที่เก็บไว้นอกระบบแสดงได้ว่าบันทึกถูกแก้ไขหรือตัดทอนหรือไม่</p>
    <form method="get" action={links.logSheet} class="narrow">
      <SelectField name="month" label="เดือน" choices={[{ value: '', label: 'จุดตรวจล่าสุด' }, ...months]} value="" />
      <p>
        <button class="btn btn-outline" type="submit">
          เปิดใบจุดตรวจ (PDF)
        </button>
      </p>
    </form>
  </section>
);

const NoStamp = () => (
  <EmptyState
    title="ยังไม่มีการรับรองเวลา"
    body="เมื่อผู้ดูแลระบบตั้งค่าผู้ให้บริการรับรองเวลา (TIMESTAMP_URL) ระบบจะขอรับรองจุดตรวจให้เองทุกชั่วโมงที่มีรายการใหม่"
  />
);

const NoCheckpoint = () => <EmptyState title="ยังไม่มีจุดตรวจ" body="ระบบลงนามจุดตรวจแรกให้เองภายในหนึ่งนาทีหลังมีประวัติ" />;

const COLUMNS: readonly Column<ExportRow>[] = [
  {
    label: 'ชุดบันทึก',
    isHeading: true,
    cell: (row) => (
      <>
        {row.itemHref ? <a href={row.itemHref}>{row.what}</a> : row.what}
        <span class="row-kind">
          <time dateTime={row.askedAt}>{row.askedText}</time>
        </span>
      </>
    ),
  },
  { label: 'SHA-256', cell: (row) => (row.sha256 ? <code class="hash">{row.sha256}</code> : '–') },
  {
    label: 'ไฟล์',
    cell: (row) => (row.href ? <a href={row.href}>ดาวน์โหลด ({row.sizeText})</a> : 'กำลังจัดทำ โหลดหน้านี้ใหม่เพื่อดูผล'),
  },
];
