import { buildTable } from './build-table.js';
import { isHeaderRow } from './column-role.js';
import { mapText, tighten } from './mapped-text.js';
import type { Block, Passage, ProofDocument } from './proof-document.js';
import { sourceLines, type SourceLine } from './source-lines.js';

const LIST_START =
  /^\s*(?:[-•*]\s+|[-•]|[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})*[.)](?![0-9๐-๙])\s*|[0-9๐-๙](?:\.[0-9๐-๙]{1,2})+\s+|\([0-9๐-๙]{1,2}\)|[A-Za-z][0-9๐-๙]{1,2}\s)/;
/** A clause of an announcement begins a paragraph; the same words in the middle of a sentence name a clause of a law. */
const CLAUSE_START = /^\s*ข้อ\s?[0-9๐-๙]{1,2}\s(?!แห่ง|ของ|วรรค|และ|ถึง|ตาม|หรือ)/;
const MARKDOWN_HEADING = /^\s*#{1,6}\s+/;
const LONGEST_HEADING = 160;
const TITLE_LINES = 14;
/** Units of the original, spaces and tags included. */
const LONGEST_HEADER_SOURCE = 200;

/**
 * Reads a plain text (with tab, pipe or HTML tables and Markdown or HTML marks) as a structured document.
 * Consecutive lines are one paragraph, a table goes on over page breaks as long as its columns stay the same.
 */
export function parseDocument(text: string): ProofDocument {
  const lines = sourceLines(text);
  const blocks: Block[] = [];
  let tables = 0;
  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    if (!line) break;
    if (line.cells) {
      const end = tableEnd(text, lines, at);
      tables += 1;
      blocks.push({
        kind: 'table',
        table: buildTable(
          text,
          lines.slice(at, end).filter((row) => row.cells),
          tables,
        ),
      });
      at = end;
    } else {
      const end = paragraphEnd(text, lines, at);
      if (end > at) blocks.push(paragraph(text, lines.slice(at, end), tables === 0));
      at = Math.max(end, at + 1);
    }
  }
  return { text, blocks };
}

/** A table ends at a line of text, or at a header row with other columns. */
function tableEnd(text: string, lines: readonly SourceLine[], from: number): number {
  const width = lines[from]?.cells?.length ?? 0;
  let end = from + 1;
  for (let at = from + 1; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line) break;
    if (!line.cells) {
      if (isBlank(text, line)) continue;
      break;
    }
    if (at > from && isOtherHeader(text, line, width)) break;
    end = at + 1;
  }
  return end;
}

/** Cells as long as sentences are not looked at: a header has none. */
function isOtherHeader(text: string, line: SourceLine, width: number): boolean {
  const cells = line.cells ?? [];
  if (Math.abs(cells.length - width) <= 1 || cells.some((cell) => cell.end - cell.start > LONGEST_HEADER_SOURCE))
    return false;
  return isHeaderRow(cells.map((cell) => tighten(mapText(text, cell.start, cell.end)).text));
}

const isBlank = (text: string, line: SourceLine): boolean => text.slice(line.start, line.end).trim() === '';

function paragraphEnd(text: string, lines: readonly SourceLine[], from: number): number {
  let end = from;
  for (; end < lines.length; end += 1) {
    const line = lines[end];
    if (!line || line.cells || isBlank(text, line)) break;
    const source = text.slice(line.start, line.end);
    if (end > from && [LIST_START, CLAUSE_START, MARKDOWN_HEADING].some((start) => start.test(source))) break;
    if (MARKDOWN_HEADING.test(source)) return end + 1;
  }
  return end;
}

function paragraph(text: string, lines: readonly SourceLine[], beforeTables: boolean): Block {
  const first = lines[0] ?? { start: 0, end: 0, number: 1 };
  const source = text.slice(first.start, first.end);
  const mark = MARKDOWN_HEADING.exec(source)?.[0].length ?? 0;
  const range = { start: first.start + mark, end: lines[lines.length - 1]?.end ?? first.end };
  const loose = mapText(text, range.start, range.end);
  const isListItem = LIST_START.test(source);
  const isHeading = mark > 0 || looksLikeHeading(loose.text, isListItem) || isTitleBlock(text, lines, loose.text);
  const part = beforeTables && first.number <= TITLE_LINES && isHeading && !isListItem ? 'title' : 'paragraph';
  return { kind: 'text', passage: textPassage(loose, range, first.number, part), isHeading, isListItem };
}

const TITLE_WORDS = /^(?:รายงาน|ประกาศ|แผน|มาตรการ|ประจำปี|คำสั่ง|นโยบาย|คู่มือ|ผลการ|การ(?:วิเคราะห์|ประเมิน|จัดการ))/;
const LONGEST_TITLE_LINE = 120;
const MOST_TITLE_LINES = 5;

/** A few short lines at the top of the page: the title, its year and its agency, one below the other. */
function isTitleBlock(text: string, lines: readonly SourceLine[], loose: string): boolean {
  const isAtTop = (lines[0]?.number ?? TITLE_LINES) < TITLE_LINES;
  if (!isAtTop || lines.length < 2 || lines.length > MOST_TITLE_LINES || !TITLE_WORDS.test(loose)) return false;
  return lines.every((line) => text.slice(line.start, line.end).trim().length <= LONGEST_TITLE_LINE);
}

/** Short, and not a sentence that announces or tells something. */
function looksLikeHeading(loose: string, isListItem: boolean): boolean {
  const numberedHeading = /^\d+\.\s?[\u0E00-\u0E7F]/.test(loose);
  if (isListItem && !numberedHeading) return false;
  return loose.length <= LONGEST_HEADING && !/(ดังนี้|ดังต่อไปนี้|:)$/.test(loose);
}

function textPassage(
  loose: Passage['loose'],
  range: Passage['ranges'][number],
  line: number,
  part: Passage['part'],
): Passage {
  const nowhere = { table: null, row: null, rowLabel: null, column: null, columnTitle: null, role: null };
  return { part, line, loose, tight: tighten(loose), ranges: [range], ...nowhere };
}
