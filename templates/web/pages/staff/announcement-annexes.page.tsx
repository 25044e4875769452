import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import {
  EvidenceFile,
  EvidenceFiles,
  RemovalButton,
  RemovalForm,
  type EvidenceFileView,
} from '../../components/evidence-files.js';
import { FileField, SelectField, TextField } from '../../components/field.js';
import { FindingList, type FindingListProps } from '../../components/finding-list.js';
import { SeenFields } from '../../components/hidden-fields.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StateView } from '../../components/state-chip.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';
import { ANNEXES_LABEL, NO_ANNEXES } from '../../words/now-words.js';

export interface AnnexRow extends EvidenceFileView {
  readonly title: string;
}

export interface AnnouncementAnnexesProps {
  readonly frame: StaffFrame;
  readonly id: string;
  readonly title: string;
  readonly state: StateView;
  /** In their order. */
  readonly annexes: readonly AnnexRow[];
  readonly mayChange: boolean;
  readonly mayAdd: boolean;
  readonly longestTitle: number;
  /** Of a file that was refused. */
  readonly typedTitle: string;
  readonly seenVersion: string;
  readonly arrangementKey: string;
  readonly uploadKey: string;
  readonly problems: readonly FieldProblem[];
  /** What the proof-reader found in the announcement and its annexes as they are stored. */
  readonly proof?: FindingListProps;
}

/** Files behind an announcement: brought, titled, put in order, taken out. */
export const AnnouncementAnnexesPage = (props: AnnouncementAnnexesProps) => (
  <StaffLayout frame={props.frame} title={`${ANNEXES_LABEL}: ${props.title}`} section="announcements">
    <p class="back">
      <a href={links.announcement(props.id)}>กลับไปที่ประกาศ</a>
    </p>
    <ErrorSummary problems={props.problems} />
    <PageHeading kind={ANNEXES_LABEL} title={props.title} state={props.state} />
    {props.proof && <FindingList {...props.proof} />}
    <section class="narrow" id="annexes" aria-labelledby="annexes-heading">
      <h2 id="annexes-heading">{ANNEXES_LABEL}</h2>
      {props.annexes.length === 0 && <p class="quiet">{NO_ANNEXES}</p>}
      {props.annexes.length > 0 &&
        (props.mayChange ? <Arrangement {...props} /> : <EvidenceFiles files={props.annexes} />)}
    </section>
    {props.mayAdd && <Attaching {...props} />}
  </StaffLayout>
);

/** Titles and places are saved together; a file is taken out by a form of its own. */
const Arrangement = ({
  frame,
  id,
  annexes,
  longestTitle,
  seenVersion,
  arrangementKey,
  problems,
}: AnnouncementAnnexesProps) => {
  const { csrfToken } = frame;
  const places = annexes.map((_annex, index) => ({ value: String(index + 1), label: String(index + 1) }));
  return (
    <>
      <form method="post" action={links.arrangeAnnexes(id)} noValidate>
        <SeenFields csrfToken={csrfToken} seenVersion={seenVersion} idempotencyKey={arrangementKey} />
        <ul class="evidence">
          {annexes.map((annex, index) => (
            <EvidenceFile file={annex} key={annex.id}>
              <input type="hidden" name={`file.${index + 1}`} value={annex.id} />
              <TextField
                name={`title.${index + 1}`}
                label={`ชื่อเอกสาร ${index + 1}`}
                value={annex.title}
                maxLength={longestTitle}
                problem={problemOf(problems, `title.${index + 1}`)}
              />
              <SelectField
                name={`place.${index + 1}`}
                label={`ลำดับของเอกสาร ${index + 1}`}
                value={String(index + 1)}
                choices={places}
              />
              <RemovalButton file={annex} />
            </EvidenceFile>
          ))}
        </ul>
        <div class="form-bar">
          <button class="btn btn-primary" type="submit">
            บันทึกชื่อและลำดับ
          </button>
        </div>
      </form>
      {annexes.map((annex) => (
        <RemovalForm key={annex.id} file={annex} removal={{ csrfToken, seenVersion }} />
      ))}
    </>
  );
};

const Attaching = ({
  frame,
  id,
  longestTitle,
  typedTitle,
  seenVersion,
  uploadKey,
  problems,
}: AnnouncementAnnexesProps) => (
  <form method="post" action={links.announcementAnnexes(id)} class="narrow" enctype="multipart/form-data" noValidate>
    <h2>แนบเอกสาร</h2>
    <SeenFields csrfToken={frame.csrfToken} seenVersion={seenVersion} idempotencyKey={uploadKey} />
    <FileField
      name="file"
      label="แนบไฟล์"
      hint="PDF ไม่เกิน 50 หน้า หรือภาพ PNG, JPEG ไม่เกิน 20 MB ต่อไฟล์ รวมกันไม่เกิน 60 หน้าและ 15 MB พิมพ์ต่อท้ายประกาศและเผยแพร่พร้อมกัน ระบบเก็บเฉพาะสิ่งที่มองเห็นและข้อความ ไม่เก็บพิกัด ผู้จัดทำ หรือสคริปต์"
      accept=".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg"
      problem={problemOf(problems, 'file')}
    />
    <TextField
      name="title"
      label="ชื่อเอกสารที่แนบ"
      hint="พิมพ์เหนือเอกสารและในรายการท้ายประกาศ เว้นว่างไว้จะใช้ชื่อไฟล์"
      value={typedTitle}
      maxLength={longestTitle}
      isOptional
    />
    <button class="btn btn-outline" type="submit">
      แนบเอกสาร
    </button>
  </form>
);
