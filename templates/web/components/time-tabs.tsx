import { links } from '../links.js';

const TABS = [
  { href: links.clock, label: 'ปฏิทินปีประเมิน' },
  { href: links.late, label: 'ความล่าช้า' },
  { href: links.assessments, label: 'ผลการประเมิน ITA' },
] as const;

/** The assessment year: its days, what is late in it, what came of it. */
export const TimeTabs = ({ here }: { readonly here: string }) => (
  <nav class="tabs" aria-label="ปีประเมิน">
    <ul>
      {TABS.map(({ href, label }) => (
        <li key={href}>
          <a href={href} aria-current={href === here ? 'page' : undefined}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
