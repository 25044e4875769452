import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../../src/core/proofreading/finding.js';
import { parseDocument } from '../../../src/core/proofreading/parse-document.js';
import { proofread } from '../../../src/core/proofreading/proofread.js';
import { CONTROLS, SEED_CASES, type SeedCase } from './seed-cases.js';

const FOLDER = join(import.meta.dirname, '../../../../shared/seeds');
const onSeeds = existsSync(FOLDER) ? describe : describe.skip;

onSeeds('the real reports of five agencies', () => {
  const texts = new Map(
    existsSync(FOLDER)
      ? readdirSync(FOLDER).map((name) => [name.slice(0, 3), readFileSync(join(FOLDER, name), 'utf8')])
      : [],
  );
  const findings = new Map([...texts].map(([seed, text]) => [seed, proofread(parseDocument(text))]));
  const outcome = SEED_CASES.map((seedCase) => ({ seedCase, isFound: isFound(seedCase) }));

  it('show their worked faults', () => {
    const missed = outcome.filter(({ isFound }) => !isFound).map(({ seedCase }) => seedCase.id);
    const report = outcome.map(
      ({ seedCase, isFound }) =>
        `${seedCase.id} ${seedCase.severity}${seedCase.isScan ? ' scan' : ''} ${isFound ? 'found' : 'MISSED'}`,
    );
    process.stdout.write(`${[...report, `missed: ${missed.join(', ') || 'none'}`].join('\n')}\n`);

    expect(share(({ severity, isScan }) => severity === 'E' && !isScan)).toBeGreaterThanOrEqual(0.95);
    expect(share(({ severity, isScan }) => severity === 'W' && !isScan)).toBeGreaterThanOrEqual(0.85);
    expect(share(({ isScan }) => isScan)).toBeGreaterThanOrEqual(0.5);
  });

  it.each(SEED_CASES.map(({ id, quote }) => [id, quote] as const))('hold the quote of case %s', (id, quote) => {
    expect(texts.get(id.slice(0, 3))).toContain(quote);
  });

  it.each(CONTROLS.map((control) => [control.seed, control.quote, control.rules] as const))(
    '%s is right where it says %s',
    (seed, quote, rules) => {
      const start = texts.get(seed)?.indexOf(quote) ?? -1;
      expect(start).toBeGreaterThanOrEqual(0);
      const flagged = overlapping(findings.get(seed) ?? [], start, start + quote.length).filter(({ rule }) =>
        rules.test(rule),
      );
      expect(flagged.map(({ rule, quote: written }) => `${rule} ${written}`)).toEqual([]);
    },
  );

  function isFound({ id, quote, rules }: SeedCase): boolean {
    const seed = id.slice(0, 3);
    const text = texts.get(seed) ?? '';
    for (let start = text.indexOf(quote); start >= 0; start = text.indexOf(quote, start + 1)) {
      if (overlapping(findings.get(seed) ?? [], start, start + quote.length).some(({ rule }) => rules.includes(rule)))
        return true;
    }
    return false;
  }

  function share(counts: (seedCase: SeedCase) => boolean): number {
    const counted = outcome.filter(({ seedCase }) => counts(seedCase));
    return counted.filter(({ isFound }) => isFound).length / counted.length;
  }
});

function overlapping(findings: readonly Finding[], start: number, end: number): Finding[] {
  return findings.filter((finding) => finding.start < end && finding.end > start);
}
