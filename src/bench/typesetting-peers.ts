import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readEnvironment } from '../config/env.js';
import { toHtml, toTypst, type BenchDocument } from './typesetting-documents.js';

/** Another engine at its best: PDF bytes of a document, nothing kept between documents but what is kept warm by design. */
export interface Peer {
  readonly name: string;
  /** PDF bytes, or null when the document is too much for it. */
  print(document: BenchDocument): Promise<Uint8Array>;
  close(): Promise<void>;
}

const FACES = ['400Regular', '700Bold'] as const;

function sarabunFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/sarabun/package.json'));
}

/** Typst through its Node binding, its cache evicted before every document; null where it is not installed. */
export async function typstPeer(): Promise<Peer | null> {
  const typst = await import('@myriaddreamin/typst-ts-node-compiler').catch(() => null);
  if (!typst) return null;
  const fontPaths = FACES.map((face) => join(sarabunFolder(), face));
  const compiler = typst.NodeCompiler.create({ fontArgs: [{ fontPaths }] });
  return {
    name: 'typst',
    print(document) {
      compiler.evictCache(0);
      return Promise.resolve(new Uint8Array(compiler.pdf({ mainFileContent: toTypst(document) })));
    },
    close: () => Promise.resolve(),
  };
}

const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** Chromium with one page kept open and its fonts inline; null where no browser is found. */
export async function chromiumPeer(): Promise<Peer | null> {
  const executablePath = [readEnvironment().chromiumPath ?? '', ...BROWSERS].find(
    (path) => path !== '' && existsSync(path),
  );
  const playwright = await import('playwright-core').catch(() => null);
  if (executablePath === undefined || !playwright) return null;
  const browser = await playwright.chromium.launch({ executablePath, args: ['--no-sandbox'] }).catch(() => null);
  if (!browser) return null;
  const page = await browser.newPage();
  const fontFaces = FACES.map((face) => {
    const data = readFileSync(join(sarabunFolder(), face, `Sarabun_${face}.ttf`)).toString('base64');
    return `@font-face{font-family:Sarabun;font-weight:${face.slice(0, 3)};src:url(data:font/ttf;base64,${data})}`;
  }).join('');
  return {
    name: 'chromium',
    async print(document) {
      await page.setContent(toHtml(document, fontFaces));
      return new Uint8Array(await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true }));
    },
    close: () => browser.close(),
  };
}
