import type { VNode } from 'preact';
import type { ItemTalkView } from '../../../templates/web/components/item-talk.js';
import type { MeasureDocumentView } from '../../../templates/web/components/measure-document.js';
import type { StaffFrame } from '../../../templates/web/frame.js';
import { ActPage } from '../../../templates/web/pages/staff/act.page.js';
import { DecisionsDonePage } from '../../../templates/web/pages/staff/decisions-done.page.js';
import { DecisionsPage, type ItemToDecide } from '../../../templates/web/pages/staff/decisions.page.js';
import { MeasurePage } from '../../../templates/web/pages/staff/measure.page.js';
import { OverridesPage } from '../../../templates/web/pages/staff/overrides.page.js';
import { ReassignPage } from '../../../templates/web/pages/staff/reassign.page.js';
import { TasksPage, type Task } from '../../../templates/web/pages/staff/tasks.page.js';
import { sentenceOf } from '../../../templates/web/sentences.js';

interface SampleParts {
  readonly frame: StaffFrame;
  readonly seen: { readonly seenVersion: string; readonly shownHash: string; readonly idempotencyKey: string };
  readonly title: string;
  readonly document: MeasureDocumentView;
  readonly talk: ItemTalkView;
  readonly tasks: readonly Task[];
}

const wait = { tone: 'wait', label: 'รอส่วนราชการเห็นชอบ' } as const;
const approved = { tone: 'ok', label: 'อนุมัติแล้ว' } as const;
const fields = [
  { label: 'วิธีดำเนินการ', before: ['เผยแพร่ปีละครั้ง'], after: ['เผยแพร่ทุกไตรมาส', 'ติดประกาศที่สำนักงาน'] },
  { label: 'การกำกับติดตาม', before: [], after: ['รายงานต่อปลัดทุกเดือน'] },
];

/** Pages on which people decide, in the states that matter. */
export const decisionSamples = ({ frame, seen, title, document, talk, tasks }: SampleParts): Record<string, VNode> => {
  const item = (index: number, more: Partial<ItemToDecide> = {}): ItemToDecide => ({
    key: `m${index}`,
    kind: 'มาตรการ',
    title,
    href: `/measures/m${index}`,
    state: wait,
    deedLabel: 'เห็นชอบ',
    value: `measures/m${index}/sign_off/4/ab`,
    problems: [],
    posts: ['ผู้อำนวยการกองคลัง'],
    findings: index,
    overrides: [],
    document,
    ...more,
  });
  const place = { frame, section: 'measures', kind: 'มาตรการ', itemTitle: title, itemHref: '/measures/m1' } as const;
  const override = talk.overrides[0] ?? { id: 'o1', deed: 'อนุมัติ โดย นายสมมติ ใจดี', reason: 'น้ำท่วม', ratifyHref: null };
  return {
    'tasks-boxes': (
      <TasksPage
        frame={frame}
        list="mine"
        counts={{ mine: 6, others: 0, done: 0 }}
        tasks={tasks.map((task, index) => ({
          ...task,
          ...(index < 4 ? { box: `measures/${task.key}` } : {}),
          ...(index === 1 ? { handed: 'มอบมาโดย นางสาวสมหญิง รักงาน: ไปราชการต่างจังหวัด' } : {}),
        }))}
        paging={{ page: 1, pageCount: 1, total: 6, hrefStart: '?page=' }}
        openOverrides={2}
        mayDraft={false}
      />
    ),
    'decisions-several': (
      <DecisionsPage
        frame={frame}
        items={[
          item(0, { comparison: { href: '/measures/m9', fields } }),
          item(2, { overrides: [override] }),
          item(1, { problems: [sentenceOf('route.own-submission', {}, 'th')] }),
          item(3, { kind: 'รายงาน', document: undefined, deedLabel: 'ลงนามรับรองรายงาน' }),
        ]}
        asksPassword
        idempotencyKey="k"
        problems={[{ field: 'password', sentence: sentenceOf('sign-in.confirm', {}, 'th') }]}
      />
    ),
    'decisions-done': (
      <DecisionsDonePage
        frame={frame}
        answers={[
          { key: 'm1', kind: 'มาตรการ', title, href: '/measures/m1', deedLabel: 'อนุมัติ', state: approved, problems: [] },
          {
            key: 'm2',
            kind: 'มาตรการ',
            title,
            href: '/measures/m2',
            deedLabel: 'เห็นชอบ',
            state: wait,
            problems: [sentenceOf('item.changed-meanwhile', { state: 'division_review' }, 'th')],
          },
        ]}
      />
    ),
    'act-return-to-step': (
      <ActPage
        {...place}
        {...seen}
        state={wait}
        deedLabel="ส่งคืนแก้ไข"
        action="/measures/m1/acts/return"
        consequence="เลือกว่าส่งคืนถึงใคร"
        asksReason
        reason=""
        back={{
          places: [
            { value: '', label: 'ผู้เสนอ เพื่อแก้ไขข้อความ' },
            { value: '0', label: 'ลำดับที่ ๑: ผู้อำนวยการกองคลัง, ผู้อำนวยการกองช่าง' },
          ],
          backToStep: '0',
          reasonCode: 'wrong-figures',
        }}
        overrides={{ overrides: [override], csrfToken: frame.csrfToken }}
        comparison={{ href: '/measures/m9', fields }}
        asksPassword={false}
        problems={[]}
      />
    ),
    reassign: (
      <ReassignPage
        {...place}
        state={wait}
        action="/measures/m1/reassign"
        choices={[
          { value: '0/p/1', label: 'นางสาวสมหญิง รักงาน ในตำแหน่งผู้อำนวยการกองคลัง' },
          { value: '0/p/2', label: 'นายสมมติ ใจดี (ปลัด) แทน ผู้อำนวยการกองคลัง' },
        ]}
        chosen=""
        reason=""
        idempotencyKey="k"
        problems={[{ field: 'to', sentence: sentenceOf('route.not-to-them', {}, 'th') }]}
      />
    ),
    overrides: (
      <OverridesPage
        frame={frame}
        rows={[
          { ...override, id: 'o1', kind: 'มาตรการ', title, href: '/measures/m1', ratifyHref: '/r' },
          { ...override, id: 'o2', kind: 'รายงาน', title, href: '/reports/r1', ratifyHref: null },
        ]}
      />
    ),
    'overrides-none': <OverridesPage frame={frame} rows={[]} />,
    'measure-changed': (
      <MeasurePage
        frame={frame}
        id="m1"
        state={wait}
        now="รอท่านพิจารณาในฐานะผู้อำนวยการกองคลัง"
        document={document}
        route={[]}
        timeline={[]}
        talk={talk}
        changes={{ sinceText: '๒๐ พ.ย. ๒๕๖๙ ๑๐:๐๐ น.', fields }}
        comparison={{ href: '/measures/m9', fields }}
        deeds={[]}
        {...seen}
      />
    ),
  };
};
