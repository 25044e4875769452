import { Comparison, type ComparisonView } from '../../components/comparison.js';
import { FindingList, type FindingListProps } from '../../components/finding-list.js';
import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import { LongTextField, TextField } from '../../components/field.js';
import { FormButtons } from '../../components/form-buttons.js';
import { OverrideFlags, type OverridesView } from '../../components/item-talk.js';
import { ReturnFields, type ReturnFieldsView } from '../../components/return-fields.js';
import { SeenFields } from '../../components/hidden-fields.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StateView } from '../../components/state-chip.js';
import type { StaffFrame, StaffSection } from '../../frame.js';
import { StaffLayout } from '../../staff-layout.js';

export interface ActProps {
  readonly frame: StaffFrame;
  readonly section: StaffSection;
  /** "มาตรการ", "รายงาน", "ประกาศ" */
  readonly kind: string;
  readonly itemTitle: string;
  readonly itemHref: string;
  readonly state: StateView;
  /** The deed in words: "ส่งคืนแก้ไข". */
  readonly deedLabel: string;
  readonly action: string;
  /** What will happen, before it does: "รายการจะกลับไปเป็นร่าง …". */
  readonly consequence: string;
  readonly asksReason: boolean;
  /** Decides although four eyes forbids it; stays flagged. */
  readonly isEmergency?: boolean;
  readonly reason: string;
  /** Of a return: to whom, and why. */
  readonly back?: ReturnFieldsView;
  /** Emergency decisions on the item that nobody has ratified. */
  readonly overrides?: OverridesView;
  /** What an amendment changes in the version in force. */
  readonly comparison?: ComparisonView;
  /** Errors of proof-reading, which only a reason of its own lets pass. */
  readonly proof?: FindingListProps;
  readonly overrideReason?: string;
  /** Signing asks for the password again when the last sign-in is older than five minutes. */
  readonly asksPassword: boolean;
  readonly seenVersion: string;
  readonly shownHash?: string;
  readonly idempotencyKey: string;
  readonly problems: readonly FieldProblem[];
}

/** One deed that needs a reason or a password, on a page of its own. */
export const ActPage = ({
  frame,
  section,
  kind,
  itemTitle,
  itemHref,
  state,
  deedLabel,
  consequence,
  ...act
}: ActProps) => (
  <StaffLayout frame={frame} title={`${deedLabel}: ${itemTitle}`} section={section}>
    <p class="back">
      <a href={itemHref}>กลับไปที่{kind}</a>
    </p>
    <ErrorSummary problems={act.problems} />
    <PageHeading kind={`${kind}: ${itemTitle}`} title={deedLabel} state={state} now={consequence} />
    {act.overrides && <OverrideFlags {...act.overrides} />}
    {act.proof && <FindingList {...act.proof} />}
    {act.comparison && <Comparison {...act.comparison} />}
    <form method="post" action={act.action} class="narrow" noValidate>
      <SeenFields
        csrfToken={frame.csrfToken}
        seenVersion={act.seenVersion}
        shownHash={act.shownHash}
        idempotencyKey={act.idempotencyKey}
      />
      <ActFields {...act} />
      <FormButtons submit={deedLabel} backHref={itemHref} back="ไม่ดำเนินการ" />
    </form>
  </StaffLayout>
);

type ActFieldsProps = Pick<
  ActProps,
  'isEmergency' | 'back' | 'asksReason' | 'reason' | 'proof' | 'overrideReason' | 'asksPassword' | 'problems'
>;

const ActFields = ({
  isEmergency,
  back,
  asksReason,
  reason,
  proof,
  overrideReason,
  asksPassword,
  problems,
}: ActFieldsProps) => (
  <>
    {isEmergency && <input type="hidden" name="override" value="true" />}
    {back && <ReturnFields {...back} />}
    {asksReason && (
      <LongTextField
        name="reason"
        label="เหตุผล"
        hint="ผู้เกี่ยวข้องจะเห็นข้อความนี้ และจะเก็บไว้ในประวัติของเรื่อง"
        value={reason}
        maxLength={2000}
        problem={problemOf(problems, 'reason')}
      />
    )}
    {proof && (
      <LongTextField
        name="overrideReason"
        label="เหตุผลที่เสนอทั้งที่ยังไม่แก้"
        hint="ถ้าแก้ได้ ควรกลับไปแก้ก่อน เหตุผลนี้จะเก็บไว้ในประวัติ และผู้ลงนามจะเห็นข้อสังเกตทุกข้อ"
        value={overrideReason ?? ''}
        maxLength={2000}
        problem={problemOf(problems, 'overrideReason')}
      />
    )}
    {asksPassword && (
      <TextField
        name="password"
        label="ยืนยันรหัสผ่าน"
        hint="กรอกรหัสผ่านของท่านอีกครั้งเพื่อยืนยันว่าเป็นท่านเอง"
        isSecret
        autoComplete="current-password"
        value=""
        problem={problemOf(problems, 'password')}
      />
    )}
  </>
);
