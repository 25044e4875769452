import { LongTextField } from './field.js';
import { CsrfField } from './hidden-fields.js';
import { MarkedText } from './english.js';

export interface CommentView {
  readonly key: string;
  readonly who: string;
  readonly isNoted: boolean;
  readonly text: string;
  /** ISO 8601 instant, and the same as it is read. */
  readonly at: string;
  readonly atText: string;
}

export interface OverrideView {
  readonly id: string;
  /** "อนุมัติ โดย นาย… เมื่อ …" */
  readonly deed: string;
  readonly reason: string;
  readonly ratifyHref: string | null;
}

export interface OverridesView {
  readonly overrides: readonly OverrideView[];
  readonly csrfToken: string;
}

export interface ItemTalkView extends OverridesView {
  readonly comments: readonly CommentView[];
  readonly action: string;
}

/** Emergency decisions stay flagged until another person ratifies them. */
export const OverrideFlags = ({ overrides, csrfToken }: OverridesView) => (
  <>
    {overrides.map(({ id, deed, reason, ratifyHref }) => (
      <div class="notice notice--wait" role="status" key={id}>
        <p class="notice__title">ตัดสินใจกรณีฉุกเฉิน รอบุคคลอื่นรับรอง</p>
        <p>
          {deed} เหตุผล: <MarkedText text={reason} />
        </p>
        {ratifyHref && (
          <form method="post" action={ratifyHref}>
            <CsrfField token={csrfToken} />
            <button class="btn btn-outline" type="submit">
              รับรองการตัดสินใจนี้
            </button>
          </form>
        )}
      </div>
    ))}
  </>
);

/** What people said about the item, oldest first, and room for one more. */
export const Comments = ({ comments, action, csrfToken }: ItemTalkView) => (
  <section class="timeline" id="comments" aria-labelledby="comments-title">
    <h2 id="comments-title">ความเห็น</h2>
    {comments.length === 0 ? <p class="quiet">ยังไม่มีความเห็น</p> : <CommentList comments={comments} />}
    <form method="post" action={action} noValidate>
      <CsrfField token={csrfToken} />
      <LongTextField
        name="text"
        label="เขียนความเห็น"
        hint="ทุกคนในหน่วยงานที่เห็นเรื่องนี้อ่านได้ ไม่เผยแพร่"
        value=""
        rows={3}
        maxLength={4000}
      />
      <div class="buttons">
        <button class="btn btn-outline" type="submit" name="kind" value="comment">
          ส่งความเห็น
        </button>
        <button class="btn btn-outline" type="submit" name="kind" value="noted">
          ทราบ
        </button>
      </div>
    </form>
  </section>
);

const CommentList = ({ comments }: Pick<ItemTalkView, 'comments'>) => (
  <ol class="timeline__list">
    {comments.map(({ key, who, isNoted, text, at, atText }) => (
      <li class="timeline__item" key={key}>
        <p class="timeline__deed">
          {who}
          {isNoted && ': ทราบ'}
        </p>
        {text && (
          <p>
            <MarkedText text={text} />
          </p>
        )}
        <time class="timeline__time" dateTime={at}>
          {atText}
        </time>
      </li>
    ))}
  </ol>
);
