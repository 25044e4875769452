import { Client } from 'pg';
import { readPlan } from '../../src/imports/read-plan.js';
import type { TestAgency } from '../support/agency.js';
import { longPlan } from './import-bench.js';

/** Another transaction that is about to store a measure of `longPlan(300)`: whoever brings it too has to wait. */
export class Gate {
  private constructor(private client: Client | null) {}

  static async closedBefore(agency: TestAgency, measure: number, fiscalYear = 2568): Promise<Gate> {
    const divisions = [...agency.divisions].map(([name, id]) => ({ id, name }));
    const { measures } = await readPlan({ name: 'แผน.csv', bytes: longPlan(300) }, { fiscalYear, divisions });
    const client = new Client({ connectionString: agency.database.superuserUrl });
    await client.connect();
    await client.query('begin');
    await client.query(
      `insert into measure (organization_id, id, fiscal_year, title, position, import_key, state, version, round, content, content_hash, created_by)
       values ($1, gen_random_uuid(), $4, 'x', 1, $2, 'draft', 1, 0, '{}', 'x', $3)`,
      [agency.organizationId, measures[measure - 1]?.contentKey, agency.personId('officer'), fiscalYear],
    );
    return new Gate(client);
  }

  async open(): Promise<void> {
    await this.client?.query('rollback');
    await this.client?.end();
    this.client = null;
  }
}
