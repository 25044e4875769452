import { links } from '../links.js';

const TABS = [
  { href: links.clock, label: 'ปฏิทินปีประเมิน' },
  { href: links.late, label: 'ความล่าช้า' },
] as const;

/** The year and what is late in it. */
export const TimeTabs = ({ here }: { readonly here: string }) => (
  <nav class="tabs" aria-label="กำหนดเวลา">
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
