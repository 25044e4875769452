import { setTimeout as pause } from 'node:timers/promises';
import type { TestAgency } from '../support/agency.js';
import type { TestRedis } from '../support/redis.js';
import type { Seat } from './seat.js';
import type { Mood, Witness } from './witness.js';

/** What may be harmed. */
export interface Victims {
  readonly agency: TestAgency;
  readonly web: Seat;
  readonly workers: readonly Seat[];
  readonly site: Witness;
  readonly redis: TestRedis | null;
}

export type Draw = () => number;

/** The same seed gives the same numbers in [0, 1), everywhere. */
export function drawsFrom(seed: number): Draw {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const MOODS: readonly Mood[] = ['away', 'truncates', 'lies', 'drops-replies', 'busy'];

/** Every connection of the application to its database, whatever it is doing. */
const CUT = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and usename = 'prongsai_app'`;

export class Faults {
  readonly done: Record<string, number> = {};
  /** Processes of the application that were killed; those that died of themselves at a fault point come on top. */
  kills = 0;

  constructor(
    private readonly victims: Victims,
    private readonly draw: Draw,
  ) {}

  /** One fault, chosen by lot. */
  async strike(): Promise<void> {
    const { redis } = this.victims;
    const lot = this.draw();
    if (lot < 0.35) return this.count('worker killed', () => this.kill(this.someWorker()));
    if (lot < 0.4) return this.count('all workers killed', () => this.awake().forEach((seat) => this.kill(seat)));
    if (lot < 0.55) return this.count('web killed', () => this.kill(this.victims.web));
    if (lot < 0.62) return this.count('connections cut', () => this.victims.agency.database.look(CUT));
    if (lot < 0.77) return this.count('network misbehaved', () => this.misbehave());
    if (redis && lot < 0.9) return this.count('queue emptied', () => redis.flush());
    if (redis) return this.count('queue killed', () => redis.kill().then(() => redis.up()));
    return this.count('worker killed', () => this.kill(this.someWorker()));
  }

  /** Everything starts anew and sure-footed, a sleeper when it has woken; the network is honest from now on. */
  async calm(): Promise<void> {
    const { web, workers, site } = this.victims;
    site.mood = 'honest';
    site.delay = () => 0;
    await Promise.all([web, ...workers].map((seat) => restartAwake(seat)));
    this.done['worker frozen'] = workers.reduce((sum, { freezes }) => sum + freezes, 0);
    this.done['processes ended'] = [web, ...workers].reduce((sum, { starts }) => sum + starts - 1, 0);
  }

  private kill(seat: Seat | undefined): void {
    if (seat?.kill()) this.kills += 1;
  }

  private someWorker(): Seat | undefined {
    const awake = this.awake();
    return awake[Math.floor(this.draw() * awake.length)];
  }

  /** Who sleeps is left asleep: its late waking is the point. */
  private awake(): Seat[] {
    return this.victims.workers.filter(({ isFrozen }) => !isFrozen);
  }

  private misbehave(): void {
    const { site } = this.victims;
    site.mood = MOODS[Math.floor(this.draw() * MOODS.length)] ?? 'away';
    void pause(1_500).then(() => (site.mood = 'honest'));
  }

  private async count(name: string, fault: () => unknown): Promise<void> {
    this.done[name] = (this.done[name] ?? 0) + 1;
    await fault();
  }
}

async function restartAwake(seat: Seat): Promise<void> {
  while (seat.isFrozen) await pause(100);
  seat.restart();
}
