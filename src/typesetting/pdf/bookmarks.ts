import type { PdfFile } from './pdf-file.js';
import { num, ref, textString } from './pdf-syntax.js';
import type { StructureElement } from './structure-element.js';
import type { RenderedPage } from './pdf-document.js';

interface Bookmark {
  readonly heading: StructureElement;
  readonly level: number;
  readonly children: Bookmark[];
  readonly object: number;
}

/** The document's headings as an outline. @returns object number of the outline, undefined without headings */
export function writeBookmarks(
  file: PdfFile,
  headings: readonly StructureElement[],
  pages: readonly RenderedPage[],
): number | undefined {
  const placed = headings.filter((heading) => heading.place !== undefined && heading.title);
  if (placed.length === 0) return undefined;
  const root = file.reserve();
  const top = nested(placed, file);
  writeLevel(file, top, root, pages);
  return file.add(`<</Type/Outlines${ends(top)}/Count ${top.length}>>`, root);
}

function nested(headings: readonly StructureElement[], file: PdfFile): Bookmark[] {
  const top: Bookmark[] = [];
  const open: Bookmark[] = [];
  for (const heading of headings) {
    const bookmark: Bookmark = { heading, level: Number(heading.type.slice(1)), children: [], object: file.reserve() };
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= bookmark.level) open.pop();
    (open.at(-1)?.children ?? top).push(bookmark);
    open.push(bookmark);
  }
  return top;
}

function writeLevel(file: PdfFile, level: readonly Bookmark[], parent: number, pages: readonly RenderedPage[]): void {
  level.forEach((bookmark, index) => {
    const { heading, children, object } = bookmark;
    const page = pages[heading.place?.page ?? 0];
    const top = (page?.height ?? 0) - (heading.place?.top ?? 0);
    const previous = level[index - 1];
    const next = level[index + 1];
    file.add(
      `<</Title${textString(heading.title ?? '')}/Parent ${ref(parent)}/Dest[${ref(page?.object ?? 0)}/XYZ null ${num(top)} null]` +
        `/SE ${ref(heading.object)}` +
        (previous ? `/Prev ${ref(previous.object)}` : '') +
        (next ? `/Next ${ref(next.object)}` : '') +
        (children.length > 0 ? `${ends(children)}/Count -${children.length}` : '') +
        '>>',
      object,
    );
    writeLevel(file, children, object, pages);
  });
}

function ends(level: readonly Bookmark[]): string {
  const first = level[0];
  const last = level.at(-1);
  return first && last ? `/First ${ref(first.object)}/Last ${ref(last.object)}` : '';
}
