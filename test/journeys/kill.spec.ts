import { findTool } from '../support/tools.js';
import { brokenRun, killRun, type KillPlan } from './kill-run.js';

const plan: KillPlan = {
  measures: 150,
  documents: 60,
  kills: 40,
  seconds: 75,
  queue: findTool('redis') ? 'redis' : 'postgresql',
  seed: Date.now() % 1_000_000,
};
/** A milder one is enough to catch a broken system, and leaves a second worker alive to take over from a sleeper. */
const mildPlan: KillPlan = { ...plan, measures: 30, kills: 8 };
process.stderr.write(`kill test: seed ${plan.seed}\n`);

describe('while its processes are killed, its queue emptied and its site lies', () => {
  it('the application loses nothing, publishes nothing twice and leaves nothing unfinished', async () => {
    const report = await killRun(plan);
    process.stderr.write(`kill test: ${JSON.stringify(report)}\n`);
    expect(report.violations).toEqual([]);
    expect(report.acknowledged).toBe(3 * plan.documents + deedsOn(plan.measures));
    expect(report.kills).toBeGreaterThanOrEqual(plan.kills);
  }, 600_000);

  // where there is no Redis the storm above was one over PostgreSQL already
  if (plan.queue === 'redis')
    it('so it is when its queue is PostgreSQL', async () => {
      const report = await killRun({
        ...plan,
        measures: 18,
        documents: 18,
        kills: 8,
        seconds: 18,
        queue: 'postgresql',
      });
      process.stderr.write(`kill test on PostgreSQL: ${JSON.stringify(report)}\n`);
      expect(report.violations).toEqual([]);
    }, 600_000);

  it('a system without the fence is caught recording something twice', async () => {
    const violations = await brokenRun('fence', mildPlan);
    process.stderr.write(`without the fence: ${violations.join('; ')}\n`);
    expect(violations).toContainEqual(expect.stringMatching(/^twice: /));
  }, 600_000);

  it('a system without the verification is caught calling published what nobody could fetch', async () => {
    const violations = await brokenRun('verify', mildPlan);
    process.stderr.write(`without the verification: ${violations.join('; ')}\n`);
    expect(violations).toContainEqual(expect.stringMatching(/^unseen: /));
  }, 600_000);
});

/** Seven of a measure of one division, two more when there are two: every third measure of each of three offices. */
const deedsOn = (measures: number): number => 7 * measures + 2 * 3 * Math.floor(measures / 3 / 3);
