import { ComparedFields, type ComparedField } from '../../components/comparison.js';
import { PageHeading } from '../../components/page-heading.js';
import { TimelineItem, type TimelineEntry } from '../../components/timeline.js';
import type { StaffFrame } from '../../frame.js';
import { StaffLayout } from '../../staff-layout.js';

export interface HistoryChangeProps {
  readonly frame: StaffFrame;
  readonly section: 'measures' | 'reports' | 'announcements';
  /** Of the item. */
  readonly title: string;
  readonly itemHref: string;
  readonly entry: TimelineEntry;
  /** False when the text did not change, or the words are not kept. */
  readonly isComparable: boolean;
  readonly fields: readonly ComparedField[];
}

/** One event of an item's history: who, as which post, when, why, and the text before and after. */
export const HistoryChangePage = ({
  frame,
  section,
  title,
  itemHref,
  entry,
  isComparable,
  fields,
}: HistoryChangeProps) => (
  <StaffLayout frame={frame} title="ข้อความก่อนและหลังแก้ไข" section={section}>
    <PageHeading title="ข้อความก่อนและหลังแก้ไข" now={title} />
    <p>
      <a href={itemHref}>กลับไปที่เรื่อง</a>
    </p>
    <section class="timeline" aria-label="การดำเนินการ">
      <ol class="timeline__list">
        <TimelineItem {...entry} />
      </ol>
    </section>
    <section class="sheet changes" aria-labelledby="changes-title">
      <h2 id="changes-title">สิ่งที่เปลี่ยน</h2>
      {fields.length === 0 && (
        <p class="quiet">
          {isComparable ? 'รายละเอียดอื่นของเอกสารเปลี่ยนไป ข้อความหลักคงเดิม' : 'การดำเนินการนี้ไม่ได้เปลี่ยนข้อความ'}
        </p>
      )}
      <ComparedFields fields={fields} afterLabel="ใหม่" />
    </section>
  </StaffLayout>
);
