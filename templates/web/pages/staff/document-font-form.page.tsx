import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import { FileField } from '../../components/field.js';
import { FontRemarks } from '../../components/font-remarks.js';
import { SeenFields } from '../../components/hidden-fields.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';
import type { FontRemarkName } from '../../words/font-words.js';

export interface RefusedFontFile {
  readonly name: string;
  readonly remarks: readonly FontRemarkName[];
  readonly missing: readonly string[];
}

export interface DocumentFontFormProps {
  readonly frame: StaffFrame;
  /** Files that will not do, each with why. */
  readonly refused: readonly RefusedFontFile[];
  readonly problems: readonly FieldProblem[];
  /** Typefaces that the operator of the system offers. */
  readonly offered: readonly { readonly family: string; readonly idempotencyKey: string }[];
  readonly idempotencyKey: string;
}

/** Files of one typeface, to be looked over before anything uses them. */
export const DocumentFontFormPage = ({ frame, refused, problems, offered, idempotencyKey }: DocumentFontFormProps) => (
  <StaffLayout frame={frame} title="นำแบบอักษรเข้า" section="admin">
    <p class="back">
      <a href={links.documentFonts}>แบบอักษรทั้งหมด</a>
    </p>
    <ErrorSummary problems={problems} />
    <PageHeading title="นำแบบอักษรเข้า" now="ขั้นที่ 1 จาก 2: ระบบจะตรวจไฟล์ให้ก่อน เอกสารยังไม่เปลี่ยน" />
    {refused.length > 0 && (
      <section aria-labelledby="refused-title">
        <h2 id="refused-title">ผลการตรวจไฟล์ที่ใช้ไม่ได้</h2>
        {refused.map(({ name, ...found }) => (
          <div key={name}>
            <h3>{name}</h3>
            <FontRemarks {...found} />
          </div>
        ))}
      </section>
    )}
    <form method="post" action={links.newDocumentFont} enctype="multipart/form-data" class="narrow" noValidate>
      <SeenFields csrfToken={frame.csrfToken} idempotencyKey={idempotencyKey} />
      <FileField
        name="files"
        label="ไฟล์แบบอักษร"
        hint="ไฟล์ .ttf หรือ .otf ของแบบอักษรชุดเดียวกัน เลือกพร้อมกันได้ถึง 4 ไฟล์ คือ ตัวปกติ ตัวหนา ตัวเอียง และตัวหนาเอียง ไฟล์ละไม่เกิน 8 เมกะไบต์"
        accept=".ttf,.otf"
        isMultiple
        problem={problemOf(problems, 'files')}
      />
      <button class="btn btn-primary" type="submit">
        ตรวจแบบอักษร
      </button>
    </form>
    {offered.length > 0 && (
      <section class="instead" aria-labelledby="offered-title">
        <h2 id="offered-title">แบบอักษรที่ผู้ดูแลเครื่องเตรียมไว้</h2>
        {offered.map((each) => (
          <form key={each.family} method="post" action={links.newDocumentFont}>
            <SeenFields csrfToken={frame.csrfToken} idempotencyKey={each.idempotencyKey} />
            <input type="hidden" name="offered" value={each.family} />
            <button class="btn btn-outline" type="submit">
              นำ {each.family} เข้า
            </button>
          </form>
        ))}
      </section>
    )}
  </StaffLayout>
);
