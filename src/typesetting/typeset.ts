import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as hb from 'harfbuzzjs';
import { readFileSync } from 'node:fs';
import { DomainError } from '../core/errors.js';
import type { DocumentDefinition, TypesetOptions } from './document-definition.js';

const require = createRequire(import.meta.url);
const Printer = require('pdfmake/js/Printer.js').default;
const PdfDocument = require('pdfmake/js/PDFDocument.js').default;
const UrlResolver = require('pdfmake/js/URLResolver.js').default;
const VirtualFiles = require('pdfmake/js/virtual-fs.js').default;
const LineBreaker = require('linebreak');

const folder = dirname(require.resolve('@expo-google-fonts/sarabun/package.json'));
const FACES: Record<string, string> = {
  'Sarabun-Regular': '400Regular/Sarabun_400Regular.ttf',
  'Sarabun-Bold': '700Bold/Sarabun_700Bold.ttf',
  'Sarabun-Italic': '400Regular_Italic/Sarabun_400Regular_Italic.ttf',
  'Sarabun-BoldItalic': '700Bold_Italic/Sarabun_700Bold_Italic.ttf',
};
const thaiWords = new Intl.Segmenter('th', { granularity: 'word' });
const shapers = new Map<string, hb.Font>();
const words = new Map<string, any>(); // eslint-disable-line @typescript-eslint/no-explicit-any -- pdfkit's own run shape

for (const [name, file] of Object.entries(FACES)) {
  const bytes = readFileSync(join(folder, file));
  VirtualFiles.writeFileSync(name, bytes);
  const copy = new Uint8Array(bytes).buffer;
  shapers.set(name, new hb.Font(new hb.Face(new hb.Blob(copy))));
}

function shapeWord(face: string, font: any, text: string) {
  const key = face + '\0' + text;
  const known = words.get(key);
  if (known) return known;
  const buffer = new hb.Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  const shaper = shapers.get(face)!;
  hb.shape(shaper, buffer);
  const infos = buffer.getGlyphInfos();
  const places = buffer.getGlyphPositions();
  const scale = 1000 / font.unitsPerEm;
  const glyphs: any[] = [];
  let width = 0;
  infos.forEach((info, i) => {
    const start = info.cluster;
    const inCluster = infos.filter((other) => other.cluster === start);
    const next = infos.find((other) => other.cluster > start)?.cluster ?? text.length;
    const letters = [...text.slice(start, next).replace('\u0E33', '\u0E4D\u0E32')].sort((a, b) =>
      a === '\u0E4D' && b !== '\u0E32' && /[\u0E48-\u0E4B]/.test(b) ? -1 : 0,
    );
    const own =
      letters.length === inCluster.length ? [letters[inCluster.indexOf(info)]!] : inCluster[0] === info ? letters : [];
    glyphs.push({
      id: info.codepoint,
      advanceWidth: places[i]!.xAdvance,
      codePoints: own.map((c) => c.codePointAt(0)),
    });
    width += places[i]!.xAdvance * scale;
  });
  const positions = places.map((p) => ({
    xAdvance: p.xAdvance * scale,
    yAdvance: 0,
    xOffset: p.xOffset * scale,
    yOffset: p.yOffset * scale,
    advanceWidth: p.xAdvance * scale,
  }));
  const run = { glyphs, positions, advanceWidth: width };
  words.set(key, run);
  return run;
}

const provideFont = PdfDocument.prototype.provideFont;
PdfDocument.prototype.provideFont = function (family: string, bold: boolean, italics: boolean) {
  const font = provideFont.call(this, family, bold, italics);
  if (!font.shaped) {
    const face = family + '-' + (bold && italics ? 'BoldItalic' : bold ? 'Bold' : italics ? 'Italic' : 'Regular');
    font.layoutRun = (text: string) => shapeWord(face, font.font, text.replace(/\u200B/g, ''));
    font.shaped = true;
  }
  return font;
};

const nextBreak = LineBreaker.prototype.nextBreak;
LineBreaker.prototype.nextBreak = function () {
  this.queue ??= [];
  if (this.queue.length === 0) {
    const from = this.thaiFrom ?? 0;
    const found = nextBreak.call(this);
    if (!found) return null;
    this.thaiFrom = found.position;
    const piece = this.string.slice(from, found.position);
    if (/[\u0E00-\u0E7F]/.test(piece)) {
      for (const word of thaiWords.segment(piece)) {
        if (
          word.index > 0 &&
          /^[\u0E01-\u0E2E\u0E40-\u0E44]/.test(word.segment) &&
          /[\u0E00-\u0E7F]/.test(piece[word.index - 1]!)
        )
          this.queue.push({ position: from + word.index, required: false });
      }
    }
    this.queue.push(found);
  }
  return this.queue.shift();
};

/**
 * Document definition in, PDF bytes out; the whole face of the engine.
 * @throws DomainError document.too-large, document.render-failed
 */
export async function typeset(definition: DocumentDefinition, options: TypesetOptions): Promise<Uint8Array> {
  const resolver = new UrlResolver(VirtualFiles);
  resolver.setUrlAccessPolicy(() => false);
  const face = (style: string) => 'Sarabun-' + style;
  const fonts = {
    Sarabun: {
      normal: face('Regular'),
      bold: face('Bold'),
      italics: face('Italic'),
      bolditalics: face('BoldItalic'),
    },
  };
  const printer = new Printer(fonts, VirtualFiles, resolver, () => false);
  const complete = {
    pageSize: 'A4',
    ...definition,
    defaultStyle: { font: 'Sarabun', fontSize: 16, ...definition.defaultStyle },
    watermark: options.watermark ? { text: options.watermark, color: '#888888', opacity: 0.2 } : undefined,
    language: options.language === 'th' ? 'th-TH' : 'en-GB',
    tagged: true,
    displayTitle: true,
    version: '1.7',
    info: {
      title: String(options.title),
      creationDate: new Date(options.createdAt),
      producer: 'Prongsai',
      creator: 'Prongsai',
      ...(options.author ? { author: String(options.author) } : {}),
      ...(options.subject ? { subject: String(options.subject) } : {}),
    },
  };
  try {
    const document = await printer.createPdfKitDocument(complete);
    const chunks: Buffer[] = [];
    return await new Promise((resolve, reject) => {
      document.on('data', (chunk: Buffer) => chunks.push(chunk));
      document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
      document.on('error', reject);
      document.end();
    });
  } catch (error) {
    throw new DomainError('document.render-failed', { reason: error instanceof Error ? error.message : String(error) });
  }
}
