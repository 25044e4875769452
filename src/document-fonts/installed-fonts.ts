import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '../core/errors.js';
import { readFacts, readSfnt } from '../typesetting/fonts/sfnt.js';
import type { BroughtFile } from './examine-font.js';

/** A typeface that the operator put into the folder of fonts, ready to be brought by an agency. */
export interface InstalledFamily {
  readonly family: string;
  readonly files: readonly BroughtFile[];
}

/** By the family name that the files carry; what is no font is left out. `prongsai font check` says why. */
export function installedFamilies(folder: string): InstalledFamily[] {
  const families = new Map<string, BroughtFile[]>();
  for (const name of readdirSync(folder).sort()) {
    if (!/\.(ttf|otf)$/i.test(name)) continue;
    const bytes = readFileSync(join(folder, name));
    const family = familyNameOf(bytes);
    if (family !== null) families.set(family, [...(families.get(family) ?? []), { name, bytes }]);
  }
  return [...families].map(([family, files]) => ({ family, files }));
}

/** The files of one of them. @throws DomainError font.not-found */
export function installedFiles(folder: string, family: string): readonly BroughtFile[] {
  const found = installedFamilies(folder).find((each) => each.family === family);
  if (!found) throw new DomainError('font.not-found', { family });
  return found.files;
}

function familyNameOf(bytes: Uint8Array): string | null {
  try {
    return readFacts(readSfnt(bytes)).family;
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
