import type { ClientBase } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { faultPoint } from './fault-point.js';
import type { OrganizationId } from './tenant.js';

declare const open: unique symbol;
/** An EntityManager known to be inside a transaction of one tenant. Only UnitOfWork can make one. */
export type Tx = EntityManager & { readonly [open]: true };

const RETRIES = 3;
const SERIALIZATION_FAILURE = new Set(['40001', '40P01']);

/** The only way to write. Everything inside is committed together or not at all. */
export class UnitOfWork {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs the work as one tenant, and once more (at most three times) when PostgreSQL asks for it.
   * No I/O besides SQL belongs inside.
   * @throws whatever the work throws, after rolling back; Error when the server did not confirm the commit
   */
  async inTenant<T>(organizationId: OrganizationId, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(organizationId, work);
      } catch (error) {
        if (attempt === RETRIES || !SERIALIZATION_FAILURE.has(sqlState(error))) throw error;
      }
    }
  }

  /** Reads that belong to no tenant: the directory and the dispatcher's function. Row-level security hides the rest. */
  async withoutTenant<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return work(this.dataSource.manager);
  }

  private async once<T>(organizationId: OrganizationId, work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      await runner.query(`select set_config('app.tenant', $1, true)`, [organizationId]);
      const result = await work(runner.manager as Tx);
      faultPoint('commit.before');
      await commit(runner);
      faultPoint('commit.after');
      return result;
    } catch (error) {
      await rollback(runner);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

/**
 * A transaction that swallowed an error answers COMMIT with the tag ROLLBACK and no error:
 * the tag is the only witness, and TypeORM does not look at it.
 */
async function commit(runner: QueryRunner): Promise<void> {
  const client = (await runner.connect()) as ClientBase; // TypeORM types the driver's connection as any
  const { command } = await client.query('COMMIT');
  Object.assign(runner, { isTransactionActive: false, transactionDepth: 0 });
  if (command !== 'COMMIT') throw new Error(`the transaction was not committed: the server answered ${command}`);
}

async function rollback(runner: QueryRunner): Promise<void> {
  if (!runner.isTransactionActive) return;
  await runner.rollbackTransaction().catch(() => undefined); // a lost connection has rolled back already
}

function sqlState(error: unknown): string {
  const { code, driverError } = error as { code?: string; driverError?: { code?: string } };
  return driverError?.code ?? code ?? '';
}
