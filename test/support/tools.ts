import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  redis: ['redis-server', 'valkey-server'],
  pdftotext: ['pdftotext'],
  pdftoppm: ['pdftoppm'],
  pdfsig: ['pdfsig'],
  qpdf: ['qpdf'],
  openssl: ['openssl'],
  'hb-shape': ['hb-shape'],
} as const;

export type Tool = keyof typeof NAMES;

/** Absolute path of a program that some tests use when the machine has it, otherwise null. CHROMIUM_PATH names a browser elsewhere. */
export function findTool(tool: Tool): string | null {
  const wished = tool === 'chromium' ? process.env.CHROMIUM_PATH : undefined;
  if (wished) return wished;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const places = folders.flatMap((folder) => NAMES[tool].map((name) => join(folder, name)));
  return places.find((place) => existsSync(place)) ?? null;
}

/** Like findTool, for code inside `describeWith` where the tool is known to be there. */
export function tool(name: Tool): string {
  const path = findTool(name);
  if (path === null) throw new Error(`${name} is not on this machine`);
  return path;
}

/** A describe block that is skipped, and says so, on a machine without one of the tools. */
export function describeWith(needed: Tool | readonly Tool[], title: string, tests: () => void): void {
  const missing = [needed].flat().filter((name) => findTool(name) === null);
  if (missing.length === 0) {
    describe(title, tests);
    return;
  }
  process.stderr.write(`skipped, because ${missing.join(', ')} is not installed: ${title}\n`);
  describe.skip(title, tests);
}
