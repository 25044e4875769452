import type { ImportedMeasure, ImportFinding } from '../../src/imports/imported-plan.js';
import { readPlan } from '../../src/imports/read-plan.js';
import { renderPage } from '../../src/web/render-page.js';
import { previewLists } from '../../src/web/staff/import.view.js';
import { ImportPreviewPage } from '../../templates/web/pages/staff/import-preview.page.js';
import { longPlan } from '../imports/import-bench.js';

const COUNT = 10_000;
const frame = {
  agencyName: 'องค์การบริหารส่วนตำบลตัวอย่าง',
  organizationSlug: 'tua-yang',
  digits: 'arabic',
  assets: { stylesheets: [], scripts: [], icon: '' },
  person: { name: 'นางสมมติ ใจดี', post: 'นักวิเคราะห์นโยบายและแผน' },
  maySeeHistory: false,
  csrfToken: 'csrf',
} as const;

describe('the preview of a file with ten thousand measures', () => {
  let measures: ImportedMeasure[];
  let findings: ImportFinding[];

  beforeAll(async () => {
    const context = { fiscalYear: 2568, closeSpaces: false, divisions: [] };
    const plan = await readPlan({ name: 'แผน.csv', bytes: longPlan(1) }, context);
    const [pattern] = plan.measures;
    if (!pattern) throw new Error('the plan holds no measure');
    const titled = (title: string): ImportedMeasure => ({
      ...pattern,
      contentKey: title,
      content: { ...pattern.content, title },
    });
    measures = Array.from({ length: COUNT }, (_unused, index) => titled(`เผยแพร่ข้อมูลชุดที่ <${index + 1}>`));
    const place = { sheet: '', row: 2, column: null };
    const message = { th: 'แถวนี้มีคำที่ควรตรวจก่อนนำเข้า', en: 'Look at this row.' };
    findings = measures.map(({ content }) => ({
      code: 'import.differs',
      severity: 'W',
      place,
      quote: content.title,
      message,
    }));
  });

  const page = (asked: { page?: string; findings?: string }, found = findings): string => {
    const { isFirst: _isFirst, ...lists } = previewLists(measures, found, asked);
    const about = { fileName: 'แผน.csv', fiscalYear: '2568', spacing: null, takeOver: null, confirmHref: '/confirm' };
    return renderPage(<ImportPreviewPage frame={frame} {...lists} {...about} idempotencyKey="k" />);
  };
  const titlesOn = (html: string): number[] => [...html.matchAll(/&lt;(\d+)>/g)].map((match) => Number(match[1]));
  const all = Array.from({ length: COUNT }, (_unused, index) => index + 1);

  it('is light, and leads to every measure and every remark', () => {
    const pages = Array.from({ length: COUNT / 100 }, (_unused, index) => String(index + 1));
    const first = page({});
    expect(Buffer.byteLength(first)).toBeLessThan(500_000);
    const measurePages = pages.slice(1).map((number) => page({ page: number }));
    const findingPages = pages.slice(1).map((number) => page({ findings: number }));
    for (const html of [...measurePages, ...findingPages]) expect(Buffer.byteLength(html)).toBeLessThan(500_000);
    const begins = all.slice(0, 100);
    expect(titlesOn(first)).toEqual([...begins, ...begins]);
    expect(measurePages.flatMap(titlesOn)).toEqual(all.slice(100));
    expect(findingPages.flatMap(titlesOn)).toEqual(all.slice(100));
    expect(first).toContain('href="?page=2"');
    expect(first).toContain('href="?findings=2"');
  });

  it('takes the whole file from every page', () => {
    for (const html of [page({}), page({ page: '7' }), page({ findings: '100' })])
      expect(html).toContain('นำเข้า 10,000 มาตรการเป็นร่าง');
  });

  it('is stopped by an error however far back it was found, and shows it first', () => {
    const [last] = findings.slice(-1);
    if (!last) throw new Error('no finding');
    const wrong = [...findings.slice(0, -1), { ...last, severity: 'E' as const }];
    const html = page({}, wrong);
    expect(html).not.toContain('มาตรการเป็นร่าง');
    expect(titlesOn(html)[0]).toBe(COUNT);
  });
});
