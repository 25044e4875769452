import sharp from 'sharp';
import { DomainError } from '../core/errors.js';
import type { EvidencePage } from './brought-file.js';

const MOST_MEGAPIXELS = 50;
/** Longest side of what is kept, pixels: A4 at 170 dots per inch. */
const LONGEST_SIDE = 2_000;
const THUMBNAIL_SIDE = 320;

/**
 * The picture decoded, turned as its camera meant it, and encoded again: position, camera and everything else that is
 * not a pixel stays behind.
 * @throws DomainError evidence.too-many-pixels, evidence.unreadable
 */
export async function cleanPicture(bytes: Uint8Array, kind: 'png' | 'jpeg'): Promise<Uint8Array> {
  await refuseHuge(bytes);
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_MEGAPIXELS * 1e6, failOn: 'error', pages: 1 })
      .rotate()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb');
    const encoded = kind === 'png' ? picture.png({ compressionLevel: 9 }) : picture.jpeg({ quality: 85 });
    return new Uint8Array(await encoded.toBuffer());
  } catch {
    throw new DomainError('evidence.unreadable', { field: 'file' });
  }
}

/** Looks at the head of the file only. */
async function refuseHuge(bytes: Uint8Array): Promise<void> {
  const { width = 0, height = 0 } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw new DomainError('evidence.unreadable', { field: 'file' });
    });
  if (width * height > MOST_MEGAPIXELS * 1e6)
    throw new DomainError('evidence.too-many-pixels', { field: 'file', limitMegapixels: MOST_MEGAPIXELS });
}

/** Pixels of a clean picture. */
export async function sizeOf(picture: Uint8Array): Promise<{ readonly width: number; readonly height: number }> {
  const { width, height } = await sharp(picture).metadata();
  return { width, height };
}

/** A small JPEG of a clean picture. */
export async function thumbnailOf(picture: Uint8Array): Promise<Uint8Array> {
  const small = sharp(picture)
    .resize({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 75 });
  return new Uint8Array(await small.toBuffer());
}

interface DrawnPage {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A page without its words. */
export type DrawnPicture = Omit<EvidencePage, 'text'>;

const QUALITIES = [80, 60, 40] as const;

/**
 * Pixels of a drawn page (four bytes each) as a JPEG; grey where no colour is on the page.
 * @param room bytes it should fit in: the best quality that does is taken, else the least
 */
export async function pagePicture({ data, width, height }: DrawnPage, room: number): Promise<DrawnPicture> {
  const drawing = sharp(data, { raw: { width, height, channels: 4 } }).flatten({ background: '#ffffff' });
  const inColours = isGrey(data) ? drawing.toColourspace('b-w') : drawing;
  let picture = new Uint8Array();
  for (const quality of QUALITIES) {
    picture = new Uint8Array(await inColours.clone().jpeg({ quality }).toBuffer());
    if (picture.length <= room) break;
  }
  return { picture, width, height };
}

function isGrey(data: Uint8Array): boolean {
  for (let at = 0; at < data.length; at += 4) if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) return false;
  return true;
}
