import { DocumentPreview, type DocumentPreviewView } from '../../components/document-preview.js';
import { Facts, type Fact } from '../../components/facts.js';
import { NoticeBox } from '../../components/notice.js';
import { Outline } from '../../components/outline.js';
import { PageHeading } from '../../components/page-heading.js';
import { StateChip, type StateView } from '../../components/state-chip.js';
import type { DocumentOutline } from '../../../documents/document-outline.js';
import type { Notice, PublicFrame } from '../../frame.js';
import { links } from '../../links.js';
import { PublicLayout } from '../../public-layout.js';

export interface EditionRow {
  readonly label: string;
  readonly publishedText: string;
  readonly state: StateView;
  readonly href: string | null;
  readonly sha256: string;
  /** True for the edition this page shows. */
  readonly isShown: boolean;
}

export interface PublicDocumentProps {
  readonly frame: PublicFrame;
  readonly title: string;
  /** "รายงาน · ปีงบประมาณ พ.ศ. 2567 · O27" */
  readonly kind: string;
  readonly state: StateView;
  /** Superseded or withdrawn: what happened, why, and where the current one is. */
  readonly notice: Notice | null;
  readonly currentHref: string | null;
  readonly pdfHref: string | null;
  readonly permanentAddress: string;
  /** Of the newest file; withdrawn files keep theirs. */
  readonly sha256: string;
  readonly facts: readonly Fact[];
  readonly preview: DocumentPreviewView | null;
  /** The document's own words, so that it can be read without a PDF; null once withdrawn. */
  readonly outline: DocumentOutline | null;
  /** Its tables as files; null for a document without any. */
  readonly tables: { readonly csvHref: string; readonly xlsxHref: string } | null;
  readonly editions: readonly EditionRow[];
}

/** One published document at its permanent address. */
export const PublicDocumentPage = ({
  frame,
  title,
  kind,
  state,
  notice,
  currentHref,
  ...document
}: PublicDocumentProps) => (
  <PublicLayout frame={frame} title={title}>
    <p class="back">
      <a href={links.publicHome(frame.organizationSlug)}>เอกสารทั้งหมดของหน่วยงาน</a>
    </p>
    <PageHeading kind={kind} title={title} state={state} />
    {notice && <NoticeBox {...notice}>{currentHref && <a href={currentHref}>เปิดฉบับปัจจุบัน</a>}</NoticeBox>}
    {document.pdfHref && (
      <p class="buttons">
        <a class="btn btn-primary" href={document.pdfHref}>
          ดาวน์โหลด PDF
        </a>
        {document.tables && <TableLinks {...document.tables} />}
      </p>
    )}
    <Facts facts={document.facts} />
    {document.preview && <DocumentPreview {...document.preview} />}
    {document.outline && <Outline outline={document.outline} />}
    <Genuineness permanentAddress={document.permanentAddress} sha256={document.sha256} />
    <Editions editions={document.editions} />
  </PublicLayout>
);

const TableLinks = ({ csvHref, xlsxHref }: NonNullable<PublicDocumentProps['tables']>) => (
  <>
    <a class="btn btn-outline" href={xlsxHref}>
      ตารางเป็น Excel
    </a>
    <a class="btn btn-outline" href={csvHref}>
      ตารางเป็น CSV
    </a>
  </>
);

const Genuineness = ({ permanentAddress, sha256 }: { readonly permanentAddress: string; readonly sha256: string }) => (
  <section class="genuine">
    <h2>การอ้างอิงและตรวจสอบ</h2>
    <Facts
      facts={[
        { term: 'ที่อยู่ถาวร', value: <a href={permanentAddress}>{permanentAddress}</a> },
        {
          term: 'รหัสยืนยันไฟล์ (SHA-256)',
          value: <code class="hash">{sha256}</code>,
        },
      ]}
    />
    <p>
      ได้ไฟล์นี้มาจากที่อื่น? <a href={links.verify}>ตรวจว่าเป็นฉบับจริงหรือไม่</a>
    </p>
  </section>
);

const Editions = ({ editions }: { readonly editions: readonly EditionRow[] }) => (
  <section>
    <h2>ทุกฉบับของเอกสารนี้</h2>
    <ol class="editions" reversed>
      {editions.map(({ label, publishedText, state, href, sha256, isShown }) => (
        <li key={sha256} aria-current={isShown ? 'true' : undefined}>
          {href ? <a href={href}>{label}</a> : <span>{label}</span>} <StateChip {...state} />
          <span class="quiet">
            {publishedText} · <code class="hash">{sha256.slice(0, 16)}…</code>
          </span>
        </li>
      ))}
    </ol>
  </section>
);
