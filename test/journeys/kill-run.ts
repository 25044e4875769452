import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Safeguard } from '../../src/database/sabotage.js';
import { retryWork } from '../../src/outbox/retry-work.js';
import { Acknowledgements } from './acknowledgements.js';
import { unfinished, violationsAfterCalm, violationsNow } from './kill-checks.js';
import { drawsFrom, Faults, type Draw } from './kill-faults.js';
import { openRig, type KillRig } from './kill-rig.js';
import { freezeAnnouncement } from './signed-announcement.js';

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

/** A storm over the real processes, then calm, then every check. */
export async function killRun(plan: KillPlan): Promise<KillReport> {
  const rig = await openRig(null);
  const acknowledgements = new Acknowledgements(join(rig.folder, 'acknowledged'));
  try {
    const faults = await storm(rig, plan, acknowledgements, new AbortController().signal);
    await faults.calm();
    const calmAt = performance.now();
    const retriedByHand = await untilFinished(rig);
    const secondsToFinish = Math.round((performance.now() - calmAt) / 1_000);
    const violations = await violationsAfterCalm(rig.agency.database, rig.site, rig.blobs, acknowledgements.all());
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
  const rig = await openRig(broken);
  const acknowledgements = new Acknowledgements(join(rig.folder, 'acknowledged'));
  const enough = new AbortController();
  try {
    const raging = storm(rig, plan, acknowledgements, enough.signal);
    let violations: string[] = [];
    for (const end = Date.now() + (plan.seconds + CALM_SECONDS) * 1_000; Date.now() < end && violations.length === 0;) {
      await pause(500);
      violations = await violationsNow(rig.agency.database, rig.site);
    }
    enough.abort();
    await raging;
    return violations;
  } finally {
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
  const signing = sign(rig, plan, log, drawsFrom(plan.seed + 1), enough);
  const gap = (plan.seconds * 1_000) / plan.faults;
  for (let fault = 1; fault <= plan.faults && !enough.aborted; fault += 1) {
    await pause(2 * gap * draw(), undefined, { signal: enough }).catch(() => undefined); // enough ends the pause
    if (fault === 4) faults.freezeOne();
    else await faults.strike();
  }
  await signing;
  return faults;
}

async function sign(
  rig: KillRig,
  plan: KillPlan,
  log: Acknowledgements,
  draw: Draw,
  enough: AbortSignal,
): Promise<void> {
  const gap = (plan.seconds * 800) / plan.documents;
  for (let document = 1; document <= plan.documents && !enough.aborted; document += 1) {
    log.add(await freezeAnnouncement(rig.agency, `ช่องทางที่ ${document}`));
    await pause(2 * gap * draw());
  }
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
