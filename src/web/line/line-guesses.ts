import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

const HOUR_S = 3_600;
const WRONG_CODES = 5;

/** Five wrong codes close the door to a LINE user for an hour; counted in the database, over all web processes. */
export class LineGuesses {
  private readonly ofLineUser: RateLimiterPostgres;

  constructor(pool: Pool) {
    this.ofLineUser = new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      keyPrefix: 'line',
      points: WRONG_CODES,
      duration: HOUR_S,
    });
  }

  /** Counts a try before it is made, so that tries at the same moment count too. @returns false when there were too many */
  async begin(lineUserId: string): Promise<boolean> {
    try {
      await this.ofLineUser.consume(keyOf(lineUserId), 1);
      return true;
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      return false;
    }
  }

  /** The try was no wrong code. */
  async forgive(lineUserId: string): Promise<void> {
    await this.ofLineUser.reward(keyOf(lineUserId), 1);
  }
}

/** The table of limits is no place for names. */
const keyOf = (lineUserId: string): string => createHash('sha256').update(lineUserId).digest('base64url');
