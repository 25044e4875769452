import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { DemoCast } from '../app/demo-cast.js';
import { seedDemo } from '../app/demo-organization.js';
import { startEmbeddedPostgres } from '../app/embedded-postgres.js';
import { withUnitOfWork } from '../app/with-database.js';
import { TEMPLATES } from '../config/paths.js';
import type { MeasureContent } from '../core/measure/measure.js';
import { thaiDigits } from '../core/thai/digits.js';
import { prepareDatabase } from '../database/prepare-database.js';
import { printDocument } from '../editions/pdf-printer.js';
import { readPlan } from '../imports/read-plan.js';
import { importMeasures } from '../measures/import-measures.js';
import { compileReport } from '../reports/compile-report.js';
import { reportPreviewData, templateOf } from '../reports/report-data.js';
import type { ReportRow } from '../reports/report.entity.js';
import { quantile } from './quantile.js';

const IMPORTED = 1_000;
const REPORTED = 100;
const ROUNDS = 5;
const IMPORT_YEAR = 2568;
const REPORT_YEAR = 2567;
const CREATED = '2026-01-01T00:00:00Z';
const DEMO_PLAN = join(TEMPLATES, 'demo', 'plan-2568.xlsx');

export interface ReportFigures {
  /** Drafted in one transaction, each with its audit event. */
  readonly importedMeasures: number;
  readonly importMs: number;
  readonly importedPerSecond: number;
  readonly reportedMeasures: number;
  /** Median of five: gathering the measures and storing the draft. */
  readonly compileMs: number;
  /** Median of five: reading the draft's data and printing it with full conformance, in this process. */
  readonly renderMs: number;
  readonly firstRenderMs: number;
  readonly pdfBytes: number;
}

/** 1,000 measures into a database, and a report of 100 measures compiled and printed: embedded PostgreSQL, one agency. */
export async function benchReport(): Promise<ReportFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-report-'));
  const server = await startEmbeddedPostgres({ dataDir: folder });
  try {
    const { appUrl } = await prepareDatabase(server.ownerUrl, { database: 'prongsai' });
    const superuserUrl = new URL('/prongsai', server.ownerUrl).href;
    return await withUnitOfWork(appUrl, async (unitOfWork) =>
      measured(await DemoCast.of(unitOfWork, await seedDemo(unitOfWork, 'bench')), superuserUrl),
    );
  } finally {
    await server.stop();
    await rm(folder, { recursive: true });
  }
}

async function measured(cast: DemoCast, superuserUrl: string): Promise<ReportFigures> {
  const contents = await planOf(IMPORTED);
  const importMs = await milliseconds(() => importAll(cast, IMPORT_YEAR, contents));
  await importAll(cast, REPORT_YEAR, contents.slice(0, REPORTED));
  await complete(superuserUrl, REPORT_YEAR);
  const compileTimes: number[] = [];
  const renderTimes: number[] = [];
  let pdf = new Uint8Array();
  for (let round = 1; round <= ROUNDS; round += 1) {
    let report: ReportRow | undefined;
    compileTimes.push(await milliseconds(async () => void (report = await compile(cast, round))));
    const drafted = report;
    if (drafted) renderTimes.push(await milliseconds(async () => void (pdf = await print(cast, drafted))));
  }
  return {
    importedMeasures: IMPORTED,
    importMs,
    importedPerSecond: Math.round((IMPORTED / importMs) * 1_000),
    reportedMeasures: REPORTED,
    compileMs: Math.round(quantile(compileTimes, 0.5)),
    renderMs: Math.round(quantile(renderTimes, 0.5)),
    firstRenderMs: renderTimes[0] ?? 0,
    pdfBytes: pdf.length,
  };
}

/** Measures as long as those of the demonstration plan, with results as long as their methods, no two alike. */
async function planOf(count: number): Promise<MeasureContent[]> {
  const file = { name: 'demo.xlsx', bytes: await readFile(DEMO_PLAN) };
  const { measures } = await readPlan(file, { fiscalYear: IMPORT_YEAR, divisions: [] });
  return Array.from({ length: count }, (_unused, index) => measures[index % measures.length])
    .flatMap((measure) => (measure ? [measure.content] : []))
    .map((content, index) => ({
      ...content,
      title: `${content.title} ${thaiDigits(index + 1)}`,
      results: content.methods,
      outcomes: content.methods.slice(0, 1),
    }));
}

const importAll = (cast: DemoCast, fiscalYear: number, contents: readonly MeasureContent[]): Promise<unknown> =>
  cast.as('officer', (tx, actor) =>
    importMeasures(tx, {
      organizationId: cast.organizationId,
      actor,
      fiscalYear,
      measures: contents.map((content, index) => ({ contentKey: `bench-${index}`, content })),
    }),
  );

/** As their way through the offices would leave them; that way is measured by the other benchmarks. */
async function complete(superuserUrl: string, fiscalYear: number): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(`update measure set state = 'completed' where fiscal_year = $1`, [fiscalYear]);
  } finally {
    await client.end();
  }
}

const compile = (cast: DemoCast, round: number): Promise<ReportRow> =>
  cast.as('officer', (tx, actor) =>
    compileReport(tx, {
      organizationId: cast.organizationId,
      actor,
      fiscalYear: REPORT_YEAR,
      title: `Report ${round}`,
      gapsAcknowledged: true,
    }),
  );

async function print(cast: DemoCast, report: ReportRow): Promise<Uint8Array<ArrayBuffer>> {
  const data = await cast.look((tx) => reportPreviewData(tx, cast.organizationId, report));
  const order = { template: templateOf(report.kind), language: 'th', data, createdAt: CREATED };
  return Uint8Array.from(await printDocument(order));
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return Math.round(performance.now() - startedAt);
}
