import { typeset } from '../typesetting/typeset.js';
import { benchAnnouncement, benchReport, toDefinition, type BenchDocument } from './typesetting-documents.js';
import { chromiumPeer, typstPeer, type Peer } from './typesetting-peers.js';

const CREATED = '2026-01-01T00:00:00Z';
const REPORTS = 24;
const ANNOUNCEMENTS = 40;
const WARM_UP = 6;
/** Rows of a report that come to about so many pages. */
const LONG = [
  { pages: 50, rows: 170 },
  { pages: 200, rows: 680 },
  { pages: 500, rows: 1_700 },
] as const;
const UNBROKEN_LETTERS = 20_000;

interface Timing {
  readonly medianMs: number;
  readonly fastestMs: number;
  readonly pages: number;
  readonly bytes: number;
}

/**
 * Our engine, conformance on, side by side with Typst (cache evicted between documents) and Chromium (one warm page),
 * where they are found. Documents are distinct and each engine takes its turn on every one of them, so that a busy
 * moment of the machine falls on all. Times are wall-clock milliseconds.
 */
export async function benchTypesetting(): Promise<Record<string, unknown>> {
  const peers = [oursPeer(), await typstPeer(), await chromiumPeer()].filter((peer): peer is Peer => peer !== null);
  try {
    const reports = await compare(peers, REPORTS, (seed) => benchReport(seed, 12 + (seed % 4) * 2));
    const announcements = await compare(peers, ANNOUNCEMENTS, benchAnnouncement);
    return {
      reports: withRatios(reports),
      announcements: withRatios(announcements),
      long: await longDocuments(peers),
      unbroken: await unbrokenRuns(),
    };
  } finally {
    for (const peer of peers) await peer.close();
  }
}

function oursPeer(): Peer {
  return { name: 'prongsai', print: printOurs, close: () => Promise.resolve() };
}

function printOurs(document: BenchDocument): Promise<Uint8Array> {
  return typeset(toDefinition(document), { title: document.title, language: 'th', createdAt: CREATED });
}

async function compare(
  peers: readonly Peer[],
  count: number,
  make: (seed: number) => BenchDocument,
): Promise<Map<string, Timing>> {
  const times = new Map(peers.map((peer) => [peer.name, [] as number[]]));
  const last = new Map<string, Uint8Array>();
  for (let seed = 1; seed <= WARM_UP + count; seed++) {
    for (const peer of peers) {
      const document = make(seed);
      const start = performance.now();
      last.set(peer.name, await peer.print(document));
      if (seed > WARM_UP) times.get(peer.name)?.push(performance.now() - start);
    }
  }
  return new Map(peers.map(({ name }) => [name, timing(times.get(name) ?? [], last.get(name) ?? new Uint8Array())]));
}

function timing(times: readonly number[], last: Uint8Array): Timing {
  const sorted = times.toSorted((a, b) => a - b);
  return {
    medianMs: rounded(sorted[sorted.length >> 1] ?? 0),
    fastestMs: rounded(sorted[0] ?? 0),
    pages: pageCount(last),
    bytes: last.length,
  };
}

/** How many times as long each peer takes, by medians. */
function withRatios(timings: ReadonlyMap<string, Timing>): Record<string, unknown> {
  const ours = timings.get('prongsai')?.medianMs ?? 0;
  const ratios = [...timings]
    .filter(([name]) => name !== 'prongsai')
    .map(([name, { medianMs }]) => [`${name}TimesOurs`, rounded(medianMs / ours)] as const);
  return { ...Object.fromEntries(timings), ...Object.fromEntries(ratios) };
}

async function longDocuments(peers: readonly Peer[]): Promise<Record<string, unknown>[]> {
  const results: Record<string, unknown>[] = [];
  for (const { pages, rows } of LONG) {
    const document = benchReport(pages, rows);
    const result: Record<string, unknown> = { asked: pages };
    for (const peer of peers) {
      const start = performance.now();
      const watch = watchMemory();
      const pdf = await peer.print(document).catch(() => null);
      const peakMb = watch();
      result[peer.name] = pdf
        ? { ms: Math.round(performance.now() - start), pages: pageCount(pdf), bytes: pdf.length, processPeakMb: peakMb }
        : 'failed';
    }
    results.push(result);
  }
  return results;
}

/** Highest resident memory of this process seen so far, in megabytes; a peer in its own process is not in it. */
function watchMemory(): () => number {
  globalThis.gc?.();
  return () => Math.round(process.memoryUsage().rss / 1e6);
}

async function unbrokenRuns(): Promise<Record<string, number>> {
  const results: Record<string, number> = {};
  const runs = { thaiLetter: 'ก', thaiWords: 'ความโปร่งใสของหน่วยงาน', latin: 'A' };
  for (const [name, text] of Object.entries(runs)) {
    const run = text.repeat(Math.ceil(UNBROKEN_LETTERS / text.length)).slice(0, UNBROKEN_LETTERS);
    const start = performance.now();
    await typeset({ content: run }, { title: name, language: 'th', createdAt: CREATED });
    results[`${name}Ms`] = Math.round(performance.now() - start);
  }
  return { letters: UNBROKEN_LETTERS, ...results };
}

function pageCount(pdf: Uint8Array): number {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const counts = [...text.matchAll(/\/Type\s*\/Pages[^>]*?\/Count (\d+)|\/Count (\d+)[^>]*?\/Type\s*\/Pages/g)];
  const named = Math.max(0, ...counts.map((match) => Number(match[1] ?? match[2])));
  return named > 0 ? named : (text.match(/\/Type\s*\/Page[^s]/g)?.length ?? 0);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
