import sharp from 'sharp';
import { printDocument } from '../../src/editions/pdf-printer.js';
import { findTemplate } from '../../templates/documents/registry.js';
import { lettersOf, readPdf } from './read-pdf.js';

const picture = async (colour: string): Promise<string> => {
  const png = await sharp({ create: { width: 400, height: 900, channels: 3, background: colour } })
    .png()
    .toBuffer();
  return `data:image/png;base64,${png.toString('base64')}`;
};
const print = async (annexes: unknown): Promise<Uint8Array> =>
  printDocument({
    template: 'no-gift-report',
    language: 'th',
    data: { ...(findTemplate('no-gift-report').example as object), annexes },
    createdAt: '2025-10-08T00:00:00+07:00',
  });

describe('annexes of a report', () => {
  it('stand behind the signature, each picture on a page with its description', async () => {
    const pages = await readPdf(
      await print([
        {
          title: 'ภาพกิจกรรม',
          pictures: [
            { image: await picture('#336699'), description: 'ผู้บริหารประกาศนโยบาย' },
            { image: await picture('#993366'), description: 'ปิดประกาศ ณ ที่ทำการ' },
          ],
        },
      ]),
    );
    expect(pages).toHaveLength(3);
    expect(pages[1]?.letters).toContain(lettersOf('ภาคผนวก ก ภาพกิจกรรม ผู้บริหารประกาศนโยบาย'));
    expect(pages[2]?.letters).toContain(lettersOf('ภาคผนวก ก ภาพกิจกรรม (ต่อ) ปิดประกาศ ณ ที่ทำการ'));
  });

  it.each(['portrait', 'landscape'])(
    'keep a picture on its page under words of any length, %s',
    async (orientation) => {
      const image = await picture('#336699');
      const words = { title: 'ก'.repeat(500), description: 'ข'.repeat(1000) };
      const pages = await readPdf(
        await print([{ title: words.title, pictures: [{ image, description: words.description, orientation }] }]),
      );
      expect(pages).toHaveLength(2);
      expect((pages[1]?.width ?? 0) > (pages[1]?.height ?? 0)).toBe(orientation === 'landscape');
    },
  );

  it.each([
    ['a file on the disk', 'file:///etc/hostname'],
    ['an address on the net', 'https://www.example.go.th/a.png'],
    ['a drawing with scripts', 'data:image/svg+xml;base64,PHN2Zy8+'],
  ])('refuse %s in place of a picture', async (_sentence, image) => {
    await expect(print([{ title: 'ก', pictures: [{ image, description: 'ข' }] }])).rejects.toMatchObject({
      code: 'document.data-invalid',
      details: { path: 'annexes[0].pictures[0].image' },
    });
  });

  it('refuse bytes that only call themselves a picture', async () => {
    const image = `data:image/png;base64,${Buffer.from('MZ this is a program').toString('base64')}`;
    await expect(print([{ title: 'ก', pictures: [{ image, description: 'ข' }] }])).rejects.toMatchObject({
      code: 'document.image-refused',
    });
  });
});
