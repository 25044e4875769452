import { AdminTabs } from '../../components/admin-tabs.js';
import { MarkedText } from '../../components/english.js';
import { ErrorSummary, type FieldProblem } from '../../components/error-summary.js';
import { FormButtons } from '../../components/form-buttons.js';
import { CsrfField } from '../../components/hidden-fields.js';
import { PageHeading } from '../../components/page-heading.js';
import { StateChip, type StateView } from '../../components/state-chip.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface PassingItem {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly href: string;
  readonly state: StateView;
}

export interface HandOverPreviewProps {
  readonly frame: StaffFrame;
  readonly from: string;
  readonly to: string;
  /** Sent with the button: who, to whom, whether the account closes, and what was shown. */
  readonly fields: Readonly<Record<'fromPersonId' | 'toPersonId' | 'closesAccount' | 'shown', string>>;
  readonly posts: readonly { readonly id: string; readonly post: string; readonly span: string }[];
  readonly waiting: readonly PassingItem[];
  readonly drafts: readonly PassingItem[];
  readonly finished: number;
  readonly actingOrders: number;
  readonly problems: readonly FieldProblem[];
}

/** Everything that will move, read before it does. */
export const HandOverPreviewPage = ({ frame, from, to, fields, problems, ...moving }: HandOverPreviewProps) => (
  <StaffLayout frame={frame} title="ตรวจสอบก่อนส่งมอบงาน" section="admin">
    <AdminTabs here={links.handOver} />
    <ErrorSummary problems={problems} />
    <PageHeading title="ตรวจสอบก่อนส่งมอบงาน" now={`จาก ${from} ถึง ${to}`} />
    <section class="sheet" aria-labelledby="posts-title">
      <h2 id="posts-title">ตำแหน่ง {moving.posts.length} ตำแหน่ง</h2>
      <ul>
        {moving.posts.map(({ id, post, span }) => (
          <li key={id}>
            {post} {span}
          </li>
        ))}
      </ul>
    </section>
    <Items name="waiting" title={`เรื่องที่เสนอไว้และยังรอผู้อื่น ${moving.waiting.length} เรื่อง`} items={moving.waiting} />
    <Items name="drafts" title={`ร่างและเรื่องที่ต้องทำต่อ ${moving.drafts.length} เรื่อง`} items={moving.drafts} />
    <p>
      เรื่องที่สิ้นสุดแล้ว {moving.finished} เรื่องเปลี่ยนผู้ดูแลด้วย คำสั่งรักษาราชการแทนของผู้ส่งมอบ {moving.actingOrders} คำสั่งสิ้นสุดวันนี้
      ประวัติว่าใครเสนอและใครลงนามคงเดิม
      {fields.closesAccount === 'true' ? ' แล้วปิดบัญชีของผู้ส่งมอบ' : ''}
    </p>
    <form method="post" action={links.handOver} class="narrow">
      <CsrfField token={frame.csrfToken} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormButtons submit="ยืนยันส่งมอบงาน" backHref={links.handOver} back="เลือกใหม่" />
    </form>
  </StaffLayout>
);

interface ItemsProps {
  readonly name: string;
  readonly title: string;
  readonly items: readonly PassingItem[];
}

const Items = ({ name, title, items }: ItemsProps) => (
  <section class="sheet" aria-labelledby={`${name}-title`}>
    <h2 id={`${name}-title`}>{title}</h2>
    <ul>
      {items.map(({ id, kind, title: itemTitle, href, state }) => (
        <li key={id}>
          {kind}{' '}
          <a href={href}>
            <MarkedText text={itemTitle} />
          </a>{' '}
          <StateChip {...state} />
        </li>
      ))}
    </ul>
  </section>
);
