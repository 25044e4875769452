import type { PageOfList } from '../../../templates/web/components/pagination.js';

export const PAGE_SIZE = 50;

/** Page number of a query string, 1 upwards. */
export function pageNumber(text: string | undefined): number {
  const page = Number(text ?? '1');
  return Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1;
}

/** The rows of one page. */
export const rowsOf = <Row>(rows: readonly Row[], page: number, size = PAGE_SIZE): readonly Row[] =>
  rows.slice((page - 1) * size, page * size);

/** @param filters what stays the same on every page */
export function pagingOf(
  page: number,
  total: number,
  filters: Readonly<Record<string, string>> = {},
  size = PAGE_SIZE,
): PageOfList {
  const query = new URLSearchParams(filters);
  query.delete('page');
  const before = query.size > 0 ? `${query.toString()}&` : '';
  return { page, pageCount: Math.max(1, Math.ceil(total / size)), total, hrefStart: `?${before}page=` };
}
