import type { DocumentOutline } from '../../../documents/document-outline.js';
import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import { LongTextField } from '../../components/field.js';
import { SeenFields } from '../../components/hidden-fields.js';
import { Outline } from '../../components/outline.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';
import { MARKS } from '../../words/wording-words.js';

export interface WordingFormProps {
  readonly frame: StaffFrame;
  readonly template: string;
  readonly language: 'th' | 'en';
  readonly title: string;
  /** "ถ้อยคำมาตรฐาน" */
  readonly state: string;
  readonly isOwn: boolean;
  readonly text: string;
  readonly placeholders: readonly string[];
  /** What is typed as it would be read; null before somebody asked. */
  readonly preview: DocumentOutline | null;
  /** Empty: there was no own wording. */
  readonly seenVersion: string;
  readonly idempotencyKey: string;
  readonly problems: readonly FieldProblem[];
}

/** The wording of one kind of announcement in the markup for clerks, with its preview on the same page. */
export const WordingFormPage = ({ frame, template, language, title, ...form }: WordingFormProps) => (
  <StaffLayout frame={frame} title={`ถ้อยคำ ${title}`} section="announcements">
    <p class="back">
      <a href={links.wordings}>ถ้อยคำประกาศทั้งหมด</a>
    </p>
    <ErrorSummary problems={form.problems} />
    <PageHeading kind="ถ้อยคำประกาศ" title={title} now={`ตอนนี้ใช้${form.state}`} />
    <MarkupHelp placeholders={form.placeholders} />
    <form method="post" action={links.wording(template, language)} noValidate>
      <SeenFields csrfToken={frame.csrfToken} seenVersion={form.seenVersion} idempotencyKey={form.idempotencyKey} />
      <LongTextField
        name="text"
        label="ถ้อยคำ"
        hint="เว้นบรรทัดว่างระหว่างย่อหน้า เลขข้อจะเรียงให้ใหม่เองเมื่อพิมพ์"
        value={form.text}
        rows={24}
        problem={problemOf(form.problems, 'text')}
      />
      <div class="buttons">
        <button class="btn btn-primary" type="submit">
          บันทึกถ้อยคำ
        </button>
        <button class="btn btn-outline" type="submit" formAction={links.wordingPreview(template, language)}>
          ดูตัวอย่างในหน้านี้
        </button>
        <button class="btn btn-outline" type="submit" formAction={links.wordingPdf(template, language)}>
          ดูตัวอย่าง (PDF)
        </button>
      </div>
    </form>
    {form.preview && <Outline outline={form.preview} />}
    {form.isOwn && <BackToStandard frame={frame} template={template} language={language} form={form} />}
  </StaffLayout>
);

const MarkupHelp = ({ placeholders }: Pick<WordingFormProps, 'placeholders'>) => (
  <details class="narrow">
    <summary>วิธีเขียน และคำแทนที่ใช้ได้</summary>
    <dl class="facts">
      {MARKS.map(({ mark, means }) => (
        <div class="facts__row" key={mark}>
          <dt>{mark}</dt>
          <dd>{means}</dd>
        </div>
      ))}
    </dl>
    <p>คำแทน: {placeholders.map((name) => `{${name}}`).join(' ')}</p>
  </details>
);

type StandardProps = Pick<WordingFormProps, 'frame' | 'template' | 'language'> & {
  readonly form: Pick<WordingFormProps, 'seenVersion' | 'idempotencyKey'>;
};

/** Two presses; the own versions stay on record. */
const BackToStandard = ({ frame, template, language, form }: StandardProps) => (
  <details class="narrow">
    <summary>กลับไปใช้ถ้อยคำมาตรฐาน</summary>
    <form method="post" action={links.standardWording(template, language)}>
      <SeenFields
        csrfToken={frame.csrfToken}
        seenVersion={form.seenVersion}
        idempotencyKey={`${form.idempotencyKey}-standard`}
      />
      <button class="btn btn-outline" type="submit">
        ยืนยันกลับไปใช้ถ้อยคำมาตรฐาน
      </button>
    </form>
  </details>
);
