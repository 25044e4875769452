/** Mark-up that people paste into cells; anything else in angle brackets is text. */
const TAG =
  /<(\/?)(p|br|b|i|u|s|del|strike|strong|em|mark|ul|ol|li|dl|dt|dd|a|span|div|sup|sub|font|img|h[1-6]|table|thead|tbody|tfoot|tr|td|th)\b([^<>]*)>/gi;
const ON_ITS_OWN_LINE = /^(p|div|li|br|dt|dd|h[1-6]|table|tr|td|th)$/;
/** Bold and underline are carried through as private marks until it is known whether they enclose a whole paragraph. */
const OPENS = '\uE000';
const CLOSES = '\uE001';
const ENCLOSED = new RegExp(`^${OPENS}([^${OPENS}]*)${CLOSES}$`);
const EVERY_MARK = new RegExp(`[${OPENS}${CLOSES}]`, 'g');
const LIST_ITEM = /^([-–•]|[0-9๐-๙]+[.)])/;

interface OpenList {
  readonly isNumbered: boolean;
  count: number;
}

interface OpenLink {
  readonly from: number;
  readonly address: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** True when a text holds mark-up that `cellText` understands. */
export function hasMarkup(text: string): boolean {
  return text.search(TAG) >= 0;
}

export const hasTable = (html: string): boolean => /<table\b/i.test(html);

/**
 * Text of a cell written in simple HTML: a line per paragraph and item, numbers for `<ol>`, dashes for `<ul>`, the address after
 * the words of a link, a line for each cell of a table, and `<u>…</u>` around a paragraph that is wholly bold or underlined. No word is lost.
 */
export function cellText(html: string): string {
  const lists: OpenList[] = [];
  const links: OpenLink[] = [];
  let text = '';
  let readUntil = 0;
  for (const match of html.matchAll(TAG)) {
    text += html.slice(readUntil, match.index);
    readUntil = match.index + match[0].length;
    const name = (match[2] ?? '').toLowerCase();
    const isEnd = match[1] === '/';
    if (name === 'a') text += linkText(isEnd, match[3] ?? '', links, text);
    else if (name === 'ul' || name === 'ol') {
      if (isEnd) lists.pop();
      else lists.push({ isNumbered: name === 'ol', count: 0 });
      text += '\n';
    } else text += markText(name, isEnd, lists);
  }
  return tidyParagraphs(decodeEntities(text + html.slice(readUntil)));
}

export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi,
    (entity, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? entity;
      const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
    },
  );
}

function markText(name: string, isEnd: boolean, lists: readonly OpenList[]): string {
  if (name === 'li' && !isEnd) return `\n${itemMark(lists)}`;
  if (ON_ITS_OWN_LINE.test(name)) return '\n';
  if (/^(b|u|strong)$/.test(name)) return isEnd ? CLOSES : OPENS;
  return '';
}

function itemMark(lists: readonly OpenList[]): string {
  const list = lists.at(-1);
  if (!list?.isNumbered || lists.length > 1) return '- ';
  list.count += 1;
  return `${list.count}. `;
}

/** The address of a link is part of the evidence; it is written only where the words do not show it already. */
function linkText(isEnd: boolean, attributes: string, links: OpenLink[], textBefore: string): string {
  if (!isEnd) {
    links.push({ from: textBefore.length, address: /href\s*=\s*["']?([^"'\s>]+)/i.exec(attributes)?.[1] ?? '' });
    return '';
  }
  const link = links.pop();
  if (!link || link.address === '' || link.address.startsWith('#')) return '';
  return textBefore.slice(link.from).includes(link.address.replace(/\/$/, '')) ? '' : ` (${link.address})`;
}

function tidyParagraphs(text: string): string {
  return text
    .split('\n')
    .map((paragraph) => {
      const trimmed = paragraph.trim();
      const words = trimmed.replace(EVERY_MARK, '').trim();
      return ENCLOSED.test(trimmed) && words !== '' && !LIST_ITEM.test(words) ? `<u>${words}</u>` : words;
    })
    .filter((paragraph) => paragraph !== '')
    .join('\n');
}
