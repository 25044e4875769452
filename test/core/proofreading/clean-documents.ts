import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'documents');

/** Our own fictional reports in the five forms that agencies use, and two announcements; nothing in them is wrong. */
export const CLEAN_DOCUMENTS: readonly { readonly name: string; readonly text: string }[] = readdirSync(FOLDER)
  .sort()
  .map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }));
