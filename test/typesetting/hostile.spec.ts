import { createServer } from 'node:http';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { DocumentDefinition } from '../../src/typesetting/document-definition.js';
import { readImage } from '../../src/typesetting/pdf/images.js';
import { typeset } from '../../src/typesetting/typeset.js';
import { conformanceFaults } from './conformance-checks.js';
import { pageStrings } from './page-layout.js';

const OPTIONS = { title: 'ลองดี', language: 'th', createdAt: '2026-01-01T00:00:00Z' } as const;

/** The engine's answer to content no template would make: the code it is refused with, or "rendered". */
async function answer(content: unknown, more: object = {}): Promise<string> {
  const definition = { content, ...more } as unknown as DocumentDefinition; // what a type would forbid is what is tested
  return typeset(definition, OPTIONS).then(
    () => 'rendered',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );
}

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><image href="/etc/hostname"/></svg>';
const base64 = (text: string): string => Buffer.from(text).toString('base64');

describe('hostile content', () => {
  it.each([
    ['SVG', { svg: SVG }],
    ['SVG as a picture', { image: `data:image/svg+xml;base64,${base64(SVG)}` }],
    ['a picture from an address', { image: 'http://127.0.0.1:9/x.png' }],
    ['a picture from a file', { image: '/etc/hostname' }],
    ['a picture by a path under a trusted folder', { image: 'fonts/../../../etc/hostname' }],
    ['an attached file', { attachment: { src: '/etc/hostname' } }],
    ['a script as a link', { text: 'x', link: 'javascript:alert(1)' }],
    ['a script as a link, spaced', { text: 'x', link: ' java\nscript:alert(1)' }],
    ['a file as a link', { text: 'x', link: 'file:///etc/passwd' }],
    ['a data address as a link', { text: 'x', link: 'data:text/html,x' }],
    ['an object in place of a string', { text: { link: 'https://example.org' } }],
    ['an object with a method in place of a string', { text: new (class Text {})() }],
    ['a function in place of a node', () => 'x'],
    ['a table with rows of unequal length', { table: { body: [['a', 'b'], ['c']] } }],
    ['a table without rows', { table: { body: [] } }],
    ['a letter of a size no page holds', { text: 'x', fontSize: 1e6 }],
    ['a margin without measure', { text: 'x', margin: [Infinity, 0, 0, 0] }],
    ['a drawing of an unknown kind', { canvas: [{ type: 'path', d: 'M0 0' }] }],
    ['a cell over a hundred thousand columns', { table: { body: [[{ text: 'x', colSpan: 100_000 }, 'y']] } }],
    ['a cell that reaches below its table', { table: { body: [[{ text: 'x', rowSpan: 3 }], ['y']] } }],
    ['a line higher than its page', { text: 'x', lineHeight: 900 }],
    ['a code longer than a code holds', { qr: 'x'.repeat(5000) }],
  ])('refuses %s', async (_, content) => {
    expect(await answer(content)).toBe('document.content-refused');
  });

  it.each([
    ['margins that leave no room', { pageMargins: 400 }],
    ['a margin that is not a number', { pageMargins: [Number.NaN, 0, 0, 0] }],
    ['a page of a kilometre', { pageSize: { width: 3e6, height: 3e6 } }],
    ['a page without height', { pageSize: { width: 100, height: 0 } }],
  ])('refuses %s', async (_, format) => {
    expect(await answer('ก', format)).toBe('document.content-refused');
  });

  it('refuses more pages than anybody reads', async () => {
    expect(await answer(Array.from({ length: 5_100 }, () => ({ text: 'x', pageBreak: 'before' })))).toBe(
      'document.too-large',
    );
  });

  it('refuses nesting without end', async () => {
    let content: unknown = 'ก';
    for (let i = 0; i < 5_000; i++) content = { stack: [content] };
    expect(await answer(content)).toBe('document.too-large');
    const loop: Record<string, unknown> = {};
    loop['stack'] = [loop];
    expect(await answer(loop)).toBe('document.too-large');
  });

  it('refuses more text than it has memory for', async () => {
    expect(await answer(Array.from({ length: 14 }, () => 'ก'.repeat(1_000_000)))).toBe('document.too-large');
  });

  it('does not know fonts that were not given to it', async () => {
    expect(await answer({ text: 'x', font: '../../etc/passwd' })).toBe('font.unknown');
  });

  it('refuses a title that is not a text and an instant that is none', async () => {
    const titled = { ...OPTIONS, title: { text: 'x' } as unknown as string }; // as it might come from JSON
    await expect(typeset({ content: 'x' }, titled)).rejects.toMatchObject({ code: 'document.data-invalid' });
    await expect(typeset({ content: 'x' }, { ...OPTIONS, createdAt: 'today' })).rejects.toMatchObject({
      code: 'document.data-invalid',
    });
  });

  it.each(['ก', 'A', 'กี่', 'ความโปร่งใส', '๑', '.', 'น้ำ'])('sets 60,000 unbroken letters of %s', async (part) => {
    const text = part.repeat(Math.ceil(60_000 / part.length));
    const pdf = await typeset({ content: text }, OPTIONS);
    expect((await pageStrings(pdf)).join('').length).toBe(text.length);
  });

  it('keeps control and private characters out of the file', async () => {
    const text = 'ก\u0000ข\uFFFEค\uF70Aง\uE001จ\uD800ฉ\u0007';
    const pdf = await typeset({ content: text }, OPTIONS);
    expect(conformanceFaults(pdf)).toEqual([]);
    expect((await pageStrings(pdf)).join('')).toBe('กขค่ง\uFFFDจ\uFFFDฉ');
  });

  it.each([
    ['in two characters', 'ด\u0E4D\u0E32เนินการ', 'ดำเนินการ'],
    ['with a tone mark between', 'น\u0E4D\u0E49\u0E32', 'น้ำ'],
    ['with a tone mark before', 'น\u0E49\u0E4D\u0E32', 'น้ำ'],
    ['with the nikhahit of an old font', 'ท\uF711\u0E32', 'ทำ'],
  ])('prints sara am %s as people search for it', async (_, written, searched) => {
    const pdf = await typeset({ content: written }, OPTIONS);
    expect((await pageStrings(pdf)).join('')).toBe(searched);
  });

  it('draws characters no font has as a frame and copies them as they are', async () => {
    const pdf = await typeset({ content: 'ก漢字😀☑' }, OPTIONS);
    expect(conformanceFaults(pdf)).toEqual([]);
    expect((await pageStrings(pdf)).join('')).toBe('ก漢字😀☑');
  });
});

