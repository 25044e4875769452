import type { PdfFile } from './pdf-file.js';
import { name, ref, textString } from './pdf-syntax.js';
import { StructureElement, type StructureKid } from './structure-element.js';

/** What the tree needs to know of the pages. */
export interface StructuredPage {
  readonly object: number;
  /** Element of each marked content of the page, by its number. */
  readonly owners: readonly StructureElement[];
}

/** @param annotationOwners element of each annotation, by its StructParent less the number of pages @returns object number of the tree's root */
export function writeStructure(
  file: PdfFile,
  document: StructureElement,
  pages: readonly StructuredPage[],
  annotationOwners: readonly StructureElement[],
): number {
  prune(document);
  const root = file.reserve();
  number(document, file);
  writeElement(file, document, root, pages);
  const numbers = pages.map((page, index) => `${index}[${page.owners.map((owner) => ref(owner.object)).join(' ')}]`);
  annotationOwners.forEach((owner, index) => numbers.push(`${pages.length + index} ${ref(owner.object)}`));
  const parentTree = file.add(`<</Nums[${numbers.join('\n')}]>>`);
  return file.add(
    `<</Type/StructTreeRoot/K ${ref(document.object)}/ParentTree ${ref(parentTree)}` +
      `/ParentTreeNextKey ${pages.length + annotationOwners.length}>>`,
    root,
  );
}

/** Elements in which nothing was drawn are left out. */
function prune(element: StructureElement): boolean {
  for (let at = element.kids.length - 1; at >= 0; at--) {
    const kid = element.kids[at];
    if (kid instanceof StructureElement && !prune(kid)) element.kids.splice(at, 1);
  }
  return element.kids.length > 0 || element.isKeptWhenEmpty;
}

function number(element: StructureElement, file: PdfFile): void {
  element.object = file.reserve();
  for (const kid of element.kids) if (kid instanceof StructureElement) number(kid, file);
}

function writeElement(
  file: PdfFile,
  element: StructureElement,
  parent: number,
  pages: readonly StructuredPage[],
): void {
  const home = homePage(element);
  const kids = element.kids.map((kid) => kidEntry(kid, home, pages));
  const entries = [
    `<</Type/StructElem/S${name(element.type)}/P ${ref(parent)}`,
    home === undefined ? '' : `/Pg ${ref(pages[home]?.object ?? 0)}`,
    kids.length === 0 ? '' : kids.length === 1 ? `/K ${kids[0] ?? ''}` : `/K[${kids.join(' ')}]`,
    element.lang === undefined ? '' : `/Lang${textString(element.lang)}`,
    element.alt === undefined ? '' : `/Alt${textString(element.alt)}`,
    element.actualText === undefined ? '' : `/ActualText${textString(element.actualText)}`,
    element.title === undefined ? '' : `/T${textString(element.title)}`,
    element.attributes.length === 0 ? '' : `/A[${element.attributes.join('')}]`,
  ];
  file.add(`${entries.join('')}>>`, element.object);
  for (const kid of element.kids) if (kid instanceof StructureElement) writeElement(file, kid, element.object, pages);
}

function homePage(element: StructureElement): number | undefined {
  for (const kid of element.kids) if (!(kid instanceof StructureElement)) return kid.page;
  return undefined;
}

function kidEntry(kid: StructureKid, home: number | undefined, pages: readonly StructuredPage[]): string {
  if (kid instanceof StructureElement) return ref(kid.object);
  const page = ref(pages[kid.page]?.object ?? 0);
  if ('annotation' in kid) return `<</Type/OBJR/Pg ${page}/Obj ${ref(kid.annotation)}>>`;
  return kid.page === home ? String(kid.mcid) : `<</Type/MCR/Pg ${page}/MCID ${kid.mcid}>>`;
}
