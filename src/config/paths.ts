import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project folder: the nearest one upwards with a package.json. Holds for the sources and for the build in `dist`. */
export const ROOT = rootAbove(dirname(fileURLToPath(import.meta.url)));

/** The program that runs every command. */
export const PROGRAM = join(ROOT, 'src', 'prongsai.mjs');
export const FONTS = join(ROOT, 'fonts');
export const TEMPLATES = join(ROOT, 'templates');
export const PACKAGES = join(ROOT, 'node_modules');

/** Where an installation keeps what must survive a restart. Everything here belongs in a backup. */
export interface DataPaths {
  readonly folder: string;
  /** Content-addressed files. */
  readonly blobs: string;
  /** Files of the built-in public site. */
  readonly publicSite: string;
  /** Keys and certificates, readable by the owner only. */
  readonly secrets: string;
  /** Certificates of this installation's seals, for everybody to read. */
  readonly knownSeals: string;
}

export const dataPaths = (folder: string): DataPaths => ({
  folder,
  blobs: join(folder, 'blobs'),
  publicSite: join(folder, 'public-site'),
  secrets: join(folder, 'secrets'),
  knownSeals: join(folder, 'known-seals'),
});

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('package.json was not found above the program');
  return rootAbove(parent);
}
