import { Radios } from '../../components/choice-fields.js';
import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import { SelectField, TextField, type Choice } from '../../components/field.js';
import { FormButtons } from '../../components/form-buttons.js';
import { CsrfField, SeenFields } from '../../components/hidden-fields.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';
import { POST_KIND_CHOICES, POST_KIND_LABELS, WHOLE_AGENCY } from '../../words/people-words.js';

export interface TypedPost {
  readonly name: string;
  readonly nameEn: string;
  readonly kind: string;
  readonly divisionId: string;
}

export interface PostFormProps {
  readonly frame: StaffFrame;
  /** Null for a new post. */
  readonly post: { readonly id: string; readonly division: string | null; readonly isEnded: boolean } | null;
  readonly typed: TypedPost;
  readonly divisions: readonly Choice[];
  readonly idempotencyKey: string;
  readonly problems: readonly FieldProblem[];
}

/** A new post, or the names and the end of one. What it does never changes: that would rewrite its history. */
export const PostFormPage = ({ frame, post, typed, divisions, idempotencyKey, problems }: PostFormProps) => (
  <StaffLayout frame={frame} title={post ? 'แก้ไขตำแหน่ง' : 'เพิ่มตำแหน่ง'} section="admin">
    <p class="back">
      <a href={links.posts}>ตำแหน่งทั้งหมด</a>
    </p>
    <ErrorSummary problems={problems} />
    <PageHeading title={post ? 'แก้ไขตำแหน่ง' : 'เพิ่มตำแหน่ง'} now={post ? aboutOf(post, typed.kind) : undefined} />
    <form method="post" action={post ? links.post(post.id) : links.newPost} class="narrow" noValidate>
      <SeenFields csrfToken={frame.csrfToken} idempotencyKey={idempotencyKey} />
      <TextField
        name="name"
        label="ชื่อตำแหน่ง"
        hint="ตามที่ปรากฏใต้ลายมือชื่อ"
        value={typed.name}
        maxLength={200}
        problem={problemOf(problems, 'name')}
      />
      <TextField
        name="nameEn"
        label="ชื่อภาษาอังกฤษ"
        value={typed.nameEn}
        maxLength={200}
        problem={problemOf(problems, 'nameEn')}
        isOptional
      />
      {!post && <Standing typed={typed} divisions={divisions} problems={problems} />}
      <FormButtons submit={post ? 'บันทึกชื่อตำแหน่ง' : 'เพิ่มตำแหน่ง'} backHref={links.posts} back="ไม่บันทึก" />
    </form>
    {post && !post.isEnded && <EndOfPost id={post.id} csrfToken={frame.csrfToken} />}
  </StaffLayout>
);

const aboutOf = ({ division, isEnded }: NonNullable<PostFormProps['post']>, kind: string): string =>
  `${POST_KIND_LABELS[kind] ?? kind} · ${division ?? WHOLE_AGENCY}${isEnded ? ' · ยกเลิกแล้ว' : ''}`;

const Standing = ({ typed, divisions, problems }: Pick<PostFormProps, 'typed' | 'divisions' | 'problems'>) => (
  <>
    <Radios
      name="kind"
      label="หน้าที่ในระบบ"
      choices={POST_KIND_CHOICES}
      chosen={typed.kind}
      problem={problemOf(problems, 'kind')}
    />
    <SelectField
      name="divisionId"
      label="ส่วนราชการ"
      value={typed.divisionId}
      choices={[{ value: '', label: WHOLE_AGENCY }, ...divisions]}
      problem={problemOf(problems, 'divisionId')}
    />
  </>
);

const EndOfPost = ({ id, csrfToken }: { readonly id: string; readonly csrfToken: string }) => (
  <details class="narrow">
    <summary>ยกเลิกตำแหน่ง</summary>
    <p>ใช้เมื่อโครงสร้างเปลี่ยนและไม่มีตำแหน่งนี้อีก ต้องไม่มีผู้ดำรงตำแหน่งและไม่มีเรื่องรอลงนาม</p>
    <form method="post" action={links.endPost(id)}>
      <CsrfField token={csrfToken} />
      <button class="btn btn-outline" type="submit">
        ยืนยันยกเลิกตำแหน่ง
      </button>
    </form>
  </details>
);
