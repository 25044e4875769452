import type { TypesetOptions } from '../document-definition.js';
import type { LooseNode, Page } from '../layout/pdfmake-parts.js';
import { writeBookmarks } from './bookmarks.js';
import { srgbProfile } from './colour-profile.js';
import { DocumentParts, type PendingLink, type Watermark } from './document-parts.js';
import type { DocumentImage } from './images.js';
import { infoDictionary, xmpPacket } from './metadata.js';
import { PageRenderer } from './page-renderer.js';
import { PdfFile } from './pdf-file.js';
import { literal, num, ref, textString } from './pdf-syntax.js';
import { buildStructure } from './structure-builder.js';
import type { StructureElement } from './structure-element.js';
import { writeStructure } from './structure-writer.js';
import { ForeignWords } from './text-drawing.js';

export interface RenderedPage {
  readonly object: number;
  readonly height: number;
  readonly width: number;
  readonly contents: number;
  readonly owners: readonly StructureElement[];
}

const LANGUAGES = { th: 'th-TH', en: 'en-GB' } as const;
let profile: Uint8Array | undefined;

/** Writes laid-out pages as one file that is PDF/A-2a and PDF/UA-1. */
export function writePdf(
  pages: readonly Page[],
  root: LooseNode,
  images: ReadonlyMap<string, DocumentImage>,
  watermark: Watermark | undefined,
  options: TypesetOptions,
): Uint8Array {
  const file = new PdfFile();
  const structure = buildStructure(root);
  const parts = new DocumentParts(file, structure, new ForeignWords(options.language), images, watermark);
  const catalog = file.reserve();
  const pageTree = file.reserve();
  const rendered = pages.map((page, index) => renderPage(file, page, index, parts));
  const annotations = writeLinks(file, parts, rendered);
  const resources = parts.finish();
  writePages(file, rendered, pageTree, resources, annotations.byPage);
  const tree = writeStructure(file, structure.document, rendered, annotations.owners);
  const bookmarks = writeBookmarks(file, structure.headings, rendered);
  const created = new Date(options.createdAt);
  writeCatalog(file, catalog, pageTree, tree, bookmarks, options, created);
  return file.finish(catalog, file.add(infoDictionary(options, created)));
}

function renderPage(file: PdfFile, page: Page, index: number, parts: DocumentParts): RenderedPage {
  const content = new PageRenderer(page, index, parts).render();
  return {
    object: file.reserve(),
    height: page.pageSize.height,
    width: page.pageSize.width,
    contents: file.addStream('', content.finish()),
    owners: content.owners,
  };
}

function writePages(
  file: PdfFile,
  pages: readonly RenderedPage[],
  parent: number,
  resources: number,
  annotations: ReadonlyMap<number, readonly number[]>,
): void {
  pages.forEach((page, index) => {
    const links = annotations.get(index);
    file.add(
      `<</Type/Page/Parent ${ref(parent)}/MediaBox[0 0 ${num(page.width)} ${num(page.height)}]/Resources ${ref(resources)}` +
        `/Contents ${ref(page.contents)}/StructParents ${index}/Tabs/S` +
        (links ? `/Annots[${links.map(ref).join(' ')}]` : '') +
        '>>',
      page.object,
    );
  });
  file.add(`<</Type/Pages/Kids[${pages.map((page) => ref(page.object)).join(' ')}]/Count ${pages.length}>>`, parent);
}

interface WrittenLinks {
  readonly byPage: Map<number, number[]>;
  readonly owners: StructureElement[];
}

function writeLinks(file: PdfFile, parts: DocumentParts, pages: readonly RenderedPage[]): WrittenLinks {
  const written: WrittenLinks = { byPage: new Map(), owners: [] };
  for (const link of parts.links) {
    const action = actionOf(link, parts, pages);
    if (action === undefined) continue;
    const object = file.add(
      `<</Type/Annot/Subtype/Link/Rect[${link.rect.map(num).join(' ')}]/Border[0 0 0]/F 4${action}` +
        `/Contents${textString(link.text || link.link || '')}/StructParent ${pages.length + written.owners.length}>>`,
    );
    written.byPage.set(link.page, [...(written.byPage.get(link.page) ?? []), object]);
    written.owners.push(link.element);
    link.element.kids.push({ page: link.page, annotation: object });
  }
  return written;
}

function actionOf(link: PendingLink, parts: DocumentParts, pages: readonly RenderedPage[]): string | undefined {
  if (link.link !== undefined) return `/A<</S/URI/URI${literal(link.link)}>>`;
  const place = parts.destinations.get(link.destination ?? '');
  const page = place ? pages[place.page] : undefined;
  if (!place || !page) return undefined;
  return `/Dest[${ref(page.object)}/XYZ null ${num(page.height - place.top)} null]`;
}

function writeCatalog(
  file: PdfFile,
  catalog: number,
  pages: number,
  tree: number,
  bookmarks: number | undefined,
  options: TypesetOptions,
  created: Date,
): void {
  profile ??= srgbProfile();
  const icc = file.addStream('/N 3', profile);
  const intent = file.add(
    '<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)' +
      `/DestOutputProfile ${ref(icc)}>>`,
  );
  const packet = Buffer.from(xmpPacket(options, created), 'utf8');
  const metadata = file.addStream('/Type/Metadata/Subtype/XML', packet, file.reserve(), false);
  file.add(
    `<</Type/Catalog/Pages ${ref(pages)}/Lang${textString(LANGUAGES[options.language])}/MarkInfo<</Marked true>>` +
      `/StructTreeRoot ${ref(tree)}/Metadata ${ref(metadata)}/OutputIntents[${ref(intent)}]` +
      '/ViewerPreferences<</DisplayDocTitle true>>' +
      (bookmarks === undefined ? '' : `/Outlines ${ref(bookmarks)}/PageMode/UseOutlines`) +
      '>>',
    catalog,
  );
}
