import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '../core/errors.js';

const QUARTER_HOUR_S = 900;

interface Attempt {
  readonly organizationId: string;
  readonly userName: string;
  readonly clientAddress: string;
}

/**
 * Ten wrong passwords for an account, or a hundred from an address, close that door for a quarter of an hour.
 * Counted in the database, so that several web processes count together; an office shares one address, hence the hundred.
 */
export class SignInLimits {
  private readonly ofAccount: RateLimiterPostgres;
  private readonly ofAddress: RateLimiterPostgres;

  constructor(pool: Pool) {
    const shared = {
      storeClient: pool,
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      duration: QUARTER_HOUR_S,
    };
    this.ofAccount = new RateLimiterPostgres({ ...shared, keyPrefix: 'account', points: 10 });
    this.ofAddress = new RateLimiterPostgres({ ...shared, keyPrefix: 'address', points: 100 });
  }

  /** Runs a sign-in; only failed ones count. @throws DomainError sign-in.too-many-attempts */
  async guarding<T>(attempt: Attempt, signIn: () => Promise<T>): Promise<T> {
    const account = `${attempt.organizationId}/${attempt.userName.trim().toLowerCase()}`.slice(0, 200);
    await this.take(this.ofAccount, account);
    await this.take(this.ofAddress, attempt.clientAddress);
    const result = await signIn();
    await this.ofAccount.delete(account);
    await this.ofAddress.reward(attempt.clientAddress, 1);
    return result;
  }

  private async take(limiter: RateLimiterPostgres, key: string): Promise<void> {
    try {
      await limiter.consume(key, 1);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const minutes = Math.max(1, Math.ceil(error.msBeforeNext / 60_000));
      throw new DomainError('sign-in.too-many-attempts', { minutes });
    }
  }
}
