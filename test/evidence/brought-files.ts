import sharp from 'sharp';
import { typeset } from '../../src/typesetting/typeset.js';
import type { Node } from '../../src/typesetting/document-definition.js';

/** Files as people bring them, made here. */
const AT = '2025-08-01T00:00:00.000Z';

/** A PDF of our own engine, one page for each text. */
export async function aPdf(...texts: readonly string[]): Promise<Uint8Array> {
  const content = texts.map((text, index): Node => (index === 0 ? { text } : { text, pageBreak: 'before' }));
  return typeset({ content }, { title: 'แผนการใช้จ่าย', author: 'นายสมมติ ใจดี', language: 'th', createdAt: AT });
}

/** A PDF whose pages are pictures only, written by hand: what a scanner makes. */
export async function aScan(pages: number): Promise<Uint8Array> {
  const [width, height] = [200, 300];
  const jpeg = await sharp({ create: { width, height, channels: 3, background: '#dddddd' } })
    .jpeg()
    .toBuffer();
  const drawing = Buffer.from(`q ${width} 0 0 ${height} 0 0 cm /P Do Q`);
  const kids = Array.from({ length: pages }, (_page, index) => `${5 + index} 0 R`).join(' ');
  return aPdfOf([
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(`<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`),
    stream(
      `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`,
      jpeg,
    ),
    stream('', drawing),
    ...Array.from({ length: pages }, () =>
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents 4 0 R /Resources << /XObject << /P 3 0 R >> >> >>`,
      ),
    ),
  ]);
}

/** A PDF that would act by itself, carries a file and names its author. */
export const anActivePdf = (): Uint8Array =>
  aPdfOf(
    [
      '<< /Type /Catalog /Pages 2 0 R /OpenAction 5 0 R /Metadata 6 0 R /Names << /EmbeddedFiles << /Names [(a) 7 0 R] >> >> >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] /Contents 4 0 R /AA << /O 5 0 R >> /Annots [8 0 R] /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>',
      stream('', Buffer.from('BT /F 12 Tf 20 200 Td (Visible words) Tj ET')),
      '<< /S /JavaScript /JS (app.alert\\(1\\)) >>',
      stream('/Type /Metadata /Subtype /XML', Buffer.from('<x:xmpmeta>secret-author</x:xmpmeta>')),
      '<< /Type /Filespec /F (a.exe) /EF << /F 4 0 R >> >>',
      '<< /Type /Annot /Subtype /Link /Rect [0 0 200 300] /A << /S /URI /URI (https://evil.example/) >> >>',
    ].map((part) => Buffer.from(part)),
  );

/** Numbered objects from 1, a table of places and a trailer. */
export function aPdfOf(objects: readonly Buffer[], trailer = ''): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const places: number[] = [];
  const size = (): number => parts.reduce((sum, part) => sum + part.length, 0);
  objects.forEach((body, index) => {
    places.push(size());
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n'));
  });
  const start = size();
  const lines = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(Buffer.from(`xref\n0 ${places.length + 1}\n0000000000 65535 f \n${lines}`));
  parts.push(
    Buffer.from(`trailer\n<< /Size ${places.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`),
  );
  return new Uint8Array(Buffer.concat(parts));
}

export const stream = (dictionary: string, bytes: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);

/** A photograph with the place and the camera in it, lying on its side as cameras store them. */
export const aPhotograph = (): Promise<Buffer> =>
  sharp({ create: { width: 120, height: 80, channels: 3, background: '#228844' } })
    .jpeg()
    .withExif({
      IFD0: { Make: 'SecretCamera', Copyright: 'นายสมมติ ใจดี' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '13/1 45/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '100/1 30/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();
