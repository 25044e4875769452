import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DemoCast } from '../../src/app/demo-cast.js';
import { carryMeasures, importPlan } from '../../src/app/demo-measures.js';
import { saveAssessment } from '../../src/assessments/save-assessment.js';
import { ROOT } from '../../src/config/paths.js';
import { INDICATORS } from '../../src/core/ita/indicators.js';
import { reportLayoutFromPlan } from '../../src/core/report/layout-from-plan.js';
import { printedDigits } from '../../src/core/thai/digits.js';
import { printDocument } from '../../src/editions/pdf-printer.js';
import type { ImportedPlan, PlanFile } from '../../src/imports/imported-plan.js';
import { readPlan } from '../../src/imports/read-plan.js';
import { buildDocument } from '../../templates/documents/registry.js';
import { anAssessment } from '../assessments/an-assessment.js';
import { ReportDesk } from '../reports/report-desk.js';
import { testAgency } from '../support/agency.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { docxOf, OWN_PLANS, xlsxOf, type PublishedPlan } from './own-plans.js';
import { lettersOf, readPdf, type PdfPage } from './read-pdf.js';
import { columnLetters } from './table-columns.js';

/** Reports that agencies published; they lie beside the repository on some machines only. */
const CASES = join(ROOT, '..', 'shared', 'cases');
const published = ['seed-000', 'seed-001', 'seed-002', 'seed-003', 'seed-004'].filter((name) =>
  existsSync(join(CASES, `${name}.json`)),
);
const KINDS = ['xlsx', 'docx'] as const;
type Kind = (typeof KINDS)[number];

let database: TestDatabase;
let agencies = 0;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

describe.each(Object.entries(OWN_PLANS))('our own %s', (_name, source) => {
  it('reads the same from a spreadsheet and from Word', async () => {
    const [sheet, word] = await Promise.all(
      KINDS.map(async (kind) =>
        readPlan(await ownFile(source, kind), { fiscalYear: source.fiscalYear, divisions: [] }),
      ),
    );
    expect(word?.measures.map(({ content }) => content)).toEqual(sheet?.measures.map(({ content }) => content));
  });

  it('is imported, signed off, compiled and printed with every word and number in its column and order', async () => {
    await expectWholePrint(source, await ownFile(source, 'xlsx'));
  });
});

const describePublished =
  published.length > 0 ? describe.each(published) : describe.skip.each(['the published plans are not on this machine']);

describePublished('the published report %s', (name) => {
  it.each(KINDS)('is imported from its %s, signed off, compiled and printed word for word', async (kind) => {
    const source = JSON.parse(readFileSync(join(CASES, `${name}.json`), 'utf8')) as PublishedPlan; // own test data
    await expectWholePrint(source, { name: `${name}.${kind}`, bytes: readFileSync(join(CASES, `${name}.${kind}`)) });
  });
});

async function ownFile(source: PublishedPlan, kind: Kind): Promise<PlanFile> {
  return { name: `plan.${kind}`, bytes: kind === 'xlsx' ? xlsxOf(source) : await docxOf(source) };
}

/** From the file to the signed edition: all deeds are those of the use cases, on PostgreSQL. */
async function expectWholePrint(source: PublishedPlan, file: PlanFile): Promise<void> {
  const { plan, template, snapshot } = await signedEdition(file);
  const pages = await readPdf(
    await printDocument({ template, language: 'th', data: snapshot, createdAt: '2025-10-10T00:00:00+07:00' }),
  );
  const document = buildDocument(template, snapshot, 'th');
  const printed = columnLetters(document, pages, source.columns);
  const isAnalysis = !source.columns.some((header) => header.startsWith('ระยะเวลา'));
  expect(template).toContain(isAnalysis ? 'ita-analysis' : 'implementation-report');

  const isCorrected = (row: number, column: number): boolean =>
    plan.layout.columns[column]?.field === 'period' && outsideYear(plan, row);
  source.columns.forEach((_header, column) => {
    const rows = source.rows.flatMap((row, index) => (isHeading(row) || isCorrected(index + 2, column) ? [] : [row]));
    const words = rows.flatMap((row) => wordsOf(row[column] ?? ''));
    expect([column, missingInOrder(words, printed[column] ?? '')]).toEqual([column, []]);
  });
  const all = pages.map(({ letters }) => letters).join('');
  for (const row of source.rows.filter(isHeading)) expect(all).toContain(lettersOf(row[0] ?? '').replace('(ต่อ)', ''));
  expectNumbers(plan, printed, all);
  expect(outsideOf(pages)).toEqual([]);
}

