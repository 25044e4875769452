import { EmptyState } from '../../components/empty-state.js';
import { MarkedText } from '../../components/english.js';
import { Facts, type Fact } from '../../components/facts.js';
import { SelectField, type Choice } from '../../components/field.js';
import { SeenFields } from '../../components/hidden-fields.js';
import { PageHeading } from '../../components/page-heading.js';
import { ScoreBars, type ScoreRow } from '../../components/score-bars.js';
import { StateChip, type StateView } from '../../components/state-chip.js';
import { TimeTabs } from '../../components/time-tabs.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface ProposalView {
  readonly findingKey: string;
  readonly title: string;
  readonly texts: readonly string[];
  readonly state: StateView;
  readonly isOpen: boolean;
  readonly measureId: string | null;
  /** Why it was dropped. */
  readonly reason: string | null;
}

export interface AssessmentResultView {
  /** "คะแนนภาพรวม 91.79 … จึงอยู่ในระดับผ่าน" */
  readonly explanation: string;
  readonly facts: readonly Fact[];
  readonly doubts: readonly string[];
  readonly scores: readonly ScoreRow[];
  readonly target: number;
  readonly proposals: readonly ProposalView[];
}

export interface AssessmentProps {
  readonly frame: StaffFrame;
  readonly fiscalYears: readonly Choice[];
  readonly fiscalYear: string;
  /** Null when no result of the year is recorded. */
  readonly result: AssessmentResultView | null;
  readonly mayWrite: boolean;
  readonly idempotencyKey: string;
}

/** A year's result: why its level, the weakest indicators first, and what it proposes for the year after. */
export const AssessmentPage = ({
  frame,
  fiscalYears,
  fiscalYear,
  result,
  mayWrite,
  idempotencyKey,
}: AssessmentProps) => (
  <StaffLayout frame={frame} title="ผลการประเมิน ITA" section="time">
    <TimeTabs here={links.assessments} />
    <div class="heading-row">
      <PageHeading title="ผลการประเมิน ITA" now={`ปีงบประมาณ พ.ศ. ${fiscalYear}`} />
      {mayWrite && (
        <a class="btn btn-primary" href={links.editAssessment(fiscalYear)}>
          {result ? 'แก้ไขผลการประเมิน' : 'บันทึกผลการประเมิน'}
        </a>
      )}
    </div>
    <p>
      <a href={links.catalogue(fiscalYear)}>ตัวชี้วัดและข้อ O ของปีนี้</a>
    </p>
    <form method="get" action={links.assessments} class="filters">
      <SelectField name="fiscalYear" label="ปีงบประมาณ" value={fiscalYear} choices={fiscalYears} />
      <button class="btn btn-outline" type="submit">
        แสดง
      </button>
    </form>
    {result ? (
      <Result {...result} form={{ csrfToken: frame.csrfToken, fiscalYear, mayWrite, idempotencyKey }} />
    ) : (
      <EmptyState
        title="ยังไม่มีผลการประเมินของปีนี้"
        body="เมื่อบันทึกแล้วจะเห็นระดับพร้อมเหตุผล ตัวชี้วัดที่ควรปรับปรุง และร่างมาตรการที่เสนอสำหรับปีถัดไป"
      />
    )}
  </StaffLayout>
);

interface FormParts {
  readonly csrfToken: string;
  readonly fiscalYear: string;
  readonly mayWrite: boolean;
  readonly idempotencyKey: string;
}

const Result = ({ form, ...result }: AssessmentResultView & { readonly form: FormParts }) => (
  <>
    <p class="notice notice--info">{result.explanation}</p>
    {result.doubts.length > 0 && (
      <ul>
        {result.doubts.map((doubt) => (
          <li key={doubt}>{doubt}</li>
        ))}
      </ul>
    )}
    <Facts facts={result.facts} />
    <h2>คะแนนรายตัวชี้วัด</h2>
    <ScoreBars rows={result.scores} target={result.target} />
    <h2>ร่างมาตรการที่เสนอสำหรับปีถัดไป</h2>
    {result.proposals.length === 0 && <p>ไม่มีตัวชี้วัดหรือข้อเสนอแนะที่ต้องรองรับ</p>}
    {result.proposals.map((proposal) => (
      <Proposal {...proposal} form={form} key={proposal.findingKey} />
    ))}
  </>
);

const Proposal = ({ form, ...proposal }: ProposalView & { readonly form: FormParts }) => (
  <section class="card-sheet">
    <div class="card-sheet__head">
      <h3>
        <MarkedText text={proposal.title} />
      </h3>
      <StateChip {...proposal.state} />
    </div>
    {proposal.texts.map((text) => (
      <p key={text}>
        <MarkedText text={text} />
      </p>
    ))}
    {proposal.measureId && <a href={links.measure(proposal.measureId)}>เปิดมาตรการที่รองรับ</a>}
    {proposal.reason && <p>เหตุผลที่ไม่รับ: {proposal.reason}</p>}
    {form.mayWrite && proposal.isOpen && <Decision {...form} findingKey={proposal.findingKey} />}
  </section>
);

const Decision = ({
  csrfToken,
  fiscalYear,
  idempotencyKey,
  findingKey,
}: FormParts & { readonly findingKey: string }) => (
  <>
    <form method="post" action={links.decideProposal(fiscalYear, 'accept')}>
      <SeenFields csrfToken={csrfToken} idempotencyKey={`${idempotencyKey}/${findingKey}`} />
      <input type="hidden" name="findingKey" value={findingKey} />
      <button class="btn btn-primary" type="submit">
        รับเป็นร่างมาตรการ
      </button>
    </form>
    <form method="post" action={links.decideProposal(fiscalYear, 'drop')} class="filters">
      <SeenFields csrfToken={csrfToken} />
      <input type="hidden" name="findingKey" value={findingKey} />
      <div class="field">
        <label class="field__label" for={`reason-${findingKey}`}>
          เหตุผลที่ไม่รับ
        </label>
        <input class="form-control" type="text" id={`reason-${findingKey}`} name="reason" maxLength={2000} required />
      </div>
      <button class="btn btn-outline" type="submit">
        ไม่รับ
      </button>
    </form>
  </>
);
