import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface Bookmark {
  readonly title: string;
  /** It leads to, 1 upwards; null where it leads nowhere. */
  readonly page: number | null;
}

interface OutlineEntry {
  readonly title: string;
  readonly dest: string | readonly unknown[] | null;
  readonly items: readonly OutlineEntry[];
}

interface StructureNode {
  readonly alt?: string;
  readonly children?: readonly StructureNode[];
}

export interface Signposts {
  /** Of all levels, in the order of the file. */
  readonly bookmarks: readonly Bookmark[];
  /** What a screen reader says in place of the pictures, page by page. */
  readonly alternatives: readonly string[];
}

/** How a reader finds its way through a PDF, and hears its pictures, as another program than ours sees it. */
export async function readSignposts(bytes: Uint8Array): Promise<Signposts> {
  const loading = getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false });
  const document = await loading.promise;
  const pageOf = async (dest: OutlineEntry['dest']): Promise<number | null> => {
    const place = typeof dest === 'string' ? await document.getDestination(dest) : dest;
    const [page] = place ?? [];
    return page ? (await document.getPageIndex(page as Parameters<typeof document.getPageIndex>[0])) + 1 : null; // a reference, by ISO 32000
  };
  const entries = everyEntry((await document.getOutline()) as readonly OutlineEntry[] | null); // as pdf.js documents it
  const bookmarks: Bookmark[] = [];
  for (const { title, dest } of entries) bookmarks.push({ title, page: await pageOf(dest) });
  const alternatives: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const tree = (await (await document.getPage(number)).getStructTree()) as StructureNode | null; // null without a structure
    alternatives.push(...alternativesIn(tree));
  }
  await loading.destroy();
  return { bookmarks, alternatives };
}

const everyEntry = (entries: readonly OutlineEntry[] | null): OutlineEntry[] =>
  (entries ?? []).flatMap((entry) => [entry, ...everyEntry(entry.items)]);

const alternativesIn = (node: StructureNode | null): string[] =>
  node ? [...(node.alt ? [node.alt] : []), ...(node.children ?? []).flatMap(alternativesIn)] : [];
