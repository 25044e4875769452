import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DomainError } from '../../core/errors.js';
import { standInFor, styleOf, type FontStyle } from './font-style.js';
import { Typeface } from './typeface.js';

export const DEFAULT_FAMILY = 'Sarabun';

type FaceSource = () => Typeface;
const KEPT_FACES = 64;
const loaded = new Map<string, Typeface>();

/** Font families by name; the only way a face gets into a document. */
export class FontRegistry {
  private readonly families = new Map<string, Partial<Record<FontStyle, FaceSource>>>();

  /** @param parent asked for families this registry does not have */
  constructor(private readonly parent?: FontRegistry) {}

  /** Adds a face under the family name it carries. @throws DomainError font.unreadable */
  add(bytes: Uint8Array): Typeface {
    const face = loadFace(bytes);
    this.put(face.facts.family, styleOf(face.facts), () => face);
    return face;
  }

  /** Adds a face that is read when first used. */
  addFile(family: string, style: FontStyle, path: string): void {
    this.put(family, style, () => loadFace(readFileSync(path)));
  }

  names(): string[] {
    return [...new Set([...(this.parent?.names() ?? []), ...this.families.keys()])];
  }

  /** @throws DomainError font.unknown */
  face(family: string, bold: boolean, italics: boolean): Typeface {
    const styles = this.families.get(family);
    if (!styles) {
      if (this.parent) return this.parent.face(family, bold, italics);
      throw new DomainError('font.unknown', { family });
    }
    const wanted: FontStyle = bold && italics ? 'bolditalics' : bold ? 'bold' : italics ? 'italics' : 'normal';
    const style = standInFor(wanted, (each) => styles[each] !== undefined);
    const source = style && styles[style];
    if (source) return source();
    throw new DomainError('font.unknown', { family });
  }

  private put(family: string, style: FontStyle, source: FaceSource): void {
    const styles = this.families.get(family) ?? {};
    let face: Typeface | undefined;
    styles[style] = () => (face ??= source());
    this.families.set(family, styles);
  }
}

/** The same bytes give the same face, so that shaping results are shared between documents. */
function loadFace(bytes: Uint8Array): Typeface {
  const key = createHash('sha256').update(bytes).digest('hex');
  const known = loaded.get(key);
  if (known) return known;
  const face = new Typeface(bytes);
  const oldest = loaded.size >= KEPT_FACES ? loaded.keys().next().value : undefined;
  if (oldest !== undefined) loaded.delete(oldest);
  loaded.set(key, face);
  return face;
}

let standard: FontRegistry | undefined;

/** Sarabun from its package, and every TTF and OTF an operator put into the `fonts` folder. */
export function standardFonts(): FontRegistry {
  standard ??= openStandardFonts();
  return standard;
}

function openStandardFonts(): FontRegistry {
  const registry = new FontRegistry();
  const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/sarabun/package.json'));
  const file = (name: string): string => join(folder, name, `Sarabun_${name}.ttf`);
  registry.addFile(DEFAULT_FAMILY, 'normal', file('400Regular'));
  registry.addFile(DEFAULT_FAMILY, 'bold', file('700Bold'));
  registry.addFile(DEFAULT_FAMILY, 'italics', file('400Regular_Italic'));
  registry.addFile(DEFAULT_FAMILY, 'bolditalics', file('700Bold_Italic'));
  addFolder(registry, fontsFolder());
  return registry;
}

/** A file that is not a usable font is left out; `prongsai font check` says why. */
function addFolder(registry: FontRegistry, folder: string | undefined): void {
  if (folder === undefined) return;
  for (const name of readdirSync(folder).sort()) {
    if (!/\.(ttf|otf)$/i.test(name)) continue;
    try {
      registry.add(readFileSync(join(folder, name)));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }
}

function fontsFolder(): string | undefined {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder) return undefined;
    folder = above;
  }
  const fonts = join(folder, 'fonts');
  return existsSync(fonts) ? fonts : undefined;
}