describe('the network', () => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked++;
    response.end();
  });
  beforeAll(() => new Promise<void>((done) => void server.listen(0, '127.0.0.1', done)));
  afterAll(() => new Promise((done) => server.close(done)));

  it('is not used', async () => {
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const url = `http://127.0.0.1:${port}/x.png`;
    await answer({ image: url });
    await answer({ image: 'named' }, { images: { named: url } });
    await answer({ text: 'x', font: url });
    await answer('x', { files: { a: { src: url } }, background: { image: url } });
    expect(asked).toBe(0);
  });
});

describe('pictures', () => {
  const emblem = (): Promise<Buffer> =>
    sharp({ create: { width: 40, height: 30, channels: 4, background: { r: 200, g: 30, b: 30, alpha: 0.5 } } })
      .png()
      .toBuffer();

  it('come in as decoded pixels with their opacity apart', async () => {
    const image = await readImage(await emblem());
    expect(image).toMatchObject({ width: 40, height: 30, isJpeg: false, isGrey: false });
    expect(image.samples).toHaveLength(40 * 30 * 3);
    expect(image.alpha).toHaveLength(40 * 30);
  });

  it('are drawn with their alternative text in a valid file', async () => {
    const jpeg = await sharp(await emblem())
      .flatten({ background: '#fff' })
      .jpeg()
      .toBuffer();
    const content = [
      { image: `data:image/png;base64,${(await emblem()).toString('base64')}`, width: 85, alt: 'ตราสัญลักษณ์' },
      { image: new Uint8Array(jpeg), width: 3_000, alt: 'ภาพกิจกรรม' },
      { image: 'emblem', width: 20 },
      { qr: 'https://www.example.go.th/p/1', fit: 80, alt: 'คิวอาร์โค้ดของเอกสาร' },
    ];
    const definition = { content, images: { emblem: `data:image/png;base64,${(await emblem()).toString('base64')}` } };
    const pdf = await typeset(definition as unknown as DocumentDefinition, OPTIONS); // additions of ours
    expect(conformanceFaults(pdf)).toEqual([]);
    const figures = Buffer.from(pdf)
      .toString('latin1')
      .match(/\/S\/Figure/g);
    expect(figures).toHaveLength(3);
  });

  it.each([
    ['a PNG of 400 million pixels', hugePng()],
    ['SVG', new Uint8Array(Buffer.from(SVG))],
    ['a GIF', new Uint8Array(Buffer.from('GIF89a'))],
    ['a PNG that is cut short', hugePng().slice(0, 60)],
  ])('are refused when they are %s', async (_, bytes) => {
    await expect(readImage(bytes)).rejects.toMatchObject({ code: 'document.image-refused' });
  });
});

/** A small file that says it is 20,000 by 20,000 pixels. */
function hugePng(): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(20_000, 0);
  header.writeUInt32BE(20_000, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const chunk = (type: string, data: Buffer): Buffer => {
    const size = Buffer.alloc(4);
    size.writeUInt32BE(data.length);
    return Buffer.concat([size, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return new Uint8Array(
    Buffer.concat([
      magic,
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(Buffer.alloc(1000))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}
