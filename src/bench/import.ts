import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TEMPLATES } from '../config/paths.js';
import type { MeasureContent } from '../core/measure/measure.js';
import { thaiDigits } from '../core/thai/digits.js';
import { readPlan } from '../imports/read-plan.js';
import { writePlanXlsx } from '../imports/write-plan.js';

const MEASURES = 1_000;
const FISCAL_YEAR = 2568;
const DEMO_PLAN = join(TEMPLATES, 'demo', 'plan-2568.xlsx');

export interface ImportFigures {
  readonly measures: number;
  readonly fileBytes: number;
  readonly findings: number;
  /** Wall-clock milliseconds to write the file and to read it. */
  readonly writeMs: number;
  readonly readMs: number;
  readonly measuresPerSecond: number;
}

/**
 * Reads a workbook of 1,000 measures as long as those of the demonstration plan.
 * @param demoPlan the workbook they are copied from
 */
export async function benchImport(demoPlan: Uint8Array = readFileSync(DEMO_PLAN)): Promise<ImportFigures> {
  const context = { fiscalYear: FISCAL_YEAR, divisions: [] };
  const contents = (await readPlan({ name: 'demo.xlsx', bytes: demoPlan }, context)).measures.map(
    ({ content }) => content,
  );
  const startedAt = performance.now();
  const bytes = await writePlanXlsx(repeated(contents), context);
  const writtenAt = performance.now();
  const plan = await readPlan({ name: 'bench.xlsx', bytes }, context);
  const readMs = performance.now() - writtenAt;
  return {
    measures: plan.measures.length,
    fileBytes: bytes.length,
    findings: plan.findings.length,
    writeMs: Math.round(writtenAt - startedAt),
    readMs: Math.round(readMs),
    measuresPerSecond: Math.round((plan.measures.length / readMs) * 1000),
  };
}

function repeated(contents: readonly MeasureContent[]): MeasureContent[] {
  return Array.from({ length: MEASURES }, (_unused, index) => contents[index % contents.length])
    .filter((content) => content !== undefined)
    .map((content, index) => ({ ...content, title: `${content.title} ${thaiDigits(index + 1)}` }));
}
