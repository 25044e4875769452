import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

const MINUTE_S = 60;
const REQUESTS = 120;

/** 120 requests a minute from one address; counted in the database, over all web processes. */
export class WitnessLimits {
  private readonly ofAddress: RateLimiterPostgres;

  constructor(pool: Pool) {
    this.ofAddress = new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      keyPrefix: 'witness',
      points: REQUESTS,
      duration: MINUTE_S,
    });
  }

  /** @returns false when there were too many */
  async begin(clientAddress: string): Promise<boolean> {
    try {
      await this.ofAddress.consume(clientAddress, 1);
      return true;
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      return false;
    }
  }
}
