import { MarkedText } from '../../components/english.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';
import type { AnnouncementTemplateChoice } from './announcements.page.js';

export interface AnnouncementTemplateProps {
  readonly frame: StaffFrame;
  readonly templates: readonly AnnouncementTemplateChoice[];
}

/** One question: which announcement? */
export const AnnouncementTemplatePage = ({ frame, templates }: AnnouncementTemplateProps) => (
  <StaffLayout frame={frame} title="เลือกแบบประกาศ" section="announcements">
    <p class="back">
      <a href={links.announcements}>ประกาศทั้งหมด</a>
    </p>
    <PageHeading title="จะร่างประกาศเรื่องใด" />
    <ul class="pick-list">
      {templates.map(({ id, title, href }) => (
        <li key={id}>
          <a href={href}>
            <MarkedText text={title} />
          </a>
        </li>
      ))}
    </ul>
  </StaffLayout>
);
