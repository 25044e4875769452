import { COMPOUNDS_ON_SCREEN, WORD_BEGINNINGS } from '../../../src/core/thai/screen-compounds.js';

/**
 * Run in a browser: compounds and beginnings of our lists, and names of the agency, that a line end parts although their
 * box could hold them, each with its surroundings. Looks at the lines as they are drawn, and at the text of a whole box, whatever elements it is made of.
 */
export const TORN_WORDS = `(() => {
  const agency = document.querySelector('.masthead__agency').textContent;
  const words = Map.groupBy([...${JSON.stringify(COMPOUNDS_ON_SCREEN)}, agency], (word) => word[0]);
  const beginning = /(?:${WORD_BEGINNINGS.join('|')})[เ-ไ]?[ก-ฮ][\\u0e30-\\u0e3a\\u0e45\\u0e47-\\u0e4e]*/y;
  const midSyllable = /[\\u0e30-\\u0e3a\\u0e45\\u0e47-\\u0e4e]/;
  const runs = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (text.parentElement.closest('script, style, svg, pre, textarea, select')) continue;
    let box = text.parentElement;
    while (getComputedStyle(box).display === 'inline') box = box.parentElement;
    if (!runs.has(box)) runs.set(box, []);
    runs.get(box).push(text);
  }
  const torn = [];
  for (const [box, texts] of runs) {
    const whole = texts.map(({ data }) => data).join('');
    const place = (offset) => {
      for (const text of texts) {
        if (offset <= text.length) return [text, offset];
        offset -= text.length;
      }
    };
    const rectsOf = (start, end) => {
      const range = document.createRange();
      range.setStart(...place(start));
      range.setEnd(...place(end));
      return [...range.getClientRects()].filter(({ width }) => width > 0);
    };
    for (let start = 0; start < whole.length; start++) {
      beginning.lastIndex = start;
      for (const word of [...(words.get(whole[start]) ?? []), ...(beginning.exec(whole) ?? [])]) {
        const end = start + word.length;
        if (!whole.startsWith(word, start) || midSyllable.test(whole[end] ?? '')) continue;
        const rects = rectsOf(start, end);
        if (rects.every(({ top, height }) => Math.abs(top - rects[0].top) < height / 2)) continue;
        const { paddingLeft, paddingRight } = getComputedStyle(box);
        const room = box.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
        if (rects.reduce((sum, { width }) => sum + width, 0) > room) continue;
        torn.push(word + ' in ' + whole.slice(Math.max(0, start - 15), end + 15));
      }
    }
  }
  return torn;
})()`;
