import { MarkedText } from './english.js';

export interface TimelineEntry {
  /** ISO 8601 instant, and the same as it is read. */
  readonly at: string;
  readonly atText: string;
  /** The deed in words: "เห็นชอบ". */
  readonly deed: string;
  readonly who: string;
  /** Post at that time, with the acting capacity where there was one. */
  readonly post: string;
  /** "ส่งคืนลำดับที่ ๑ · ข้อมูลไม่ครบ" */
  readonly particulars?: string;
  readonly reason?: string;
  /** A signature that counts no more. */
  readonly isSetAside?: boolean;
  /** Where the text before and after can be compared. */
  readonly changeHref?: string;
  /** True for what happened since this person last looked. */
  readonly isNew?: boolean;
}

interface TimelineProps {
  readonly entries: readonly TimelineEntry[];
  readonly title?: string;
}

/** What happened, newest first, with the post and the capacity in which somebody acted. */
export const Timeline = ({ entries, title = 'ความเป็นมา' }: TimelineProps) => (
  <section class="timeline" aria-labelledby="timeline-title">
    <h2 id="timeline-title">{title}</h2>
    {entries.length === 0 ? (
      <p class="quiet">ยังไม่มีการดำเนินการ</p>
    ) : (
      <ol class="timeline__list">
        {entries.map((entry, index) => (
          <TimelineItem key={index} {...entry} />
        ))}
      </ol>
    )}
  </section>
);

/** One deed; a list item. */
export const TimelineItem = ({
  at,
  atText,
  deed,
  who,
  post,
  particulars,
  reason,
  isSetAside = false,
  changeHref,
  isNew = false,
}: TimelineEntry) => (
  <li class={isNew ? 'timeline__item timeline__item--new' : 'timeline__item'}>
    <p class="timeline__deed">
      {deed}
      {isNew && <span class="timeline__new">ใหม่</span>}
    </p>
    <p>
      {who}
      <span class="timeline__post">{post}</span>
    </p>
    {isSetAside && <p class="timeline__aside">ไม่นับแล้ว เพราะเรื่องถูกส่งคืนหรือเรียกคืนภายหลัง</p>}
    {particulars && <p>{particulars}</p>}
    {reason && (
      <blockquote class="timeline__reason">
        <MarkedText text={reason} />
      </blockquote>
    )}
    <time class="timeline__time" dateTime={at}>
      {atText}
    </time>
    {changeHref && (
      <a class="timeline__change" href={changeHref}>
        ดูข้อความก่อนและหลังแก้ไข<span class="visually-hidden"> {atText}</span>
      </a>
    )}
  </li>
);
