import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import { TextField } from '../../components/field.js';
import { CsrfField } from '../../components/hidden-fields.js';
import type { BareFrame } from '../../frame.js';
import { links } from '../../links.js';
import { BareLayout } from '../../public-layout.js';

export interface PasswordProps {
  readonly frame: BareFrame & { readonly csrfToken: string };
  /** The person came with a one-time secret and cannot go on without a password of their own. */
  readonly isFirst: boolean;
  readonly problems: readonly FieldProblem[];
}

/** A password of one's own. */
export const PasswordPage = ({ frame, isFirst, problems }: PasswordProps) => (
  <BareLayout frame={frame} title="ตั้งรหัสผ่านใหม่">
    <ErrorSummary problems={problems} />
    <h1>ตั้งรหัสผ่านใหม่</h1>
    <p>
      {isFirst ? 'ท่านเข้าสู่ระบบด้วยรหัสใช้ครั้งเดียว กรุณาตั้งรหัสผ่านที่ท่านรู้คนเดียวก่อนทำงานต่อ' : 'การเข้าสู่ระบบที่เปิดค้างในเครื่องอื่นจะสิ้นสุดลง'}
    </p>
    <form method="post" action={links.password} noValidate>
      <CsrfField token={frame.csrfToken} />
      <TextField
        name="current"
        label={isFirst ? 'รหัสใช้ครั้งเดียว' : 'รหัสผ่านปัจจุบัน'}
        value=""
        isSecret
        autoComplete="current-password"
        problem={problemOf(problems, 'current')}
      />
      <TextField
        name="next"
        label="รหัสผ่านใหม่"
        hint="10 ตัวอักษรขึ้นไป วลีสั้น ๆ ที่จำได้เป็นทางเลือกที่ดี"
        value=""
        isSecret
        autoComplete="off"
        problem={problemOf(problems, 'next')}
      />
      <TextField
        name="again"
        label="รหัสผ่านใหม่อีกครั้ง"
        value=""
        isSecret
        autoComplete="off"
        problem={problemOf(problems, 'again')}
      />
      <div class="buttons">
        <button class="btn btn-primary" type="submit">
          ตั้งรหัสผ่านใหม่
        </button>
        {!isFirst && (
          <a class="btn btn-outline" href={links.tasks}>
            ไม่เปลี่ยน
          </a>
        )}
      </div>
    </form>
  </BareLayout>
);
