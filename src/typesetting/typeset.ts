import { DomainError } from '../core/errors.js';
import type { DocumentDefinition, TypesetOptions } from './document-definition.js';
import { DEFAULT_FAMILY, FontRegistry, standardFonts } from './fonts/font-registry.js';
import { Intake } from './intake.js';
import { cleanText } from './intake-rules.js';
import { NodeMeasure } from './layout/node-measure.js';
import { namedTableLayouts, type LooseNode } from './layout/pdfmake-parts.js';
import { TextMeasure } from './layout/text-measure.js';
import { ThaiLayout } from './layout/thai-layout.js';
import { keepTogether } from './lines/kept-together.js';
import { pageFormat } from './page-format.js';
import { readImage, type DocumentImage } from './pdf/images.js';
import { writePdf } from './pdf/pdf-document.js';

const DEFAULT_SIZE = 16;
const CONTINUED = { th: '(ต่อ)', en: '(continued)' } as const;

/**
 * Document definition in, PDF bytes out; the whole face of the engine. The file is PDF/A-2a and PDF/UA-1, and the same
 * input gives the same bytes.
 * @throws DomainError document.too-large, document.render-failed, document.content-refused, document.image-refused, font.unknown
 */
export async function typeset(definition: DocumentDefinition, options: TypesetOptions): Promise<Uint8Array> {
  try {
    return await render(definition as unknown as LooseNode, checkedOptions(options)); // taken in key by key below
  } catch (error) {
    if (error instanceof DomainError) throw error;
    const isTooMuch = error instanceof RangeError && /call stack|length/.test(error.message);
    throw new DomainError(isTooMuch ? 'document.too-large' : 'document.render-failed', {
      reason: error instanceof Error ? error.message : String(error),
    });
  }
}

async function render(definition: LooseNode, options: TypesetOptions): Promise<Uint8Array> {
  const intake = new Intake(definition['images'] as Record<string, unknown> | undefined); // looked up by own keys only
  const content = intake.content(definition['content']);
  const part = (value: unknown): unknown =>
    typeof value === 'function' ? running(intake, value) : taken(intake, value);
  const parts = {
    content,
    header: part(definition['header']),
    footer: part(definition['footer']),
    background: part(definition['background']),
    pageBreakBefore: definition['pageBreakBefore'],
  };
  const images = await readImages(intake.pictures);
  const fonts = fontsFor(options);
  const styles = intake.styles(definition['styles']);
  const defaultStyle = {
    font: options.family ?? DEFAULT_FAMILY,
    fontSize: DEFAULT_SIZE,
    ...asRecord(intake.content(definition['defaultStyle'] ?? {})),
  };
  const text = new TextMeasure(fonts, keepTogether(options.glossary));
  const layout = new ThaiLayout(
    pageFormat(definition),
    (own, base, layouts) => new NodeMeasure(own, base, layouts, text, images, CONTINUED[options.language]),
  );
  layout.registerTableLayouts(namedTableLayouts);
  const pages = layout.pagesOf(parts, styles, defaultStyle);
  const family = typeof defaultStyle.font === 'string' ? defaultStyle.font : DEFAULT_FAMILY;
  const watermark = options.watermark ? { text: options.watermark, face: fonts.face(family, true, false) } : undefined;
  return writePdf(pages, layout.root, images, watermark, options);
}

type RunningPart = (...values: unknown[]) => unknown;

/** What a running head's function returns is taken in like everything else. */
function running(intake: Intake, make: unknown): RunningPart {
  const call = make as RunningPart; // checked to be a function
  return (...values) => {
    const made = call(...values);
    return made === undefined || made === null || made === '' ? undefined : intake.content(made);
  };
}

/** pdfmake calls these once a page, and each page needs a copy of its own. */
function taken(intake: Intake, value: unknown): RunningPart | undefined {
  return value === undefined || value === null ? undefined : () => intake.content(value);
}

async function readImages(pictures: ReadonlyMap<string, Uint8Array>): Promise<Map<string, DocumentImage>> {
  const images = new Map<string, DocumentImage>();
  for (const [key, bytes] of pictures) images.set(key, await readImage(bytes));
  return images;
}

function fontsFor(options: TypesetOptions): FontRegistry {
  if (!options.fonts || options.fonts.length === 0) return standardFonts();
  const registry = new FontRegistry(standardFonts());
  for (const bytes of options.fonts) registry.add(bytes);
  return registry;
}

function checkedOptions(options: TypesetOptions): TypesetOptions {
  if (Number.isNaN(Date.parse(options.createdAt)))
    throw new DomainError('document.data-invalid', { field: 'createdAt' });
  const string = (value: unknown): string | undefined =>
    typeof value === 'string' && value.trim() !== '' ? cleanText(value).replace(/\s+/g, ' ').trim() : undefined;
  const title = string(options.title);
  if (title === undefined) throw new DomainError('document.data-invalid', { field: 'title' });
  return {
    title,
    language: options.language === 'en' ? 'en' : 'th',
    createdAt: options.createdAt,
    ...optional('author', string(options.author)),
    ...optional('subject', string(options.subject)),
    ...optional('watermark', string(options.watermark)?.slice(0, 60)),
    ...optional('checkpoint', checkedNote(options.checkpoint)),
    ...optional('keywords', options.keywords?.map(String).map(cleanText)),
    ...optional(
      'glossary',
      options.glossary?.filter((name) => typeof name === 'string' && name.length <= 200).slice(0, 2000),
    ),
    ...optional('fonts', options.fonts),
    ...optional('family', options.family),
  };
}

/** @throws DomainError document.data-invalid for letters that no XML may hold */
function checkedNote(note: string | undefined): string | undefined {
  if (note !== undefined && !/^[\n\x20-\x7e\u2014]{1,4096}$/.test(note)) {
    throw new DomainError('document.data-invalid', { field: 'checkpoint' });
  }
  return note;
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): Partial<Record<Key, Value>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<Key, Value>>); // one key
}

function asRecord(value: LooseNode): Record<string, Record<string, unknown>> & LooseNode {
  return value as Record<string, Record<string, unknown>> & LooseNode; // styles and single values are read with checks
}
