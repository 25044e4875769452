import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Safeguard } from '../../src/database/sabotage.js';
import { retryWork } from '../../src/outbox/retry-work.js';
import { Acknowledgements } from './acknowledgements.js';
import { unfinished, violationsAfterCalm, violationsNow } from './kill-checks.js';
import { drawsFrom, Faults } from './kill-faults.js';
import { openRig, type KillRig } from './kill-rig.js';
import { signDocuments } from './signing-clients.js';

export interface KillPlan {
  readonly documents: number;
  readonly faults: number;
  /** How long the storm lasts. */
  readonly seconds: number;
  readonly seed: number;
}

export interface KillReport {
  readonly violations: readonly string[];
  readonly acknowledged: number;
  readonly faults: Readonly<Record<string, number>>;
  /** Work that was set aside because workers died over it three times, and that a person told to try again. */
  readonly retriedByHand: number;
  readonly secondsToFinish: number;
}

const CALM_SECONDS = 120;
const OFFICES = 4;

/** A storm over the real processes, then calm, then every check. */
export async function killRun(plan: KillPlan): Promise<KillReport> {
  const rig = await openRig(null, drawsFrom(plan.seed - 1));
  const acknowledgements = new Acknowledgements(join(rig.folder, 'acknowledged'));
  try {
    const faults = await storm(rig, plan, acknowledgements, new AbortController().signal);
    await faults.calm();
    const calmAt = performance.now();
    const retriedByHand = await untilFinished(rig);
    const secondsToFinish = Math.round((performance.now() - calmAt) / 1_000);
    const violations = await violationsAfterCalm(rig, acknowledgements.all());
    return {
      violations,
      acknowledged: acknowledgements.all().length,
      faults: faults.done,
      retriedByHand,
      secondsToFinish,
    };
  } finally {
    acknowledgements.close();
    await rig.close();
  }
}

/** The same storm over a system without one of its safeguards, until the first violation is noticed. */
export async function brokenRun(broken: Safeguard, plan: KillPlan): Promise<readonly string[]> {
  const rig = await openRig(broken, drawsFrom(plan.seed - 1));
  const acknowledgements = new Acknowledgements(join(rig.folder, 'acknowledged'));
  const enough = new AbortController();
  let raging: Promise<unknown> = Promise.resolve();
  try {
    raging = storm(rig, plan, acknowledgements, enough.signal);
    raging.catch(() => enough.abort()); // waited for below
    let violations: string[] = [];
    for (
      const end = Date.now() + (plan.seconds + CALM_SECONDS) * 1_000;
      Date.now() < end && !enough.signal.aborted && violations.length === 0;
    ) {
      await pause(500);
      violations = await violationsNow(rig.agency.database, rig.site);
    }
    return violations;
  } finally {
    enough.abort();
    await raging.catch(() => undefined); // it was cut short
    acknowledgements.close();
    await rig.close();
  }
}

/** Documents are signed all the while; the faults fall in between. */
async function storm(rig: KillRig, plan: KillPlan, log: Acknowledgements, enough: AbortSignal): Promise<Faults> {
  const draw = drawsFrom(plan.seed);
  const { site } = rig;
  site.delay = () => draw() * (draw() < 0.2 ? 1_500 : 200);
  const faults = new Faults(rig, draw);
  const signing = signAll(rig, plan, log, enough);
  signing.catch(() => undefined); // waited for below
  const gap = (plan.seconds * 1_000) / plan.faults;
  for (let fault = 1; fault <= plan.faults && !enough.aborted; fault += 1) {
    await pause(2 * gap * draw(), undefined, { signal: enough }).catch(() => undefined); // enough ends the pause
    await faults.strike();
  }
  await signing;
  return faults;
}

/** Several offices at once, none of them waiting for another. */
async function signAll(
  rig: KillRig,
  plan: KillPlan,
  acknowledgements: Acknowledgements,
  enough: AbortSignal,
): Promise<void> {
  const share = Math.ceil(plan.documents / OFFICES);
  const gapMs = (plan.seconds * 500) / share;
  const shares = Array.from(
    { length: OFFICES },
    (_, n) => [n * share + 1, Math.min((n + 1) * share, plan.documents)] as const,
  );
  await Promise.all(
    shares.map(([first, last]) => {
      const draw = drawsFrom(plan.seed + first);
      return signDocuments({ webUrl: rig.webUrl, acknowledgements, draw, gapMs, enough }, first, last);
    }),
  );
}

/** @returns how often a person had to press "try again" */
async function untilFinished({ agency }: KillRig): Promise<number> {
  let pressed = 0;
  for (const end = Date.now() + CALM_SECONDS * 1_000; Date.now() < end; await pause(500)) {
    if ((await unfinished(agency.database)).length === 0) return pressed;
    const suspects = await agency.database.look<{ id: string }>(
      `select id from work where state = 'quarantined' and last_problem = 'work.no-outcome'`,
    );
    for (const { id } of suspects) await agency.as('officer', (tx) => retryWork(tx, agency.organizationId, id));
    pressed += suspects.length;
  }
  return pressed;
}
