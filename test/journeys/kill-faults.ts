import { setTimeout as pause } from 'node:timers/promises';
import type { HostileSite, Mood } from '../publishing/hostile-site.js';
import type { TestRedis } from '../support/redis.js';
import type { Seat } from './seat.js';

/** What may be harmed. */
export interface Victims {
  readonly workers: readonly Seat[];
  readonly site: HostileSite;
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

/** Longer than a lease and the time after which work is sent again. */
const FREEZE_MS = 33_000;
const MOODS: readonly Mood[] = ['away', 'truncates', 'lies', 'drops-replies', 'busy', 'stale-page'];

export class Faults {
  readonly done: Record<string, number> = {};
  private frozen: Seat | null = null;
  private thawed: Promise<void> = Promise.resolve();

  constructor(
    private readonly victims: Victims,
    private readonly draw: Draw,
  ) {}

  /** One fault, chosen by lot. */
  async strike(): Promise<void> {
    const { redis } = this.victims;
    const lot = this.draw();
    if (lot < 0.5) return this.count('worker killed', () => this.someWorker().kill());
    if (lot < 0.62) return this.count('all workers killed', () => this.awake().forEach((seat) => seat.kill()));
    if (lot < 0.8) return this.count('site misbehaved', () => this.misbehave());
    if (redis && lot < 0.9) return this.count('queue emptied', () => redis.flush());
    if (redis) return this.count('queue killed', () => redis.kill().then(() => redis.up()));
    return this.count('worker killed', () => this.someWorker().kill());
  }

  /** Puts the first worker to sleep until its work was given to others. */
  freezeOne(): void {
    const [seat] = this.victims.workers;
    if (!seat) return;
    void this.count('worker frozen', () => seat.freeze());
    this.frozen = seat;
    this.thawed = pause(FREEZE_MS).then(() => {
      seat.thaw();
      this.frozen = null;
    });
  }

  /** Resolves when nothing is frozen any more and the site is honest. */
  async calm(): Promise<void> {
    await this.thawed;
    this.victims.site.mood = 'honest';
    this.victims.site.delay = () => 0;
  }

  private someWorker(): Seat {
    const awake = this.awake();
    const seat = awake[Math.floor(this.draw() * awake.length)];
    if (!seat) throw new Error('there is no worker');
    return seat;
  }

  /** Who sleeps is left asleep: its late waking is the point. */
  private awake(): Seat[] {
    return this.victims.workers.filter((seat) => seat !== this.frozen);
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
