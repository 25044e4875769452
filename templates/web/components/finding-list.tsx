import { CsrfField } from './hidden-fields.js';
import { Remark } from './remark.js';

export interface FindingView {
  readonly key: string;
  /** E must be corrected or overridden, W is looked at by every signer, I is advice. */
  readonly weight: 'E' | 'W' | 'I';
  /** "ต้องแก้ · ชื่อหน่วยงานอื่น" */
  readonly title: string;
  /** "วิธีดำเนินการ", or the measure of a report; empty when the words alone tell. */
  readonly place: string;
  /** Where it is corrected; null when this person cannot. */
  readonly href: string | null;
  readonly quote: string;
  readonly sentence: string;
  readonly suggestion: string | null;
  /** Who let personal data stand and why, finished. */
  readonly cleared: string | null;
  readonly mayClear: boolean;
}

/** Where a place with personal data is cleared: bound to the text that is shown. */
export interface ClearingForm {
  readonly action: string;
  readonly shownHash: string;
  readonly csrfToken: string;
}

export interface FindingListProps {
  /** "ตัวตรวจทานพบ 2 แห่งที่ต้องแก้ และ 1 แห่งที่ควรตรวจ" */
  readonly headline: string;
  /** The gravest first. */
  readonly findings: readonly FindingView[];
  /** How many more there are than are shown. */
  readonly moreText: string;
  readonly clearing?: ClearingForm;
}

/** What the proof-reader found, beside the text it is about. Advice is folded away. */
export const FindingList = ({ headline, findings, moreText, clearing }: FindingListProps) => {
  const serious = findings.filter(({ weight }) => weight !== 'I');
  const advice = findings.filter(({ weight }) => weight === 'I');
  if (findings.length === 0) return <p class="notice notice--ok">{headline}</p>;
  return (
    <section
      class={serious.length > 0 ? 'findings proof' : 'findings findings--calm proof'}
      aria-labelledby="proof-title"
      id="proof"
    >
      <h2 id="proof-title">{headline}</h2>
      {serious.length > 0 && <Findings findings={serious} clearing={clearing} />}
      {moreText && <p>{moreText}</p>}
      {advice.length > 0 && (
        <details>
          <summary>คำแนะนำ {advice.length} ข้อ</summary>
          <Findings findings={advice} clearing={clearing} />
        </details>
      )}
    </section>
  );
};

const Findings = ({ findings, clearing }: Pick<FindingListProps, 'findings' | 'clearing'>) => (
  <ul>
    {findings.map((finding) => (
      <li
        class={finding.weight === 'E' && !finding.cleared ? 'findings__item findings__item--stop' : 'findings__item'}
        key={finding.key}
      >
        <strong>{finding.title}</strong>
        {finding.place && (
          <>
            {' · '}
            {finding.href ? <a href={finding.href}>{finding.place}</a> : finding.place}
          </>
        )}
        <br />
        <Remark text={finding.sentence} />
        {finding.quote && <span class="findings__quote as-written">“{finding.quote}”</span>}
        {finding.suggestion && <span class="findings__quote as-written">เสนอให้เป็น “{finding.suggestion}”</span>}
        {finding.cleared && <span class="findings__quote">{finding.cleared}</span>}
        {finding.mayClear && clearing && <ClearForm finding={finding} clearing={clearing} />}
      </li>
    ))}
  </ul>
);

const ClearForm = ({ finding, clearing }: { readonly finding: FindingView; readonly clearing: ClearingForm }) => (
  <form method="post" action={clearing.action} class="findings__clear">
    <CsrfField token={clearing.csrfToken} />
    <input type="hidden" name="shownHash" value={clearing.shownHash} />
    <input type="hidden" name="findingKey" value={finding.key} />
    <label for={`clear-${finding.key}`}>เหตุผลที่เผยแพร่ได้</label>
    <input class="form-control" id={`clear-${finding.key}`} name="reason" type="text" maxLength={2000} required />
    <button class="btn btn-outline" type="submit">
      ยืนยันว่าเผยแพร่ได้
    </button>
  </form>
);
