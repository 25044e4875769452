import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import { LongTextField, TextField } from '../../components/field.js';
import { SeenFields } from '../../components/hidden-fields.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface ProofreadingWordProps {
  readonly frame: StaffFrame;
  readonly word: string;
  readonly replacement: string;
  readonly reason: string;
  readonly idempotencyKey: string;
  readonly problems: readonly FieldProblem[];
}

/** A word of the agency's own lexicon: added, changed, allowed or taken away. */
export const ProofreadingWordPage = ({ frame, word, replacement, reason, ...form }: ProofreadingWordProps) => (
  <StaffLayout frame={frame} title="คำของหน่วยงาน" section="admin">
    <p class="back">
      <a href={links.proofreading}>กลับไปที่การตรวจทาน</a>
    </p>
    <ErrorSummary problems={form.problems} />
    <PageHeading kind="การตรวจทาน" title="คำของหน่วยงาน" />
    <form method="post" action={links.proofreadingWord()} class="narrow" noValidate>
      <SeenFields csrfToken={frame.csrfToken} idempotencyKey={form.idempotencyKey} />
      <TextField name="word" label="คำที่ให้ทัก" value={word} maxLength={100} problem={problemOf(form.problems, 'word')} />
      <TextField
        name="replacement"
        label="เสนอให้เป็น"
        hint="ใส่คำเดียวกันถ้าต้องการให้ใช้ได้โดยไม่ทัก เว้นว่างถ้าต้องการนำคำนี้ออกจากคลังคำ"
        value={replacement}
        maxLength={100}
        problem={problemOf(form.problems, 'replacement')}
        isOptional
      />
      <LongTextField
        name="reason"
        label="เหตุผล"
        value={reason}
        maxLength={2000}
        problem={problemOf(form.problems, 'reason')}
      />
      <button class="btn btn-primary" type="submit">
        บันทึก
      </button>
    </form>
  </StaffLayout>
);
