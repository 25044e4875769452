import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { DomainError } from '../../core/errors.js';
import { BoundedCache } from '../fonts/bounded-cache.js';

/** A picture that was decoded, limited and encoded again: nothing of the sender's file is left but its pixels. */
export interface DocumentImage {
  readonly width: number;
  readonly height: number;
  readonly isGrey: boolean;
  /** Rows of samples, or a JPEG file when `isJpeg`. */
  readonly samples: Uint8Array;
  readonly isJpeg: boolean;
  /** One byte of opacity per pixel, where the picture is not opaque. */
  readonly alpha: Uint8Array | undefined;
}

const MOST_PIXELS = 25_000_000;
const MOST_BYTES = 20 * 1024 * 1024;
const LONGEST_SIDE = 2_000;
const kept = new BoundedCache<DocumentImage>(16);

/**
 * PNG, JPEG or WebP to pixels. SVG and everything else is refused before a decoder sees it.
 * @throws DomainError document.image-refused
 */
export async function readImage(bytes: Uint8Array): Promise<DocumentImage> {
  refuseUnlessPicture(bytes);
  const key = createHash('sha256').update(bytes).digest('hex');
  const known = kept.get(key);
  if (known) return known;
  try {
    const image = await decode(bytes);
    kept.set(key, image);
    return image;
  } catch (error) {
    throw new DomainError('document.image-refused', { reason: error instanceof Error ? error.message : 'unreadable' });
  }
}

function refuseUnlessPicture(bytes: Uint8Array): void {
  if (bytes.length > MOST_BYTES) throw new DomainError('document.image-refused', { mostBytes: MOST_BYTES });
  const starts = (...magic: number[]): boolean => magic.every((byte, index) => bytes[index] === byte);
  const isWebp = starts(0x52, 0x49, 0x46, 0x46) && bytes[8] === 0x57 && bytes[9] === 0x45;
  if (!starts(0x89, 0x50, 0x4e, 0x47) && !starts(0xff, 0xd8, 0xff) && !isWebp) {
    throw new DomainError('document.image-refused', { reason: 'not PNG, JPEG or WebP' });
  }
}

function opened(bytes: Uint8Array): ReturnType<typeof sharp> {
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 })
    .rotate()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb');
}

async function decode(bytes: Uint8Array): Promise<DocumentImage> {
  if (bytes[0] === 0xff) return decodePhotograph(bytes);
  const { data, info } = await opened(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const pixels = info.width * info.height;
  const alpha = new Uint8Array(pixels);
  const colour = new Uint8Array(pixels * 3);
  let isOpaque = true;
  let isGrey = true;
  for (let i = 0; i < pixels; i++) {
    const [r = 0, g = 0, b = 0, a = 255] = [data[i * 4], data[i * 4 + 1], data[i * 4 + 2], data[i * 4 + 3]];
    colour.set([r, g, b], i * 3);
    alpha[i] = a;
    isOpaque &&= a === 255;
    isGrey &&= r === g && g === b;
  }
  const samples = isGrey ? colour.filter((_, index) => index % 3 === 0) : colour;
  return {
    width: info.width,
    height: info.height,
    isGrey,
    samples,
    isJpeg: false,
    alpha: isOpaque ? undefined : alpha,
  };
}

/** A photograph stays a JPEG, newly encoded: as samples it would be ten times the size. */
async function decodePhotograph(bytes: Uint8Array): Promise<DocumentImage> {
  const { data, info } = await opened(bytes)
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 86, mozjpeg: false })
    .toBuffer({ resolveWithObject: true });
  const samples = new Uint8Array(data);
  return {
    width: info.width,
    height: info.height,
    isGrey: info.channels === 1,
    samples,
    isJpeg: true,
    alpha: undefined,
  };
}
