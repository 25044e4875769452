import { availableParallelism, cpus, totalmem } from 'node:os';

/** Each measures one part of the product and returns figures with their units in the names. */
const BENCHMARKS: Readonly<Record<string, () => Promise<unknown>>> = {
  work: async () => (await import('./work.js')).benchWork(),
  desk: async () => (await import('./desk.js')).benchDesk(),
  typesetting: async () => (await import('./typesetting.js')).benchTypesetting(),
  proofreading: async () => (await import('./proofreading.js')).benchProofreading(),
  import: async () => (await import('./import.js')).benchImport(),
  report: async () => (await import('./report.js')).benchReport(),
  sealing: async () => (await import('./sealing.js')).benchSealing(await aReport()),
  audit: async () => (await import('./audit.js')).benchAudit(),
};

/**
 * `prongsai bench [name …]`: all benchmarks or the named ones. One JSON document on standard output, progress on the other.
 * @returns the exit code: 0 done, 2 no such benchmark
 */
export async function benchCommand(args: string[]): Promise<number> {
  const names = args.length > 0 ? args : Object.keys(BENCHMARKS);
  if (names.some((name) => !(name in BENCHMARKS))) {
    process.stderr.write(`prongsai bench [${Object.keys(BENCHMARKS).join('|')} …]\n`);
    return 2;
  }
  const results: Record<string, unknown> = {};
  for (const name of names) {
    process.stderr.write(`${name} …\n`);
    const startedAt = performance.now();
    results[name] = await BENCHMARKS[name]?.();
    process.stderr.write(`${name}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`);
  }
  process.stdout.write(`${JSON.stringify({ machine: machine(), results }, null, 2)}\n`);
  return 0;
}

/** A figure means nothing without the machine it was measured on. */
const machine = (): Record<string, unknown> => ({
  node: process.version,
  processors: availableParallelism(),
  processor: cpus()[0]?.model ?? 'unknown',
  memoryGigabytes: Math.round(totalmem() / 2 ** 30),
});

async function aReport(): Promise<Uint8Array> {
  const { typeset } = await import('../typesetting/typeset.js');
  const { benchReport, toDefinition } = await import('./typesetting-documents.js');
  const report = benchReport(1, 40);
  return typeset(toDefinition(report), { title: report.title, language: 'th', createdAt: '2025-10-31T00:00:00+07:00' });
}
