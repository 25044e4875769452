import type { Typeface } from '../fonts/typeface.js';
import type { StyleStack } from '../layout/pdfmake-parts.js';

export type Alignment = 'left' | 'right' | 'center' | 'justify';

/** Everything about a stretch of text except its letters. Distances in points. */
export interface TextStyle {
  readonly face: Typeface;
  readonly size: number;
  readonly lineHeight: number;
  readonly alignment: Alignment;
  readonly color: string;
  readonly background: string | undefined;
  readonly decoration: string | undefined;
  readonly decorationColor: string | undefined;
  readonly characterSpacing: number;
  readonly leadingIndent: number;
  readonly noWrap: boolean;
  readonly keepSpaces: boolean;
  /** Upwards, for superscripts; downwards when negative. */
  readonly rise: number;
  readonly link: string | undefined;
  readonly destination: string | undefined;
  readonly lang: string | undefined;
}

export interface FaceSource {
  face(family: string, bold: boolean, italics: boolean): Typeface;
}

const KEYS = [
  'font',
  'fontSize',
  'bold',
  'italics',
  'lineHeight',
  'alignment',
  'color',
  'background',
  'decoration',
  'decorationColor',
  'characterSpacing',
  'leadingIndent',
  'noWrap',
  'preserveLeadingSpaces',
  'opacity',
  'sup',
  'sub',
  'link',
  'linkToDestination',
  'lang',
] as const;
type Found = Partial<Record<(typeof KEYS)[number], unknown>>;
const SCRIPT_SIZE = 0.58;

/** Reads the style that holds at the top of pdfmake's stack, all properties in one pass. */
export function readStyle(stack: StyleStack, faces: FaceSource): TextStyle {
  const found = collect(stack);
  const base = numberOr(found.fontSize, 12);
  const small = found.sup === true || found.sub === true;
  const size = small ? base * SCRIPT_SIZE : base;
  return {
    face: faces.face(textOr(found.font) ?? 'Sarabun', found.bold === true, found.italics === true),
    size,
    lineHeight: numberOr(found.lineHeight, 1),
    alignment: alignmentOf(found.alignment),
    color: textOr(found.color) ?? 'black',
    background: textOr(found.background),
    decoration: textOr(found.decoration),
    decorationColor: textOr(found.decorationColor),
    characterSpacing: numberOr(found.characterSpacing, 0),
    leadingIndent: numberOr(found.leadingIndent, 0),
    noWrap: found.noWrap === true,
    keepSpaces: found.preserveLeadingSpaces === true,
    rise: found.sup === true ? size * 0.75 : found.sub === true ? -size * 0.35 : 0,
    link: textOr(found.link),
    destination: textOr(found.linkToDestination),
    lang: textOr(found.lang),
  };
}

function collect(stack: StyleStack): Found {
  const found: Found = {};
  for (let i = stack.styleOverrides.length - 1; i >= 0; i--) {
    const entry = stack.styleOverrides[i];
    if (typeof entry === 'string') takeNamed(found, stack.styleDictionary, entry, 0);
    else if (entry) take(found, entry);
  }
  if (stack.defaultStyle) take(found, stack.defaultStyle);
  return found;
}

const DEEPEST_STYLE = 8;

function takeNamed(found: Found, styles: StyleStack['styleDictionary'], name: string, depth: number): void {
  const style = styles?.[name];
  if (!style || depth > DEEPEST_STYLE) return;
  take(found, style);
  const parents = style['extends'];
  const list = Array.isArray(parents) ? parents : parents === undefined ? [] : [parents];
  for (const parent of list.toReversed()) {
    if (typeof parent === 'string') takeNamed(found, styles, parent, depth + 1);
  }
}

function take(found: Found, source: Readonly<Record<string, unknown>>): void {
  for (const key of KEYS) {
    if (found[key] === undefined && source[key] !== null) found[key] = source[key];
  }
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}

function textOr(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function alignmentOf(value: unknown): Alignment {
  return value === 'right' || value === 'center' || value === 'justify' ? value : 'left';
}
