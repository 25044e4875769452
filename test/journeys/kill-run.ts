import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Safeguard } from '../../src/database/sabotage.js';
import { Acknowledgements } from './acknowledgements.js';
import { unfinished, violationsAfterCalm, violationsNow } from './kill-checks.js';
import { drawsFrom, Faults } from './kill-faults.js';
import { openRig, type KillRig, type RigPlan } from './kill-rig.js';
import { carryMeasures, signDocuments, type HeadedDivision, type Office } from './offices.js';

export interface KillPlan {
  readonly measures: number;
  readonly documents: number;
  /** How many processes are killed; other faults fall in between. */
  readonly kills: number;
  /**
   * How long the storm lasts. Work that dies twice rests for a minute before its last try (outbox/claims.ts), which
   * comes 100 s after the first at the earliest: a storm shorter than that sets nothing aside.
   */
  readonly seconds: number;
  readonly queue: RigPlan['queue'];
  readonly seed: number;
}

export interface KillReport {
  readonly violations: readonly string[];
  readonly acknowledged: number;
  readonly kills: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly secondsToFinish: number;
}

const CALM_SECONDS = 120;
const OFFICES = 3;
const KILLS_PER_FAULT = 0.6;

/** A storm over the real processes, then calm, then every check. Nobody helps: what is set aside stays so. */
export async function killRun(plan: KillPlan): Promise<KillReport> {
  const rig = await openRig({ broken: null, queue: plan.queue }, drawsFrom(plan.seed - 1));
  const acknowledgements = new Acknowledgements(join(rig.folder, 'acknowledged'));
  const enough = new AbortController();
  try {
    const working = workAll(rig, plan, acknowledgements, enough.signal);
    working.catch(() => enough.abort()); // waited for below
    const faults = await storm(rig, plan, enough.signal);
    await faults.calm();
    await working;
    const calmAt = performance.now();
    await untilFinished(rig);
    const secondsToFinish = Math.round((performance.now() - calmAt) / 1_000);
    const violations = await violationsAfterCalm(rig, acknowledgements.all());
    const acknowledged = acknowledgements.all().length;
    return { violations, acknowledged, kills: faults.kills, faults: faults.done, secondsToFinish };
  } finally {
    enough.abort();
    acknowledgements.close();
    await rig.close();
  }
}

/** The same storm over a system without one of its safeguards, and work without end, until a violation is noticed. */
export async function brokenRun(broken: Safeguard, plan: KillPlan): Promise<readonly string[]> {
  const rig = await openRig({ broken, queue: plan.queue }, drawsFrom(plan.seed - 1));
  const acknowledgements = new Acknowledgements(join(rig.folder, 'acknowledged'));
  const enough = new AbortController();
  const raging = Promise.all([
    workAll(rig, plan, acknowledgements, enough.signal, Infinity),
    storm(rig, plan, enough.signal),
  ]);
  raging.catch(() => enough.abort()); // it is cut short below, or failed
  try {
    let violations: string[] = [];
    for (
      const end = Date.now() + (plan.seconds + 2 * CALM_SECONDS) * 1_000;
      Date.now() < end && !enough.signal.aborted && violations.length === 0;
    ) {
      await pause(500);
      violations = await violationsNow(rig.agency.database, rig.site);
    }
    return violations;
  } finally {
    enough.abort();
    await raging.catch(() => undefined);
    acknowledgements.close();
    await rig.close();
  }
}

/** People work all the while; the faults fall in between. */
async function storm(rig: KillRig, plan: KillPlan, enough: AbortSignal): Promise<Faults> {
  const draw = drawsFrom(plan.seed);
  rig.site.delay = () => draw() * (draw() < 0.2 ? 1_500 : 200);
  const faults = new Faults(rig, draw);
  const gap = (KILLS_PER_FAULT * plan.seconds * 1_000) / plan.kills;
  while (faults.kills < plan.kills && !enough.aborted) {
    await pause(2 * gap * draw(), undefined, { signal: enough }).catch(() => undefined); // enough ends the pause
    await faults.strike();
  }
  return faults;
}

/** Several offices at once, none of them waiting for another. @param items for each office, if not its share of the plan */
async function workAll(
  rig: KillRig,
  plan: KillPlan,
  acknowledgements: Acknowledgements,
  enough: AbortSignal,
  items?: number,
): Promise<void> {
  const divisions = await headedDivisions(rig);
  const office = (all: number, number: number): Office => {
    const share = all / OFFICES;
    const gapMs = (plan.seconds * 500) / share;
    const draw = drawsFrom(plan.seed + number);
    return { webUrl: rig.webUrl, acknowledgements, draw, gapMs, items: items ?? share, enough };
  };
  const numbers = Array.from({ length: OFFICES }, (_, n) => n + 1);
  await Promise.all([
    ...numbers.map((n) => signDocuments(office(plan.documents, n))),
    ...numbers.map((n) => carryMeasures(office(plan.measures, 100 + n), divisions)),
  ]);
}

const headedDivisions = ({ agency }: KillRig): Promise<HeadedDivision[]> =>
  agency.database.look<HeadedDivision>(
    `select post.division_id as "divisionId", person.user_name as head
     from post join appointment on appointment.post_id = post.id join person on person.id = appointment.person_id
     where post.kind = 'division_head' order by head`,
  );

async function untilFinished({ agency }: KillRig): Promise<void> {
  for (const end = Date.now() + CALM_SECONDS * 1_000; Date.now() < end; await pause(500)) {
    if ((await unfinished(agency.database)).length === 0) return;
  }
}
