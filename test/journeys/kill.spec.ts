import { brokenRun, killRun, type KillPlan } from './kill-run.js';

const plan: KillPlan = { documents: 150, faults: 40, seconds: 60, seed: Date.now() % 1_000_000 };
/** A milder one is enough to catch a broken system, and leaves a second worker alive to take over from a sleeper. */
const mildPlan: KillPlan = { ...plan, faults: 12 };
process.stderr.write(`kill test: seed ${plan.seed}\n`);

describe('while its processes are killed, its queue emptied and its site lies', () => {
  it('the application loses nothing, publishes nothing twice and leaves nothing unfinished', async () => {
    const report = await killRun(plan);
    process.stderr.write(`kill test: ${JSON.stringify(report)}\n`);
    expect(report.violations).toEqual([]);
    expect(report.acknowledged).toBe(3 * plan.documents); // drafted, submitted, signed
  }, 300_000);

  it('a system without the fence is caught recording something twice', async () => {
    const violations = await brokenRun('fence', mildPlan);
    process.stderr.write(`without the fence: ${violations.join('; ')}\n`);
    expect(violations).toContainEqual(expect.stringMatching(/^twice: /));
  }, 300_000);

  it('a system without the verification is caught calling published what nobody could fetch', async () => {
    const violations = await brokenRun('verify', mildPlan);
    process.stderr.write(`without the verification: ${violations.join('; ')}\n`);
    expect(violations).toContainEqual(expect.stringMatching(/^unseen: /));
  }, 300_000);
});
