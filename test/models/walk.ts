import { PEOPLE, type Person } from './cast.js';
import type { Command } from './commands.js';
import type { Outcome } from './deed-model.js';
import type { Look, Step, Which, World } from './world.js';

/** What is compared with the model: the core in memory, or the product behind HTTP. */
export interface System {
  run(step: Step): Outcome | Promise<Outcome>;
  /** What the person sees of the item; null when there is no such item. */
  look(which: Which, person: Person): Look | null | Promise<Look | null>;
}

/** How often everything happened, over all walks: a walk that only stumbles proves nothing. */
export class Tally {
  readonly counts = new Map<string, number>();

  add(step: Step, outcome: Outcome): void {
    const deed = step.name === 'deed' ? step.deed : step.name;
    const told = 'refused' in outcome ? outcome.refused : [`${deed} done`];
    for (const each of told) this.counts.set(each, (this.counts.get(each) ?? 0) + 1);
  }
}

/**
 * Takes both the same way and compares every answer, and what a person sees, after each look.
 * @param looks after which steps somebody looks at both items
 * @throws Error telling the whole way to the first divergence
 */
export async function walk(
  world: World,
  system: System,
  commands: readonly Command[],
  { tally, looks }: { readonly tally?: Tally; readonly looks: (nth: number) => boolean },
): Promise<void> {
  const way: string[] = [];
  for (const [nth, command] of commands.entries()) {
    const step = command(world);
    const expected = world.apply(step);
    if (expected === null) continue;
    const told = await system.run(step);
    way.push(`${nth + 1}. ${JSON.stringify(step)}`);
    compare(way, expected, told);
    tally?.add(step, expected);
    if (looks(nth)) await lookAround(world, system, way, PEOPLE[nth % PEOPLE.length] ?? 'officer');
  }
  await lookAround(world, system, way, 'executive');
}

/** Takes the model alone the same way, and counts where it gets. */
export function rehearse(world: World, commands: readonly Command[], tally: Tally): void {
  for (const command of commands) {
    const step = command(world);
    const expected = world.apply(step);
    if (expected) tally.add(step, expected);
  }
}

async function lookAround(world: World, system: System, way: readonly string[], person: Person): Promise<void> {
  for (const which of ['first', 'amendment'] as const) {
    const seen = world.look(which, person);
    if (seen) compare([...way, `then ${person} looks at the ${which}`], seen, await system.look(which, person));
  }
}

function compare(way: readonly string[], expected: object, told: object | null): void {
  const [model, system] = [expected, told].map((each) => JSON.stringify(each, sortedKeys));
  if (model !== system) throw new Error(`${way.join('\n')}\nmodel:  ${model}\nsystem: ${system}`);
}

const sortedKeys = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
