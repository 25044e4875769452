import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import { EvidenceFiles, type EvidenceFileView } from '../../components/evidence-files.js';
import { EvidenceLinks, type EvidenceLinkView } from '../../components/evidence-links.js';
import { FileField, LongTextField } from '../../components/field.js';
import { FindingList, type FindingListProps } from '../../components/finding-list.js';
import { SeenFields } from '../../components/hidden-fields.js';
import { InterimOffer } from '../../components/interim-offer.js';
import { LineList } from '../../components/line-list.js';
import { PageHeading } from '../../components/page-heading.js';
import { ResultsFields, type TypedResults } from '../../components/results-fields.js';
import type { StateView } from '../../components/state-chip.js';
import type { Line } from '../../../../src/core/measure/measure.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';
import { FILES_LABEL } from '../../words/evidence-words.js';

export interface ResultsFormProps {
  readonly frame: StaffFrame;
  readonly id: string;
  readonly title: string;
  readonly state: StateView;
  /** The approved methods, to write the results against. */
  readonly methods: readonly Line[];
  readonly typed: TypedResults & { readonly evidence: string };
  /** There are interim results to begin from. */
  readonly offersInterim: boolean;
  /** The stored links with what they answered. */
  readonly links: readonly EvidenceLinkView[];
  readonly files: readonly EvidenceFileView[];
  readonly mayChangeFiles: boolean;
  readonly mayAddFiles: boolean;
  /** Of the measure as it is stored: files are brought to that. */
  readonly version: string;
  readonly seenVersion: string;
  readonly idempotencyKey: string;
  readonly uploadKey: string;
  readonly problems: readonly FieldProblem[];
  /** What the proof-reader found in the text as it was last saved. */
  readonly proof?: FindingListProps;
}

export const ResultsFormPage = (props: ResultsFormProps) => {
  const { frame, id, title, state, methods, typed, problems, seenVersion, idempotencyKey } = props;
  return (
    <StaffLayout frame={frame} title={`บันทึกผล: ${title}`} section="measures">
      <p class="back">
        <a href={links.measure(id)}>กลับไปที่มาตรการ</a>
      </p>
      <ErrorSummary problems={problems} />
      <PageHeading kind="บันทึกผลการดำเนินงาน" title={title} state={state} />
      {props.proof && <FindingList {...props.proof} />}
      <details class="aside-note" open>
        <summary>วิธีดำเนินการที่อนุมัติไว้</summary>
        <LineList lines={methods} whenEmpty="ไม่ได้ระบุ" />
      </details>
      {props.offersInterim && <InterimOffer id={id} />}
      <form method="post" action={links.measureResults(id)} class="narrow" noValidate>
        <SeenFields csrfToken={frame.csrfToken} seenVersion={seenVersion} idempotencyKey={idempotencyKey} />
        <ResultsFields typed={typed} action={links.measureResults(id)} problems={problems} />
        <LongTextField
          name="evidence"
          label="หลักฐานบนเว็บไซต์"
          hint="หนึ่งรายการต่อหนึ่งบรรทัด: ชื่อหลักฐาน เว้นวรรค แล้วตามด้วยที่อยู่เว็บเต็มของเอกสารนั้น ไม่ใช่หน้าแรกของเว็บไซต์"
          value={typed.evidence}
          problem={problemOf(problems, 'evidence')}
          isOptional
        />
        {props.links.length > 0 && (
          <details class="aside-note">
            <summary>ลิงก์ที่บันทึกไว้เปิดได้หรือไม่</summary>
            <EvidenceLinks evidence={props.links} />
          </details>
        )}
        <div class="form-bar">
          <button class="btn btn-primary" type="submit">
            บันทึกผล
          </button>
          <span class="quiet">บันทึกแล้วตรวจทานอีกครั้งก่อนเสนอรับรอง</span>
        </div>
      </form>
      <FilesSection {...props} />
    </StaffLayout>
  );
};

const FilesSection = ({
  frame,
  id,
  files,
  mayChangeFiles,
  mayAddFiles,
  version,
  uploadKey,
  problems,
}: ResultsFormProps) => {
  const { csrfToken } = frame;
  return (
    <section class="narrow" id="files" aria-labelledby="files-heading">
      <h2 id="files-heading">{FILES_LABEL}</h2>
      {files.length === 0 && <p class="quiet">ยังไม่มีไฟล์หลักฐาน</p>}
      {files.length > 0 && (
        <EvidenceFiles files={files} {...(mayChangeFiles ? { removal: { csrfToken, seenVersion: version } } : {})} />
      )}
      {mayAddFiles && (
        <form method="post" action={links.evidence(id)} enctype="multipart/form-data" noValidate>
          <SeenFields csrfToken={csrfToken} seenVersion={version} idempotencyKey={uploadKey} />
          <FileField
            name="file"
            label="แนบไฟล์"
            hint="PDF ไม่เกิน 50 หน้า หรือภาพ PNG, JPEG ไม่เกิน 20 MB ต่อไฟล์ บันทึกข้อความด้านบนก่อนแนบ ระบบเก็บเฉพาะสิ่งที่มองเห็นและข้อความ ไม่เก็บพิกัด ผู้จัดทำ หรือสคริปต์"
            accept=".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg"
            problem={problemOf(problems, 'file')}
          />
          <button class="btn btn-outline" type="submit">
            แนบไฟล์หลักฐาน
          </button>
        </form>
      )}
    </section>
  );
};
