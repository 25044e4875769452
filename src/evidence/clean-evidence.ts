import { kindWithinLimits, type BroughtFile, type CleanEvidence } from './brought-file.js';
import { cleanPdf } from './clean-pdf.js';
import { cleanPicture, sizeOf, thumbnailOf } from './clean-picture.js';

/**
 * @throws DomainError evidence.kind-unknown, evidence.too-large, evidence.too-many-pages, evidence.too-many-pixels,
 *   evidence.encrypted, evidence.unreadable, evidence.too-complex
 */
export async function cleanEvidence(file: BroughtFile): Promise<CleanEvidence> {
  const kind = kindWithinLimits(file.bytes);
  if (kind === 'pdf') {
    const { copy, pages } = await cleanPdf(file);
    return { kind, file: copy, pages, thumbnail: await thumbnailOf(pages[0]?.picture ?? new Uint8Array()) };
  }
  const picture = await cleanPicture(file.bytes, kind);
  return {
    kind,
    file: picture,
    pages: [{ picture, ...(await sizeOf(picture)), text: '' }],
    thumbnail: await thumbnailOf(picture),
  };
}
