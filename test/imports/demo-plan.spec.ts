import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ImportedPlan } from '../../src/imports/imported-plan.js';
import { readPlan } from '../../src/imports/read-plan.js';
import { DEMO_PLAN_ROWS } from '../support/demo-plan.js';
import { missingWord, printedColumn } from '../support/printed-measure.js';

const FILE = new URL('../../templates/demo/plan-2568.xlsx', import.meta.url);
const DIVISIONS = ['สำนักปลัด', 'กองคลัง', 'กองช่าง', 'กองการศึกษา'].map((name) => ({ id: name, name }));

it('a word that is missing, or out of its order, is noticed', () => {
  expect(missingWord('ก ข ค', 'กขค')).toBeNull();
  expect(missingWord('ก ข ค', 'ก ค')).toBe('ข');
  expect(missingWord('ก ข ค', 'ข ก ค')).toBe('ข');
});

describe('the plan of the demonstration', () => {
  let plan: ImportedPlan;
  beforeAll(async () => {
    plan = await readPlan(
      { name: 'plan-2568.xlsx', bytes: readFileSync(FILE) },
      { fiscalYear: 2568, divisions: DIVISIONS },
    );
  });

  it('has nine measures in three groups, complete with results and outcomes', () => {
    expect(plan.measures).toHaveLength(9);
    expect(new Set(plan.measures.map(({ content }) => content.theme)).size).toBe(3);
    for (const { content } of plan.measures) {
      expect(content.methods.length).toBeGreaterThan(2);
      expect(content.results.length).toBeGreaterThan(2);
      expect(content.outcomes.length).toBeGreaterThan(0);
      expect(content.period.startsOn).not.toBeNull();
    }
  });

  it('asks exactly one measure of two divisions and one of all', () => {
    const responsible = plan.measures.map(({ content }) => content.responsible);
    expect(responsible.filter(({ divisionIds }) => divisionIds.length === 2)).toEqual([
      { everyDivision: false, divisionIds: ['สำนักปลัด', 'กองคลัง'], text: 'สำนักปลัด / กองคลัง' },
    ]);
    expect(responsible.filter(({ everyDivision }) => everyDivision)).toHaveLength(1);
    expect(responsible.filter(({ divisionIds }) => divisionIds.length === 1)).toHaveLength(7);
  });

  it('gives a person nothing to correct', () => {
    expect(plan.findings.filter(({ severity }) => severity !== 'I')).toEqual([]);
  });

  it('keeps every word of its rows', () => {
    const header = DEMO_PLAN_ROWS.findIndex((row) => row[0] === 'มาตรการ');
    const lost = DEMO_PLAN_ROWS.slice(header + 1).flatMap((row, index) => {
      const measure = plan.measures.find(({ source }) => source.rows.includes(header + 2 + index));
      if (!measure)
        return plan.measures.some(
          ({ source, content }) => missingWord(row[0] ?? '', `${source.themeNumber} ${content.theme}`) === null,
        )
          ? []
          : [row[0]];
      return row.flatMap((cell, at) => {
        const column = plan.layout.columns[at];
        return missingWord(cell, printedColumn(measure, column?.field ?? null, column?.header ?? '')) ?? [];
      });
    });
    expect(lost).toEqual([]);
    expect(plan.otherText).toEqual(DEMO_PLAN_ROWS.slice(0, header).map((row) => row[0]));
  });
});
