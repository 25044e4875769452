import { describe, expect, it } from '@jest/globals';
import type { DocumentDefinition } from '../../src/typesetting/document-definition.js';
import { typeset } from '../../src/typesetting/typeset.js';
import { PdfObjects } from './pdf-objects.js';

const OPTIONS = { title: 'ลักษณะ', language: 'th', createdAt: '2026-01-01T00:00:00Z' } as const;

/** The first page's operators. */
async function operators(definition: DocumentDefinition): Promise<string> {
  const pdf = new PdfObjects(await typeset(definition, OPTIONS));
  return pdf.stream(pdf.pages[0]?.get('/Contents')).data.toString('latin1');
}

describe('styles', () => {
  it('may be named like a kind of node, follow one another and be overruled', async () => {
    const drawn = await operators({
      styles: {
        table: { fontSize: 20, color: '#ff0000' },
        image: { fontSize: 9 },
        sub: { extends: 'table', bold: true } as object,
      },
      content: [
        { text: 'ก', style: 'sub' },
        { text: 'ข', style: ['sub', 'image'] },
        { text: 'ค', style: 'table', fontSize: 31 },
      ],
    });
    expect(drawn).toMatch(/1 0 0 rg[^]*\/F1 20 Tf[^]*\/F1 9 Tf[^]*\/F2 31 Tf/);
  });

  it('reach text inside text', async () => {
    const nested = { text: ['ก ', { text: ['ข ', { text: 'ค', fontSize: 30 }], bold: true, color: '#0000ff' }, ' ง'] };
    const drawn = await operators({ content: nested });
    expect(drawn).toMatch(/\/F1 16 Tf[^]*0 0 1 rg[^]*\/F2 16 Tf[^]*\/F2 30 Tf[^]*0 g[^]*\/F1 16 Tf/);
  });

  it('move raised and lowered letters and space letters out', async () => {
    const drawn = await operators({
      content: [{ text: ['ก', { text: '๒', sup: true }, { text: 'x', characterSpacing: 2 }] }],
    });
    expect(drawn).toMatch(/\/F1 9\.28 Tf[^]*2 Tc/);
  });

  it('mix opacity with white, since archive files have no need of transparency', async () => {
    const canvas = [{ type: 'rect' as const, x: 0, y: 0, w: 9, h: 9, color: '#000000', fillOpacity: 0.25 }];
    expect(await operators({ content: [{ canvas }] })).toContain('0.75 g');
  });
});
