import type { BundleFile } from './bundle-file.js';
import {
  readRecordLine,
  recordFile,
  RECORD_KINDS,
  type BundleRecord,
  type BundleRecords,
  type RecordKind,
} from './bundle-records.js';
import { brokenAt, type BundleBreak } from './bundle-verdict.js';

/** Every record of a bundle, kind by kind. */
export async function readRecords(bundle: BundleFile): Promise<BundleRecords | BundleBreak> {
  const records = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, [] as unknown[]]));
  for (const kind of RECORD_KINDS) {
    const rows = await rowsOf(bundle, kind);
    if ('problem' in rows) return rows;
    records[kind] = [...rows];
  }
  return records as unknown as BundleRecords; // every kind was read by its own keys
}

async function rowsOf<Kind extends RecordKind>(
  bundle: BundleFile,
  kind: Kind,
): Promise<readonly BundleRecord<Kind>[] | BundleBreak> {
  const rows: BundleRecord<Kind>[] = [];
  for await (const line of bundle.lines(recordFile(kind))) {
    const row = readRecordLine(kind, line);
    if (!row) return brokenAt(recordFile(kind), rows.length + 1, 'record-malformed');
    rows.push(row);
  }
  return rows;
}
