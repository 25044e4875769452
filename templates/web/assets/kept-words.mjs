/*
 * Browsers part Thai by a dictionary that takes compounds apart ("ตรวจ|สอบ"). This keeps the compounds of a list on one
 * line where the line can hold them, a comfort on top of a page that is complete without it: what the page says, what is
 * selected and what stands in fields remains, and no box grows over its edge.
 * The asset store puts the file into a function of its own and calls `keepWordsWhole` with the list.
 */
const WORD = 'kept-word';
/** One for each text, so that a text in a grid or a flexible box remains one item of it. */
const PASSAGE = 'kept-passage';
const LEFT_ALONE = `script, style, svg, pre, textarea, select, [contenteditable], .visually-hidden, ${PASSAGE}`;
/** A vowel or tone mark that belongs to the letter before it: what ends here is no word. */
const MID_SYLLABLE = '[\\u0e30-\\u0e3a\\u0e45\\u0e47-\\u0e4e]';
/** How often only the widest words of a box that grew give way, before all of them do. */
const GENTLE_ROUNDS = 6;

/**
 * @param {readonly string[]} words kept on one line where the line can hold them
 * @param {readonly string[]} beginnings kept with the syllable after them
 */
function keepWordsWhole(words, beginnings) {
  const list = new WordList([...words, ...namesOnPage(words)], beginnings);
  const again = (root) => {
    release(root);
    keep(root, list);
  };
  keep(document.body, list);
  if (document.fonts.status === 'loading') void document.fonts.ready.then(() => again(document.body));
  let width = window.innerWidth;
  window.addEventListener('resize', () => {
    if (window.innerWidth === width) return;
    width = window.innerWidth;
    again(document.body);
  });
  document.addEventListener('toggle', ({ target }) => target instanceof Element && again(target), true);
  document.addEventListener('htmx:afterSwap', () => keep(document.body, list));
}

/** The agency that a page belongs to, and its place: what follows the kind of agency, which the list knows. */
function namesOnPage(words) {
  const name = document.querySelector('[data-kept-name]')?.textContent.trim() ?? '';
  const kindLength = Math.max(0, ...words.filter((word) => name.startsWith(word)).map((word) => word.length));
  return [name, name.slice(kindLength)].filter((one) => one.length > 1);
}

class WordList {
  constructor(words, beginnings) {
    this.words = [...words].sort((one, other) => other.length - one.length);
    this.begun = `(?:${beginnings.join('|')})[เ-ไ]?[ก-ฮ]${MID_SYLLABLE}*`;
    this.patterns = new Map();
    this.anyWord = this.patternBelow(Infinity);
  }

  /** Stretches of a text that hold together; words that overlap are one stretch, as on paper. */
  stretchesIn(text) {
    const pattern = this.anyWord;
    const stretches = [];
    pattern.lastIndex = 0;
    for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
      const [start, end] = [found.index, found.index + found[0].length];
      const last = stretches.at(-1);
      if (last && start < last[1]) last[1] = Math.max(last[1], end);
      else stretches.push([start, end]);
      pattern.lastIndex = start + 1;
    }
    return stretches;
  }

  /** What remains together of a stretch that no line can hold. */
  partsOf(text) {
    return [...text.matchAll(this.patternBelow(text.length))]
      .map(({ index, 0: word }) => [index, index + word.length])
      .filter(([start, end]) => end - start < text.length);
  }

  patternBelow(length) {
    const shorter = this.words.filter((word) => word.length < length);
    const known = this.patterns.get(shorter.length);
    if (known) return known;
    const made = new RegExp(`(?:${shorter.map(literally).join('|') || '(?!)'})(?!${MID_SYLLABLE})|${this.begun}`, 'g');
    this.patterns.set(shorter.length, made);
    return made;
  }
}

const literally = (word) => word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** Texts on one line stay as they are; in a table whose columns changed, one may have become longer than its line. */
function keep(root, list) {
  while (keepInLongTexts(root, list));
}

function keepInLongTexts(root, list) {
  const found = textsIn(root)
    .map((text) => ({ text, stretches: list.stretchesIn(text.data) }))
    .filter(({ text, stretches }) => stretches.length > 0 && !isOnOneLine(text) && !isSelected(text));
  const roomy = boxesAround(found.map(({ text }) => text)).filter((box) => !overflows(box));
  for (const { text, stretches } of found) {
    const passage = document.createElement(PASSAGE);
    passage.append(...piecesOf(text.data, stretches));
    text.replaceWith(passage);
  }
  breakUpWhatGrew(roomy, list);
  return found.length > 0;
}

function release(root) {
  for (const passage of root.querySelectorAll(PASSAGE)) {
    if (!isSelected(passage)) passage.replaceWith(passage.textContent);
  }
}

function textsIn(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node instanceof Text) return /[ก-ฮ]/.test(node.data) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
    return node.matches(LEFT_ALONE) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  return texts;
}

function isOnOneLine(text) {
  const range = document.createRange();
  range.selectNodeContents(text);
  const [first, ...others] = range.getClientRects();
  return others.every(({ top }) => top - first.top < first.height / 2);
}

function isSelected(node) {
  const selection = window.getSelection();
  return selection !== null && !selection.isCollapsed && selection.containsNode(node, true);
}

function piecesOf(text, stretches) {
  const pieces = [];
  let done = 0;
  for (const [start, end] of stretches) {
    if (start > done) pieces.push(text.slice(done, start));
    const word = document.createElement(WORD);
    word.textContent = text.slice(start, end);
    pieces.push(word);
    done = end;
  }
  if (done < text.length) pieces.push(text.slice(done));
  return pieces;
}

function boxesAround(nodes) {
  const boxes = new Set();
  for (const node of nodes) {
    for (let box = node.parentElement; box && !boxes.has(box); box = box.parentElement) boxes.add(box);
  }
  return [...boxes];
}

/** Elements in a line have no width of their own here, so they never do. */
const overflows = (box) => box.clientWidth > 0 && box.scrollWidth > box.clientWidth;

/**
 * Words too wide for their line, and tables that became too wide by them, give way from the widest word on until every
 * box is as it was. Each round reads first and writes after: one layout of the page for all boxes.
 */
function breakUpWhatGrew(boxes, list) {
  for (let round = 0; ; round++) {
    const grown = boxes.filter((box) => overflows(box) && box.querySelector(WORD));
    const tooWide = innermost(grown).flatMap((box) => wordsToBreak(box, round < GENTLE_ROUNDS));
    if (tooWide.length === 0) return;
    for (const word of tooWide) word.replaceWith(...piecesOf(word.textContent, list.partsOf(word.textContent)));
  }
}

function innermost(boxes) {
  const around = new Set(boxesAround(boxes));
  return boxes.filter((box) => !around.has(box));
}

/** Those that the box itself cannot hold, else the widest: a table parts where it gains most. */
function wordsToBreak(box, isGentle) {
  const words = [...box.querySelectorAll(WORD)];
  if (!isGentle) return words;
  const widths = words.map((word) => word.getBoundingClientRect().width);
  const { paddingLeft, paddingRight } = getComputedStyle(box);
  const room = box.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
  const widest = Math.max(...widths);
  return words.filter((_word, at) => widths[at] > (widest > room ? room : widest - 1));
}
