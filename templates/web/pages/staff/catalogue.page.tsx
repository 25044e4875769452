import type { CatalogueKind } from '../../../../src/core/ita/catalogue.js';
import { DataTable, type Column } from '../../components/data-table.js';
import { EmptyState } from '../../components/empty-state.js';
import { SelectField, type Choice } from '../../components/field.js';
import { CsrfField } from '../../components/hidden-fields.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';
import { KIND_TITLES } from '../../words/catalogue-words.js';

export interface CatalogueLine {
  readonly kind: CatalogueKind;
  readonly code: string;
  readonly title: string;
  /** "30 %"; empty for what has none. */
  readonly weight: string;
  readonly source: string;
  /** Null for who may only read. */
  readonly href: string | null;
}

export interface CatalogueProps {
  readonly frame: StaffFrame;
  readonly fiscalYears: readonly Choice[];
  readonly fiscalYear: string;
  readonly lines: readonly CatalogueLine[];
  readonly isChanged: boolean;
  readonly mayWrite: boolean;
}

const KINDS: readonly CatalogueKind[] = ['instrument', 'indicator', 'o-code'];

/** Instruments, indicators and O-codes of a year as the agency has them. */
export const CataloguePage = ({ frame, fiscalYears, fiscalYear, lines, isChanged, mayWrite }: CatalogueProps) => (
  <StaffLayout frame={frame} title="ตัวชี้วัดและข้อ O" section="measures">
    <p class="back">
      <a href={links.assessments}>ผลการประเมิน ITA</a>
    </p>
    <div class="heading-row">
      <PageHeading title="ตัวชี้วัดและข้อ O" now={`ปีงบประมาณ พ.ศ. ${fiscalYear} · มาตรการคงรหัสที่ลงนามไว้เมื่อชื่อเปลี่ยน`} />
      {mayWrite && (
        <div class="buttons">
          <a class="btn btn-primary" href={links.newCatalogueLine(fiscalYear)}>
            เพิ่มข้อ O
          </a>
          <a class="btn btn-outline" href={links.catalogueWeights(fiscalYear)}>
            แก้ไขน้ำหนัก
          </a>
        </div>
      )}
    </div>
    <form method="get" action={links.catalogues} class="filters">
      <SelectField name="fiscalYear" label="ปีงบประมาณ" value={fiscalYear} choices={fiscalYears} />
      <button class="btn btn-outline" type="submit">
        แสดง
      </button>
    </form>
    {KINDS.map((kind) => (
      <Lines kind={kind} lines={lines.filter((line) => line.kind === kind)} key={kind} />
    ))}
    {mayWrite && isChanged && <Reset csrfToken={frame.csrfToken} fiscalYear={fiscalYear} />}
  </StaffLayout>
);

const Lines = ({ kind, lines }: { readonly kind: CatalogueKind; readonly lines: readonly CatalogueLine[] }) => (
  <section aria-label={KIND_TITLES[kind]}>
    <h2>{KIND_TITLES[kind]}</h2>
    {lines.length === 0 ? (
      <EmptyState title="ยังไม่มีข้อมูลของปีนี้" body="ระบบยังไม่มีรายการข้อ O ของปีนี้ เพิ่มตามคู่มือการประเมินได้เอง" />
    ) : (
      <DataTable
        caption={KIND_TITLES[kind]}
        columns={kind === 'instrument' ? WITH_WEIGHT : COLUMNS}
        rows={lines}
        keyOf={({ code }) => code}
      />
    )}
  </section>
);

const TITLE: Column<CatalogueLine> = {
  label: 'ชื่อ',
  isHeading: true,
  cell: ({ code, title, href }) => (
    <>
      <span class="row-kind">{code}</span>
      {href ? <a href={href}>{title}</a> : title}
    </>
  ),
};
const SOURCE: Column<CatalogueLine> = { label: 'ที่มา', cell: ({ source }) => source };
const COLUMNS = [TITLE, SOURCE];
const WITH_WEIGHT = [TITLE, { label: 'น้ำหนัก', cell: ({ weight }: CatalogueLine) => weight }, SOURCE];

/** Two presses, because all own lines of the year go. */
const Reset = ({ csrfToken, fiscalYear }: { readonly csrfToken: string; readonly fiscalYear: string }) => (
  <details class="narrow">
    <summary>กลับไปใช้รายการที่มากับระบบ</summary>
    <form method="post" action={links.resetCatalogue(fiscalYear)}>
      <CsrfField token={csrfToken} />
      <button class="btn btn-outline" type="submit">
        ยืนยันลบสิ่งที่หน่วยงานแก้ไขในปีนี้ทั้งหมด
      </button>
    </form>
  </details>
);
