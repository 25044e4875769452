import type { ComponentChildren } from 'preact';
import { CsrfField } from './components/hidden-fields.js';
import { NoticeBox } from './components/notice.js';
import type { StaffFrame, StaffSection } from './frame.js';
import { HtmlDocument } from './html-document.js';
import { links } from './links.js';

interface StaffLayoutProps {
  readonly frame: StaffFrame;
  readonly title: string;
  readonly section: StaffSection;
  readonly children: ComponentChildren;
}

const SECTIONS: readonly { readonly key: StaffSection; readonly label: string; readonly href: string }[] = [
  { key: 'tasks', label: 'งานของฉัน', href: links.tasks },
  { key: 'measures', label: 'มาตรการ', href: links.measures },
  { key: 'reports', label: 'รายงาน', href: links.reports },
  { key: 'announcements', label: 'ประกาศ', href: links.announcements },
  { key: 'publications', label: 'การเผยแพร่', href: links.publications },
  { key: 'time', label: 'ปีประเมิน', href: links.clock },
  { key: 'history', label: 'ประวัติ', href: links.history },
  { key: 'admin', label: 'ผู้ดูแลระบบ', href: links.admin },
];

/** Header with agency and person, navigation, main, footer. */
export const StaffLayout = ({ frame, title, section, children }: StaffLayoutProps) => (
  <HtmlDocument title={`${title} · ${frame.agencyName}`} assets={frame.assets} digits={frame.digits}>
    <header class="masthead">
      <div class="masthead__inner">
        <a class="masthead__agency" data-kept-name href={links.tasks}>
          {frame.agencyName}
        </a>
        <div class="masthead__person">
          <span>
            <strong>{frame.person.name}</strong> <span class="masthead__post">{frame.person.post}</span>
          </span>
          <a class="masthead__verify" href={links.notices}>
            การแจ้งเตือน{frame.unreadNotices ? ` (${frame.unreadNotices})` : ''}
          </a>
          <form method="post" action={links.signOut}>
            <CsrfField token={frame.csrfToken} />
            <button class="masthead__sign-out" type="submit">
              ออกจากระบบ
            </button>
          </form>
        </div>
      </div>
    </header>
    <nav class="sections" aria-label="เมนูหลัก">
      <ul class="sections__list">
        {sectionsOf(frame).map(({ key, label, href }) => (
          <li key={key}>
            <a href={href} aria-current={key === placeOf(section, frame) ? 'page' : undefined}>
              {label}
              {key === 'tasks' && Boolean(frame.waitingForMe) && <WaitingCount count={frame.waitingForMe ?? 0} />}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    <main id="main" class="page" tabIndex={-1}>
      {frame.notice && <NoticeBox {...frame.notice} />}
      {children}
    </main>
    <footer class="footer">
      <p>
        โปร่งใส: ระบบมาตรการส่งเสริมคุณธรรมและความโปร่งใส ·{' '}
        <a href={links.publicHome(frame.organizationSlug)}>หน้าเผยแพร่ของหน่วยงาน</a>
      </p>
    </footer>
  </HtmlDocument>
);

/** A short menu: administrators find the history among what they keep. */
const sectionsOf = ({ maySeeHistory, mayAdminister = false }: StaffFrame) =>
  SECTIONS.filter(
    ({ key }) => (key !== 'history' || (maySeeHistory && !mayAdminister)) && (key !== 'admin' || mayAdminister),
  );

const placeOf = (section: StaffSection, { mayAdminister = false }: StaffFrame): StaffSection =>
  section === 'history' && mayAdminister ? 'admin' : section;

const WaitingCount = ({ count }: { readonly count: number }) => (
  <span class="sections__count">
    {count}
    <span class="visually-hidden"> รายการรอท่าน</span>
  </span>
);
