import { buildDocument } from '../../templates/documents/registry.js';
import { LAYOUT_PRESETS, themedLayout } from '../../src/core/report/layout-presets.js';
import { compileReport } from '../../src/reports/compile-report.js';
import { layoutPreview } from '../../src/reports/layout-preview.js';
import { findLayout, layoutVersions, listLayouts } from '../../src/reports/layouts.queries.js';
import type { ReportLayoutRow } from '../../src/reports/report-layout.entity.js';
import { findReport } from '../../src/reports/reports.queries.js';
import { copyPreset, saveLayout } from '../../src/reports/save-layout.js';
import { testAgency, type TestAgency } from '../support/agency.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await testAgency();
});
afterAll(() => agency.database.close());

const copy = (name: string, preset = 'by-theme', by = 'officer'): Promise<ReportLayoutRow> =>
  agency.as(by, (tx, actor) => copyPreset(tx, { organizationId: agency.organizationId, actor, preset, name }));

const save = (before: ReportLayoutRow, layout: unknown, name = before.name): Promise<ReportLayoutRow> =>
  agency.as('officer', (tx, actor) =>
    saveLayout(tx, {
      organizationId: agency.organizationId,
      actor,
      layoutId: before.id,
      seenVersion: before.version,
      name,
      layout,
    }),
  );

const withHeader = (header: string): object => ({
  ...themedLayout,
  columns: themedLayout.columns.map((column) => (column.key === 'measure' ? { ...column, header } : column)),
});

describe('a layout of the organization', () => {
  it.each(Object.keys(LAYOUT_PRESETS))('begins as a copy of the preset %s', async (preset) => {
    const copied = await copy(`สำเนา ${preset}`, preset);
    expect(copied).toMatchObject({ version: 1, fromPreset: preset });
    expect(copied.layout).toEqual(LAYOUT_PRESETS[preset as keyof typeof LAYOUT_PRESETS].layout);
  });

  it('gets a new version at each save, and every version stays', async () => {
    const first = await copy('ตารางของกองคลัง');
    const second = await save(first, withHeader('กิจกรรม'));
    await save(second, withHeader('โครงการ'), 'ตารางใหม่ของกองคลัง');
    await agency.as('officer', async (tx) => {
      const versions = await layoutVersions(tx, agency.organizationId, first.id);
      expect(versions.map(({ version, name }) => [version, name])).toEqual([
        [3, 'ตารางใหม่ของกองคลัง'],
        [2, 'ตารางของกองคลัง'],
        [1, 'ตารางของกองคลัง'],
      ]);
      expect((await findLayout(tx, agency.organizationId, first.id, 1))?.layout).toEqual(themedLayout);
      const listed = (await listLayouts(tx, agency.organizationId)).filter(({ id }) => id === first.id);
      expect(listed.map(({ version }) => version)).toEqual([3]);
    });
  });

  it('leaves a report compiled with an earlier version as it is', async () => {
    const first = await copy('ตารางของรายงาน');
    const report = await agency.as('officer', (tx, actor) =>
      compileReport(tx, {
        organizationId: agency.organizationId,
        actor,
        fiscalYear: 2568,
        title: 'รายงาน',
        layout: first.layout,
      }),
    );
    await save(first, withHeader('เปลี่ยนแล้ว'));
    const kept = await agency.as('officer', (tx) => findReport(tx, agency.organizationId, report.id));
    expect(kept?.content.layout).toEqual(themedLayout);
  });

  it('is previewed with the measures of the template where the year has none', async () => {
    const preview = await agency.as('officer', (tx) =>
      layoutPreview(tx, agency.organizationId, { layout: withHeader('หัวตารางที่ลองดู'), fiscalYear: 2570 }),
    );
    const { definition } = buildDocument(preview.template, preview.data, preview.language);
    expect(JSON.stringify(definition)).toContain('หัวตารางที่ลองดู');
  });
});

describe('saving a layout is refused', () => {
  it.each([
    [
      'a column shown twice',
      { ...themedLayout, columns: [...themedLayout.columns, themedLayout.columns[0]] },
      'columns[6]',
    ],
    ['an unknown placeholder', { ...themedLayout, introduction: 'ตามที่ {ไม่รู้จัก}' }, 'introduction'],
    ['a field that does not exist', { ...themedLayout, colour: 'red' }, 'colour'],
    ['no layout at all', null, ''],
  ])('for %s', async (fault, layout, path) => {
    const before = await copy(fault);
    await expect(save(before, layout)).rejects.toMatchObject({ code: 'report.layout-invalid', details: { path } });
  });

  it('when somebody else saved meanwhile', async () => {
    const before = await copy('แก้พร้อมกัน');
    await save(before, withHeader('คนแรก'));
    await expect(save(before, withHeader('คนที่สอง'))).rejects.toMatchObject({ code: 'item.changed-meanwhile' });
  });

  it('for a name that another layout has, an empty name, an unknown preset and a person who may not', async () => {
    await copy('ชื่อเดียวกัน');
    await expect(copy(' ชื่อเดียวกัน ')).rejects.toMatchObject({ code: 'report.layout-name-taken' });
    await expect(copy('  ')).rejects.toMatchObject({ code: 'input.invalid', details: { field: 'name' } });
    await expect(copy('ใหม่', 'constructor')).rejects.toMatchObject({ code: 'report.layout-unknown' });
    await expect(copy('ของนายก', 'by-theme', 'executive')).rejects.toMatchObject({ code: 'permission.denied' });
  });

  it('for all but one of two copies made at once under one name', async () => {
    const outcomes = await Promise.allSettled([copy('ชิงชื่อ'), copy('ชิงชื่อ')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
