import { writtenNumber } from '../../../src/core/thai/numbers.js';

export interface PageOfList {
  /** Where a page has several lists. */
  readonly label?: string;
  readonly page: number;
  readonly pageCount: number;
  readonly total: number;
  /** Address up to and including "page=", other filters before it. */
  readonly hrefStart: string;
}

/** Previous, the pages around this one, next. Nothing when everything fits on one page. */
export const Pagination = ({ page, pageCount, total, hrefStart, label = 'หน้าของรายการ' }: PageOfList) =>
  pageCount <= 1 ? null : (
    <nav class="paging" aria-label={label}>
      <p class="paging__total">
        หน้า {writtenNumber(page)} จาก {writtenNumber(pageCount)} · ทั้งหมด {writtenNumber(total)} รายการ
      </p>
      <ul class="paging__list">
        {page > 1 && <PageLink href={`${hrefStart}${page - 1}`} label="ก่อนหน้า" rel="prev" />}
        {pagesAround(page, pageCount).map((number) => (
          <PageLink key={number} href={`${hrefStart}${number}`} label={String(number)} isCurrent={number === page} />
        ))}
        {page < pageCount && <PageLink href={`${hrefStart}${page + 1}`} label="ถัดไป" rel="next" />}
      </ul>
    </nav>
  );

interface PageLinkProps {
  readonly href: string;
  readonly label: string;
  readonly isCurrent?: boolean;
  readonly rel?: string;
}

const PageLink = ({ href, label, isCurrent = false, rel }: PageLinkProps) => (
  <li>
    <a
      href={href}
      rel={rel}
      aria-current={isCurrent ? 'page' : undefined}
      aria-label={rel ? undefined : `หน้า ${label}`}
    >
      {label}
    </a>
  </li>
);

const pagesAround = (page: number, pageCount: number): number[] =>
  Array.from({ length: pageCount }, (_unused, index) => index + 1).filter(
    (number) => number === 1 || number === pageCount || Math.abs(number - page) <= 1,
  );
