import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { ACTING_CAPACITIES, type ActingCapacity } from '../../src/core/acting/signature-block.js';
import type { DocumentDefinition } from '../../src/typesetting/document-definition.js';
import { typeset } from '../../src/typesetting/typeset.js';
import { announcement, groupedTable, JUSTIFIED, STACKED_MARKS } from './golden-documents.js';
import { has, withFile } from './readers.js';

const FOLDER = join(process.cwd(), 'test', 'typesetting', 'golden');
const CREATED = '2026-01-01T00:00:00Z';
/** Differences in grey against all ink of the picture; another version of the drawing program stays below it. */
const INK_TOLERANCE = 0.12;
/** Pixels that differ plainly against the dark ones of the picture: one line of text more or less is above it. */
const PLAIN_TOLERANCE = 0.04;

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Buffer;
}

/** A page as grey pixels. */
async function pictureOf(pdf: Uint8Array, page: number, dpi: number, crop: readonly string[] = []): Promise<Picture> {
  const png = await withFile(pdf, (path) =>
    execFileSync('pdftoppm', ['-png', '-gray', '-r', `${dpi}`, '-f', `${page}`, '-l', `${page}`, ...crop, path], {
      maxBuffer: 1e8,
    }),
  );
  return pixelsOf(png);
}

async function pixelsOf(png: Buffer): Promise<Picture> {
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: data };
}

/** Compares with the picture that was looked at and kept; `UPDATE_GOLDEN=1` keeps a new one. */
async function expectGolden(name: string, picture: Picture): Promise<void> {
  const path = join(FOLDER, `${name}.png`);
  const { width, height, pixels } = picture;
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(FOLDER, { recursive: true });
    const raw = { width, height, channels: 1 } as const;
    writeFileSync(
      path,
      await sharp(pixels, { raw }).png({ compressionLevel: 9, palette: true, colours: 16 }).toBuffer(),
    );
  }
  expect(existsSync(path)).toBe(true);
  const golden = await pixelsOf(readFileSync(path));
  expect([width, height]).toEqual([golden.width, golden.height]);
  let [difference, ink, plain, dark] = [0, 0, 0, 0];
  for (let at = 0; at < pixels.length; at++) {
    const kept = golden.pixels[at] ?? 255;
    const off = Math.abs((pixels[at] ?? 255) - kept);
    difference += off;
    ink += 255 - kept;
    if (off > 96) plain++;
    if (kept < 160) dark++;
  }
  expect(difference / ink).toBeLessThan(INK_TOLERANCE);
  expect(plain / dark).toBeLessThan(PLAIN_TOLERANCE);
}

/** Where the signature stands, in pixels at 72 dpi: left, top, width, height. */
const SIGNATURE_AREA = ['-x', '250', '-y', '350', '-W', '300', '-H', '170'];

const draw = (definition: DocumentDefinition): Promise<Uint8Array> =>
  typeset(definition, { title: 'ภาพ', language: 'th', createdAt: CREATED });

const CHIEF = 'นายกองค์การบริหารส่วนตำบลตัวอย่าง';
const CLERK = 'ปลัดองค์การบริหารส่วนตำบลตัวอย่าง';

(has('pdftoppm') ? describe : describe.skip)('pictures that were looked at', () => {
  it('show marks stacked over tall and tailed letters, and Latin-led lines', async () => {
    await expectGolden('stacked-marks', await pictureOf(await draw(STACKED_MARKS), 1, 72));
  });

  it('show justified columns', async () => {
    await expectGolden('justified-columns', await pictureOf(await draw(JUSTIFIED), 1, 72));
  });

  it('show a grouped table on its first and on a further page', async () => {
    const pdf = await draw(groupedTable());
    await expectGolden('grouped-table-1', await pictureOf(pdf, 1, 48));
    await expectGolden('grouped-table-2', await pictureOf(pdf, 2, 48));
  });

  it("show the announcement signed in one's own post", async () => {
    await expectGolden(
      'announcement-own-post',
      await pictureOf(await draw(announcement({ name: 'นายสมมติ ใจดี', post: CHIEF, acting: [] })), 1, 42),
    );
  });

  it.each(Object.keys(ACTING_CAPACITIES) as ActingCapacity[])(
    'show the announcement signed as %s',
    async (capacity) => {
      const pdf = await draw(announcement({ name: 'นายสมมติ ใจดี', post: CLERK, acting: [{ capacity, post: CHIEF }] }));
      await expectGolden(`signed-${capacity.replaceAll('_', '-')}`, await pictureOf(pdf, 1, 72, SIGNATURE_AREA));
    },
  );
});
