import { links } from '../links.js';

const TABS = [
  { href: links.actingOrders, label: 'รักษาราชการแทน' },
  { href: links.routes, label: 'เส้นทางการพิจารณา' },
  { href: links.handOver, label: 'ส่งมอบงาน' },
  { href: links.proofreading, label: 'การตรวจทาน' },
  { href: links.documentFonts, label: 'แบบอักษร' },
] as const;

/** What an administrator keeps in order. */
export const AdminTabs = ({ here }: { readonly here: string }) => (
  <nav class="tabs" aria-label="งานของผู้ดูแลระบบ">
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
