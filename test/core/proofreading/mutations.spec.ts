import { parseDocument } from '../../../src/core/proofreading/parse-document.js';
import { proofread } from '../../../src/core/proofreading/proofread.js';
import { CLEAN_DOCUMENTS } from './clean-documents.js';
import { ERROR_PLANTS } from './error-plants.js';
import type { Plant, Planted } from './planting.js';
import { Chance } from './random.js';
import { WARNING_PLANTS } from './warning-plants.js';

const SEED = Number(process.env.PROOFREADING_SEED ?? Date.now() % 1_000_000);
const TRIALS = 6;

describe('a fault planted into a clean document', () => {
  const report = [`seed ${SEED}`];
  afterAll(() => process.stdout.write(`${report.join('\n')}\n`));

  it.each(Object.entries(ERROR_PLANTS))('is found: %s', (name, { rules, plant }) => {
    expect(detection(report, name, rules, plant)).toBeGreaterThanOrEqual(0.95);
  });

  it.each(Object.entries(WARNING_PLANTS))('is mostly found: %s', (name, { rules, plant }) => {
    expect(detection(report, name, rules, plant)).toBeGreaterThanOrEqual(0.85);
  });
});

function detection(report: string[], name: string, rules: readonly string[], plant: Plant): number {
  const chance = new Chance(SEED);
  const missed: string[] = [];
  let planted = 0;
  for (const { name: document, text } of CLEAN_DOCUMENTS) {
    for (let trial = 0; trial < TRIALS; trial += 1) {
      const fault = plant(text, chance);
      if (!fault) continue;
      planted += 1;
      if (!isFound(fault, rules))
        missed.push(`  missed in ${document}: ${fault.text.slice(fault.start, fault.end + 30)}`);
    }
  }
  report.push(`${name}: ${planted - missed.length} of ${planted} found`, ...missed);
  expect(planted).toBeGreaterThan(0);
  return 1 - missed.length / planted;
}

function isFound({ text, start, end }: Planted, rules: readonly string[]): boolean {
  const findings = proofread(parseDocument(text));
  return findings.some((finding) => rules.includes(finding.rule) && finding.start <= end && finding.end >= start);
}
