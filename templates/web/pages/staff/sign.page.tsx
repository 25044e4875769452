import { DocumentPreview, type DocumentPreviewView } from '../../components/document-preview.js';
import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import { Facts, type Fact } from '../../components/facts.js';
import { TextField } from '../../components/field.js';
import { CancelledList, GapList, WarningList, type Gap } from '../../components/gap-list.js';
import { SeenFields } from '../../components/hidden-fields.js';
import { MeasureTable, type MeasureTableGroup } from '../../components/measure-table.js';
import { OverrideFlags, type OverridesView } from '../../components/item-talk.js';
import { FindingList, type FindingListProps } from '../../components/finding-list.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StateView } from '../../components/state-chip.js';
import type { StaffFrame, StaffSection } from '../../frame.js';
import { StaffLayout } from '../../staff-layout.js';

export interface SignProps {
  readonly frame: StaffFrame;
  readonly section: StaffSection;
  readonly kind: string;
  readonly title: string;
  readonly itemHref: string;
  readonly state: StateView;
  readonly gapHeadline?: string;
  readonly gaps: readonly Gap[];
  readonly warningHeadline?: string;
  readonly warnings?: readonly Gap[];
  /** Measures of the plan that are absent, and why. */
  readonly cancelled?: readonly Gap[];
  /** What the proof-reader found: every signer sees it. */
  readonly proof?: FindingListProps;
  /** Emergency decisions on the document that nobody has ratified. */
  readonly overrides?: OverridesView;
  readonly facts: readonly Fact[];
  readonly preview: DocumentPreviewView;
  /** The measures of a report, as on its own page; none for other documents. */
  readonly groups: readonly MeasureTableGroup[];
  /** Lines under the signature, as they will be printed. */
  readonly signatureLines: readonly string[];
  readonly deedLabel: string;
  readonly action: string;
  readonly returnHref: string | null;
  readonly asksPassword: boolean;
  readonly seenVersion: string;
  readonly shownHash: string;
  readonly idempotencyKey: string;
  readonly problems: readonly FieldProblem[];
}

/** Read, see in which capacity one signs, sign: under a minute on a phone. */
export const SignPage = ({ frame, section, kind, title, itemHref, state, deedLabel, ...sign }: SignProps) => (
  <StaffLayout frame={frame} title={`${deedLabel}: ${title}`} section={section}>
    <p class="back">
      <a href={itemHref}>กลับไปที่{kind}</a>
    </p>
    <ErrorSummary problems={sign.problems} />
    <PageHeading kind={`${deedLabel}: ${kind}`} title={title} state={state} now="อ่านเอกสารแล้วลงนามด้านล่าง" />
    {sign.overrides && <OverrideFlags {...sign.overrides} />}
    {sign.gapHeadline && <GapList headline={sign.gapHeadline} gaps={sign.gaps} />}
    <WarningList headline={sign.warningHeadline ?? ''} gaps={sign.warnings ?? []} />
    <CancelledList cancelled={sign.cancelled ?? []} />
    {sign.proof && <FindingList {...sign.proof} />}
    <Facts facts={sign.facts} />
    <DocumentPreview {...sign.preview} />
    {sign.groups.length > 0 && <MeasureTable groups={sign.groups} />}
    <form method="post" action={sign.action} class="sign" noValidate>
      <SeenFields
        csrfToken={frame.csrfToken}
        seenVersion={sign.seenVersion}
        shownHash={sign.shownHash}
        idempotencyKey={sign.idempotencyKey}
      />
      <h2>ลงนามในฐานะ</h2>
      <p class="sign__block">
        {sign.signatureLines.map((line, index) => (
          <span key={index}>{line}</span>
        ))}
      </p>
      {sign.asksPassword && (
        <TextField
          name="password"
          label="ยืนยันรหัสผ่าน"
          hint="เพื่อยืนยันว่าท่านเป็นผู้ลงนามเอง"
          isSecret
          autoComplete="current-password"
          value=""
          problem={problemOf(sign.problems, 'password')}
        />
      )}
      <div class="decision">
        <div class="decision__buttons">
          <button class="btn btn-primary" type="submit">
            {deedLabel}
          </button>
          {sign.returnHref && (
            <a class="btn btn-outline" href={sign.returnHref}>
              ส่งคืนแก้ไข
            </a>
          )}
        </div>
      </div>
    </form>
  </StaffLayout>
);
