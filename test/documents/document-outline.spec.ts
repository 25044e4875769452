import { documentOutline, tablesOf } from '../../templates/documents/document-outline.js';
import { allTemplates, buildDocument } from '../../templates/documents/registry.js';
import { LAYOUT_PRESETS, measuresPlanLayout } from '../../src/core/report/layout-presets.js';
import { gridOf } from '../../src/core/report/sheet.js';
import { textsOf } from './definition-texts.js';
import { outlineText } from './outline-text.js';

const EVERY = allTemplates().flatMap((template) => template.languages.map((language) => ({ template, language })));
const report = allTemplates().find(({ id }) => id === 'implementation-report.v1');
const example = report?.example as { readonly rows: readonly object[] };
const outlineOf = (layout: object, rows: readonly object[] = example.rows): ReturnType<typeof documentOutline> =>
  documentOutline('implementation-report.v1', { ...example, rows, layout }, 'th');

describe('the outline', () => {
  it.each(EVERY.map((one) => [one.template.id, one.language, one] as const))(
    'of %s in %s says every word of the paper in its order',
    (id, language, { template }) => {
      const outline = documentOutline(id, template.example, language);
      const { definition, options } = buildDocument(id, template.example, language);
      expect(outline).toMatchObject({ title: options.title, language });
      let from = 0;
      const said = outlineText(outline);
      for (const line of textsOf(definition.content).flatMap((text) => text.split('\n'))) {
        const at = said.indexOf(line.trim(), from);
        expect([line, at >= from]).toEqual([line, true]);
        from = at;
      }
    },
  );

  it.each(EVERY.map((one) => [one.template.id, one.language, one] as const))(
    'of %s in %s begins with its main heading and skips no level',
    (id, language, { template }) => {
      const { blocks } = documentOutline(id, template.example, language);
      const levels = blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []));
      expect(levels[0]).toBe(1);
      levels.forEach((level, index) => expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1));
    },
  );

  it.each(Object.entries(LAYOUT_PRESETS))('of a report in the layout %s has its table', (_name, { layout }) => {
    const [table] = tablesOf(outlineOf(layout));
    expect(table?.rows[0]).toMatchObject({ kind: 'header' });
    expect(table && gridOf(table)[0]).toEqual(layout.columns.map(({ header }) => header));
    const body = table?.rows.filter(({ kind }) => kind === 'body') ?? [];
    expect(body).toHaveLength(example.rows.length);
    const groups = table?.rows.filter(({ kind }) => kind === 'group') ?? [];
    expect(groups.length).toBe(layout.grouping === 'theme' ? 2 : 0);
    expect(groups.every(({ cells }) => cells.length === 1 && cells[0]?.columnSpan === layout.columns.length)).toBe(
      true,
    );
  });

  it('merges a monitoring cell over the measures it holds for', () => {
    const [first = {}, second = {}, third = {}] = example.rows;
    const said = [{ kind: 'plain', text: 'รายงานทุกเดือน' }];
    const rows = [
      { ...first, monitoring: said },
      { ...second, monitoring: [] },
      { ...third, monitoring: [{ kind: 'plain', text: 'รายงานทุกปี' }] },
    ];
    const [table] = tablesOf(outlineOf(measuresPlanLayout, rows));
    expect(table?.rows.map(({ cells }) => cells.map(({ rowSpan }) => rowSpan))).toEqual([
      [1, 1, 1, 1],
      [1, 1, 1, 2],
      [1, 1, 1],
      [1, 1, 1, 1],
    ]);
    expect(table && gridOf(table).map((texts) => texts[3])).toEqual(['การกำกับติดตาม', 'รายงานทุกเดือน', '', 'รายงานทุกปี']);
  });

  it('tells drawings in words', () => {
    const analysis = allTemplates().find(({ id }) => id === 'ita-analysis.v1');
    const outline = documentOutline('ita-analysis.v1', analysis?.example, 'th');
    expect(outlineText(outline)).toContain('แผนภูมิแท่งตัวชี้วัดที่ ๑');
    expect(tablesOf(outline).map(({ columns }) => columns)).toEqual([4, 4]);
  });
});
