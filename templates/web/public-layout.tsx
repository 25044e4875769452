import type { ComponentChildren } from 'preact';
import type { BareFrame, PublicFrame } from './frame.js';
import { HtmlDocument } from './html-document.js';
import { links } from './links.js';

interface PublicLayoutProps {
  readonly frame: PublicFrame;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** What citizens see: no sign-in, no cookies, no scripts needed. */
export const PublicLayout = ({ frame, title, children }: PublicLayoutProps) => (
  <HtmlDocument title={`${title} · ${frame.agencyName}`} assets={frame.assets} digits={frame.digits} isPrivate={false}>
    <header class="masthead">
      <div class="masthead__inner">
        <a class="masthead__agency" data-kept-name href={links.publicHome(frame.organizationSlug)}>
          {frame.agencyName}
        </a>
        <a class="masthead__verify" href={links.verify}>
          ตรวจสอบเอกสาร PDF
        </a>
      </div>
    </header>
    <main id="main" class="page" tabIndex={-1}>
      {children}
    </main>
    <footer class="footer">
      <p>ข้อมูลเปิดเผยต่อสาธารณะตามการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)</p>
    </footer>
  </HtmlDocument>
);

interface BareLayoutProps {
  readonly frame: BareFrame;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** For pages of no particular agency. */
export const BareLayout = ({ frame, title, children }: BareLayoutProps) => (
  <HtmlDocument title={`${title} · โปร่งใส`} assets={frame.assets}>
    <header class="masthead">
      <div class="masthead__inner">
        <span class="masthead__agency">โปร่งใส</span>
      </div>
    </header>
    <main id="main" class="page page--narrow" tabIndex={-1}>
      {children}
    </main>
    <footer class="footer">
      <p>ระบบมาตรการส่งเสริมคุณธรรมและความโปร่งใสขององค์กรปกครองส่วนท้องถิ่น</p>
    </footer>
  </HtmlDocument>
);
