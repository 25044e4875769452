import type { Typeface } from '../fonts/typeface.js';
import type { LooseNode, PageSize } from '../layout/pdfmake-parts.js';
import type { TextInline } from '../lines/line-contents.js';
import { FontSubset } from './font-subset.js';
import type { DocumentImage } from './images.js';
import type { PdfFile } from './pdf-file.js';
import { num, ref } from './pdf-syntax.js';
import type { DocumentStructure } from './structure-builder.js';
import { StructureElement } from './structure-element.js';
import type { ForeignWords } from './text-drawing.js';
import { watermarkPath } from './watermark.js';

export type Box = readonly [number, number, number, number];

/** A link to be written when all pages are known. */
export interface PendingLink {
  readonly page: number;
  readonly rect: Box;
  readonly element: StructureElement;
  readonly link: string | undefined;
  readonly destination: string | undefined;
  readonly text: string;
}

export interface Watermark {
  readonly text: string;
  readonly face: Typeface;
}

/** What the pages of one document share: fonts, pictures, structure, links. */
export class DocumentParts {
  readonly links: PendingLink[] = [];
  readonly destinations = new Map<string, { readonly page: number; readonly top: number }>();
  private readonly fonts = new Map<Typeface, FontSubset>();
  private readonly drawings = new Map<string, { resource: string; object: number }>();
  private readonly watermarks = new Map<string, string>();
  private readonly inlineElements = new Map<object, StructureElement>();
  private readonly figures = new Map<StructureElement, { page: number; box: Box }>();

  constructor(
    private readonly file: PdfFile,
    readonly structure: DocumentStructure,
    readonly foreignWords: ForeignWords,
    private readonly images: ReadonlyMap<string, DocumentImage>,
    private readonly mark: Watermark | undefined,
  ) {}

  font(face: Typeface): FontSubset {
    let font = this.fonts.get(face);
    if (!font) this.fonts.set(face, (font = new FontSubset(face, `F${this.fonts.size + 1}`, this.file)));
    return font;
  }

  /** Links and words in a language of their own are elements inside their paragraph. */
  inlineElement(inline: TextInline, parent: StructureElement): StructureElement {
    const { link, destination, lang } = inline.style;
    const isLink = link !== undefined || destination !== undefined;
    const isForeign = lang !== undefined && lang !== parent.lang && inline.source !== undefined;
    if (!isLink && !isForeign) return parent;
    const key = inline.source ?? parent;
    const known = this.inlineElements.get(key);
    if (known) return known;
    const element = new StructureElement(isLink ? 'Link' : 'Span', parent);
    element.lang = isForeign ? lang : undefined;
    this.inlineElements.set(key, element);
    return element;
  }

  noteDestination(id: string, page: number, top: number): void {
    if (!this.destinations.has(id)) this.destinations.set(id, { page, top });
  }

  addLink(link: PendingLink): void {
    this.links.push(link);
  }

  /** Pictures drawn from a copy of their node are found by the picture and its alternative text. */
  imageElement(image: LooseNode): StructureElement | undefined {
    const origin = image['_origin'];
    return typeof origin === 'object' && origin !== null ? this.structure.elements.get(origin) : undefined;
  }

  growFigure(figure: StructureElement, page: number, box: Box): void {
    const known = this.figures.get(figure);
    if (known && known.page !== page) return;
    const joined: Box = known
      ? [
          Math.min(known.box[0], box[0]),
          Math.min(known.box[1], box[1]),
          Math.max(known.box[2], box[2]),
          Math.max(known.box[3], box[3]),
        ]
      : box;
    this.figures.set(figure, { page, box: joined });
  }

  /** Resource name of a picture; it is written when first drawn. */
  image(key: string): string | undefined {
    const image = this.images.get(key);
    return image && this.drawing(`image ${key}`, () => this.writeImage(image));
  }

  /** Operators that draw the watermark on a page of a size. They stand in every page: not every checker looks into forms. */
  watermark(size: PageSize): string | undefined {
    const { mark } = this;
    if (!mark) return undefined;
    const key = `${size.width} ${size.height}`;
    let path = this.watermarks.get(key);
    if (path === undefined)
      this.watermarks.set(key, (path = watermarkPath(mark.text, mark.face, size.width, size.height)));
    return path;
  }

  /** @returns object number of the resources that all pages share */
  finish(): number {
    for (const [figure, { box }] of this.figures) {
      figure.attributes.push(`<</O/Layout/Placement/Block/BBox[${box.map(num).join(' ')}]>>`);
    }
    [...this.fonts.values()].forEach((font, index) => font.finish(index));
    const fonts = [...this.fonts.values()].map((font) => `/${font.resource} ${ref(font.object)}`).join('');
    const drawings = [...this.drawings.values()].map((each) => `/${each.resource} ${ref(each.object)}`).join('');
    return this.file.add(`<</Font<<${fonts}>>/XObject<<${drawings}>>>>`);
  }

  private drawing(key: string, write: () => number): string {
    let known = this.drawings.get(key);
    if (!known) this.drawings.set(key, (known = { resource: `X${this.drawings.size + 1}`, object: write() }));
    return known.resource;
  }

  private writeImage(image: DocumentImage): number {
    const size = `/Type/XObject/Subtype/Image/Width ${image.width}/Height ${image.height}/BitsPerComponent 8`;
    const colour = `/ColorSpace/${image.isGrey ? 'DeviceGray' : 'DeviceRGB'}`;
    const mask = image.alpha ? `/SMask ${ref(this.file.addStream(`${size}/ColorSpace/DeviceGray`, image.alpha))}` : '';
    if (image.isJpeg) {
      const object = this.file.reserve();
      return this.file.addStream(`${size}${colour}/Filter/DCTDecode`, image.samples, object, false);
    }
    return this.file.addStream(`${size}${colour}${mask}`, image.samples);
  }
}
