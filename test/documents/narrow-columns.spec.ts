import { columnShares } from '../../src/core/report/column-widths.js';
import { LAYOUT_PRESETS, themedLayout } from '../../src/core/report/layout-presets.js';
import type { ReportLayout } from '../../src/core/report/layout.js';
import { printDocument } from '../../src/editions/pdf-printer.js';
import { implementationReportExample } from '../../templates/documents/implementation-report.example.js';
import { narrowColumns } from '../../templates/documents/narrow-columns.js';
import { readPdf } from './read-pdf.js';

const crowded: ReportLayout = {
  ...themedLayout,
  orientation: 'portrait',
  columns: [
    { key: 'number', header: 'ลำดับ', weight: 5 },
    { key: 'indicator', header: 'ตัวชี้วัด', weight: 10 },
    { key: 'measure', header: 'มาตรการส่งเสริมตามปีงบประมาณ', weight: 10 },
    { key: 'methods', header: 'ประสิทธิภาพวิธีดำเนินการ', weight: 10 },
    { key: 'period', header: 'ระยะเวลา', weight: 10 },
    { key: 'responsible', header: 'ผู้รับผิดชอบ', weight: 10 },
    { key: 'monitoring', header: 'การกำกับติดตาม', weight: 10 },
    { key: 'results', header: 'ผลการดำเนินการ', weight: 10 },
    { key: 'outcomes', header: 'ผลลัพธ์', weight: 10 },
    { key: 'evidence', header: 'หลักฐาน', weight: 10 },
  ],
};

describe('a layout with more columns than the page has room for', () => {
  it('is told which columns are narrower than the longest word of their header', () => {
    expect(narrowColumns(crowded).map(({ word }) => word)).toEqual(expect.arrayContaining(['ประสิทธิภาพ', 'ปีงบประมาณ']));
    expect(narrowColumns(crowded).map(({ header }) => header)).not.toContain('ลำดับ');
  });

  it.each(Object.entries(LAYOUT_PRESETS))('is none of the layouts we offer: %s', (_name, { layout }) => {
    expect(narrowColumns(layout)).toEqual([]);
  });

  it('never breaks a number', async () => {
    const data = { ...implementationReportExample, layout: crowded };
    const order = { template: 'implementation-report', language: 'th', data, createdAt: '2025-10-10T00:00:00+07:00' };
    const items = (await readPdf(await printDocument(order))).flatMap((page) =>
      page.items.map(({ text }) => text.trim()),
    );
    expect(items).toEqual(expect.arrayContaining(['๑.๑', '๑.๒', '๒.๑', '๒.๒']));
  });

  it('gives a firm column all that it needs, and shrinks the others alike', () => {
    const load = { weight: 1, characters: 10, longestWord: 12 };
    const [firm = 0, ...others] = columnShares([{ ...load, longestWord: 5, isFirm: true }, load, load, load], 30);
    expect(firm).toBeCloseTo(5 / 30);
    others.forEach((share) => expect(share).toBeCloseTo((1 - 5 / 30) / 3));
  });
});