interface Signed {
  readonly plan: ImportedPlan;
  readonly template: string;
  readonly snapshot: object;
}

async function signedEdition(file: PlanFile): Promise<Signed> {
  const agency = await testAgency(`plan-${++agencies}`, database);
  const cast = await DemoCast.of(agency.unitOfWork, agency.organizationId);
  const { plan, measures } = await importPlan(cast, file, () => undefined);
  await carryMeasures(cast, measures, () => undefined);
  const desk = new ReportDesk(agency);
  const { fiscalYear, layout } = plan;
  const isAnalysis = !layout.columns.some(({ field }) => field === 'results');
  if (isAnalysis) await recordAssessment(agency, fiscalYear - 1);
  const report = isAnalysis
    ? await desk.compile({ kind: 'ita-analysis', fiscalYear: fiscalYear - 1, gapsAcknowledged: true })
    : await desk.compile({ fiscalYear, layout: reportLayoutFromPlan(layout.columns, layout.grouping) });
  const edition = await desk.signed(report);
  await agency.source.destroy();
  if (!edition) throw new Error('a signed report has an edition');
  return { plan, ...edition };
}

/** The analysis of a year's result proposes the measures of the next. */
const recordAssessment = (agency: Awaited<ReturnType<typeof testAgency>>, fiscalYear: number): Promise<unknown> =>
  agency.as('officer', (tx, actor) =>
    saveAssessment(tx, {
      organizationId: agency.organizationId,
      actor,
      seenVersion: null,
      assessment: anAssessment({ fiscalYear }),
    }),
  );

/** The officer has to correct these before they can be submitted, so other words are printed. */
const outsideYear = ({ findings, measures }: ImportedPlan, row: number): boolean =>
  findings.some(({ code, place }) => code === 'import.wrong-year' && place.row === row) ||
  measures.some(({ content, source }) => source.rows.includes(row) && content.period.text === '');

/** Numbers are printed anew by place: what the file gave is printed, or the import says what becomes of it. */
function expectNumbers({ measures, findings }: ImportedPlan, printed: readonly string[], all: string): void {
  let from = 0;
  for (const { content, source } of measures) {
    if (source.number === null) continue;
    const isSaid = findings.some(
      ({ code, place }) => /^import\.number-(dropped|replaced)$/.test(code) && place.row === source.rows[0],
    );
    if (isSaid) continue;
    const beginning = lettersOf(content.title).slice(0, 12);
    const inTitle = all.includes(`${source.number}.${beginning}`) || all.includes(`${source.number}${beginning}`);
    const at = (printed[0] ?? '').indexOf(source.number, from);
    expect([source.number, inTitle || at >= 0]).toEqual([source.number, true]);
    if (!inTitle) from = at + source.number.length;
  }
}

const outsideOf = (pages: readonly PdfPage[]): unknown[] =>
  pages.flatMap(({ width, height, items }) =>
    items.filter(({ x, y, width: w }) => x < 28 || x + w > width - 28 || y < 28 || y > height - 28),
  );

const isHeading = (row: readonly string[]): boolean => row.slice(1).every((cell) => cell === '');

/**
 * The words of a source cell without the marks and numbers of lists, which are printed anew (numbers of measures are looked at by
 * themselves); a title that is only carried over to the next page counts once; an indicator is printed by its present name.
 */
function wordsOf(cell: string): string[] {
  if (cell.trim().endsWith('(ต่อ)')) return [];
  return printedDigits(withPresentNames(cell), 'thai')
    .split(/\s+/)
    .map((word) => word.replace(/^(-|[๐-๙0-9]+\.([๐-๙0-9]+)?(?=\D|$))+/, ''))
    .filter((word) => word !== '' && !/^[๐-๙0-9]+[.)]?$/.test(word));
}

function withPresentNames(cell: string): string {
  if (!cell.startsWith('ตัวชี้วัดที่')) return cell;
  return INDICATORS.reduce(
    (text, { name, formerNames }) => formerNames.reduce((renamed, former) => renamed.replace(former, name), text),
    cell,
  );
}

/** Words that are not found after the word before them. */
function missingInOrder(words: readonly string[], letters: string): string[] {
  let from = 0;
  return words.filter((word) => {
    const at = letters.indexOf(word, from);
    if (at >= 0) from = at + word.length;
    return at < 0;
  });
}
