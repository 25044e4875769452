import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Safeguard } from '../../src/database/sabotage.js';
import { Acknowledgements } from './acknowledgements.js';
import { publishedDocuments, unfinished, violationsAfterCalm, violationsNow } from './kill-checks.js';
import { drawsFrom, Faults } from './kill-faults.js';
import { openRig, type KillRig, type RigPlan } from './kill-rig.js';
import { carryMeasures, signDocuments, type HeadedDivision, type Office } from './offices.js';

export interface KillPlan {
  readonly measures: number;
  readonly documents: number;
  /** How many processes are killed; other faults fall in between. */
  readonly kills: number;
  /** How long people would take for all of it if nothing went wrong. The storm lasts until they are nearly through. */
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
/** A document that the public can see counts as much as so many deeds: it is where most faults can hit. */
const DOCUMENT = 10;
/** The part of all work in which the faults fall. */
const NEARLY = 0.9;
/** Nothing may move while everything rests after a fault; the next one comes all the same. */
const LONGEST_LULL_MS = 15_000;

/** A storm over the real processes, then calm, then every check. Nobody helps: what is set aside stays so. */
export async function killRun(plan: KillPlan): Promise<KillReport> {
  const rig = await openRig({ broken: null, queue: plan.queue }, drawsFrom(plan.seed - 1));
  const acknowledgements = new Acknowledgements(join(rig.folder, 'acknowledged'));
  const enough = new AbortController();
  try {
    const working = workAll(rig, plan, acknowledgements, enough.signal);
    working.catch(() => enough.abort()); // waited for below
    const faults = await storm(rig, plan, acknowledgements, enough.signal);
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
    storm(rig, plan, acknowledgements, enough.signal),
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

/**
 * People work all the while; the faults fall in between, after so much work and not after so much time: on a slow machine
 * a storm of so many seconds would be over before anything had happened.
 */
async function storm(
  rig: KillRig,
  plan: KillPlan,
  acknowledgements: Acknowledgements,
  enough: AbortSignal,
): Promise<Faults> {
  const draw = drawsFrom(plan.seed);
  rig.site.delay = () => draw() * (draw() < 0.2 ? 1_500 : 200);
  const faults = new Faults(rig, draw);
  const progress = async (): Promise<number> =>
    acknowledgements.count + DOCUMENT * (await publishedDocuments(rig.agency.database));
  const all = deedsOn(plan) + DOCUMENT * plan.documents;
  const gap = (KILLS_PER_FAULT * NEARLY * all) / plan.kills;
  for (let next = 2 * gap * draw(); faults.kills < plan.kills && !enough.aborted; next += 2 * gap * draw()) {
    for (const end = Date.now() + LONGEST_LULL_MS; Date.now() < end && (await progress()) < next;) {
      await pause(100, undefined, { signal: enough }).catch(() => undefined); // enough ends the pause
    }
    await faults.strike();
  }
  return faults;
}

/** Three of a document; seven of a measure of one division and two more when there are two: every third of each office. */
export const deedsOn = ({ documents, measures }: KillPlan): number =>
  3 * documents + 7 * measures + 2 * OFFICES * Math.floor(measures / OFFICES / 3);

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
