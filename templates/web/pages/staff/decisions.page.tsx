import { Comparison, type ComparisonView } from '../../components/comparison.js';
import { MarkedText } from '../../components/english.js';
import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import { TextField } from '../../components/field.js';
import { SeenFields } from '../../components/hidden-fields.js';
import type { OverrideView } from '../../components/item-talk.js';
import { MeasureDocument, type MeasureDocumentView } from '../../components/measure-document.js';
import { PageHeading } from '../../components/page-heading.js';
import { StateChip, type StateView } from '../../components/state-chip.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface ItemToDecide {
  readonly key: string;
  readonly kind: string;
  readonly title: string;
  readonly href: string;
  readonly state: StateView;
  /** "เห็นชอบ"; empty when nothing can be decided. */
  readonly deedLabel: string;
  /** What the box says: item, deed, and the version and text that are shown here. */
  readonly value?: string;
  /** Finished sentences; none when it may be decided now. */
  readonly problems: readonly string[];
  /** Posts the person signs as. */
  readonly posts: readonly string[];
  /** How many remarks of the proof-reader stand. */
  readonly findings: number;
  /** Emergency decisions that nobody has ratified. */
  readonly overrides: readonly OverrideView[];
  readonly document?: MeasureDocumentView;
  readonly comparison?: ComparisonView;
}

export interface DecisionsProps {
  readonly frame: StaffFrame;
  readonly items: readonly ItemToDecide[];
  readonly asksPassword: boolean;
  readonly idempotencyKey: string;
  readonly problems: readonly FieldProblem[];
}

/** Several items to be read and decided together; each box may be left out. */
export const DecisionsPage = ({ frame, items, asksPassword, idempotencyKey, problems }: DecisionsProps) => {
  const open = items.filter(isOpen);
  return (
    <StaffLayout frame={frame} title="พิจารณาหลายเรื่อง" section="tasks">
      <p class="back">
        <a href={links.tasks}>กลับไปงานของฉัน</a>
      </p>
      <ErrorSummary problems={problems} />
      <PageHeading
        title="พิจารณาหลายเรื่อง"
        now={`อ่านแต่ละเรื่อง เอาเครื่องหมายออกจากเรื่องที่ยังไม่พร้อม แล้วยืนยันครั้งเดียว (พิจารณาได้ ${open.length} เรื่อง)`}
      />
      <form method="post" action={links.decisions} noValidate>
        <SeenFields csrfToken={frame.csrfToken} idempotencyKey={idempotencyKey} />
        {items.map((item) => (
          <ItemBox item={item} key={item.key} />
        ))}
        {open.length > 0 && asksPassword && (
          <div class="narrow">
            <TextField
              name="password"
              label="ยืนยันรหัสผ่าน"
              hint="ครั้งเดียวสำหรับทุกเรื่องที่เลือก เพื่อยืนยันว่าเป็นท่านเอง"
              isSecret
              autoComplete="current-password"
              value=""
              problem={problemOf(problems, 'password')}
            />
          </div>
        )}
        <div class="decision">
          <div class="decision__buttons">
            {open.length > 0 && (
              <button class="btn btn-primary" type="submit">
                {deedsText(open)}
              </button>
            )}
            <a class="btn btn-outline" href={links.tasks}>
              ไม่ดำเนินการ
            </a>
          </div>
        </div>
      </form>
    </StaffLayout>
  );
};

const isOpen = ({ value, problems }: ItemToDecide): boolean => value !== undefined && problems.length === 0;

/** "เห็นชอบ อนุมัติ เรื่องที่เลือก": the deeds that the button does. */
const deedsText = (open: readonly ItemToDecide[]): string =>
  `${[...new Set(open.map(({ deedLabel }) => deedLabel))].join(' / ')} เรื่องที่เลือก`;

const ItemBox = ({ item }: { readonly item: ItemToDecide }) => (
  <div class="decide">
    <div class="decide__heading">
      {isOpen(item) && (
        <input class="choice__box" type="checkbox" id={`box-${item.key}`} name="decision" value={item.value} checked />
      )}
      <div>
        <span class="row-kind">{item.kind}</span>
        <h2>
          {isOpen(item) ? (
            <label for={`box-${item.key}`}>
              <span class="visually-hidden">{item.deedLabel}: </span>
              <MarkedText text={item.title} />
            </label>
          ) : (
            <MarkedText text={item.title} />
          )}
        </h2>
        <p>
          <StateChip {...item.state} /> {isOpen(item) && `${item.deedLabel}ในฐานะ${item.posts.join(' และ ')}`}
        </p>
      </div>
    </div>
    {item.problems.map((problem) => (
      <p class="decide__problem" key={problem}>
        {problem}
      </p>
    ))}
    <Warnings item={item} />
    <ReadingMatter item={item} />
  </div>
);

const Warnings = ({ item: { overrides, findings, href } }: { readonly item: ItemToDecide }) => (
  <>
    {overrides.map(({ id, deed }) => (
      <p class="decide__problem" key={id}>
        ตัดสินใจกรณีฉุกเฉิน รอบุคคลอื่นรับรอง: {deed}
      </p>
    ))}
    {findings > 0 && (
      <p>
        <a href={href}>มีข้อสังเกตจากการตรวจทาน {findings} ข้อ</a>
      </p>
    )}
  </>
);

const ReadingMatter = ({ item: { key, document, comparison, href, kind } }: { readonly item: ItemToDecide }) =>
  document ? (
    <details class="decide__text">
      <summary>อ่านข้อความ</summary>
      {comparison && <Comparison {...comparison} id={`comparison-${key}`} />}
      <MeasureDocument measure={document} />
    </details>
  ) : (
    <p>
      <a href={href}>เปิดอ่าน{kind}ฉบับเต็ม</a>
    </p>
  );
