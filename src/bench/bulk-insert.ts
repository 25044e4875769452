import type { Client } from 'pg';

/** Rows by column name, as the table has them; columns that are left out get their defaults. */
export type BulkRows = readonly Readonly<Record<string, unknown>>[];

const AT_ONCE = 2_000;

/** Writes rows past the product, as superuser: for histories that nobody could wait for. */
export async function bulkInsert(client: Client, table: string, rows: BulkRows): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
    .map((name) => client.escapeIdentifier(name))
    .join(', ');
  for (let first = 0; first < rows.length; first += AT_ONCE) {
    await client.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows.slice(first, first + AT_ONCE))],
    );
  }
}
