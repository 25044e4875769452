import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import { SelectField, TextField, type Choice } from '../../components/field.js';
import { CsrfField } from '../../components/hidden-fields.js';
import type { BareFrame } from '../../frame.js';
import { links } from '../../links.js';
import { BareLayout } from '../../public-layout.js';

export interface SignInProps {
  readonly frame: BareFrame & { readonly csrfToken: string };
  /** One organization is taken without asking. */
  readonly organizations: readonly Choice[];
  readonly organization: string;
  readonly userName: string;
  /** Where to go after signing in, a path of ours. */
  readonly returnTo: string;
  readonly problems: readonly FieldProblem[];
}

export const SignInPage = ({ frame, organizations, organization, userName, returnTo, problems }: SignInProps) => (
  <BareLayout frame={frame} title="เข้าสู่ระบบ">
    <ErrorSummary problems={problems} />
    <h1>เข้าสู่ระบบ</h1>
    <form method="post" action={links.signIn} noValidate>
      <CsrfField token={frame.csrfToken} />
      <input type="hidden" name="returnTo" value={returnTo} />
      {organizations.length === 1 ? (
        <input type="hidden" name="organization" value={organizations[0]?.value} />
      ) : (
        <SelectField
          name="organization"
          label="หน่วยงาน"
          value={organization}
          choices={[{ value: '', label: 'เลือกหน่วยงาน' }, ...organizations]}
          problem={problemOf(problems, 'organization')}
        />
      )}
      <TextField
        name="userName"
        label="ชื่อผู้ใช้"
        value={userName}
        autoComplete="username"
        problem={problemOf(problems, 'userName')}
      />
      <TextField
        name="password"
        label="รหัสผ่าน"
        value=""
        isSecret
        autoComplete="current-password"
        problem={problemOf(problems, 'password')}
      />
      <button class="btn btn-primary" type="submit">
        เข้าสู่ระบบ
      </button>
    </form>
    <p class="quiet">ลืมรหัสผ่าน? ติดต่อผู้ดูแลระบบของหน่วยงาน</p>
  </BareLayout>
);
