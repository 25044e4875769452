import type { ErrorCode } from '../errors.js';

/**
 * In what capacity somebody presses the button. `signer` is whoever the route asks right now, found from post, division and
 * date; `system` is the product itself, acting because a route stage is complete or a job finished.
 */
export type Capacity =
  'officer' | 'division_head' | 'chief_administrator' | 'executive' | 'administrator' | 'auditor' | 'signer' | 'system';

export interface Actor {
  readonly personId: string | null;
  readonly capacities: readonly Capacity[];
}

export interface Act {
  readonly actor: Actor;
  readonly reason?: string | null;
}

/** Returns the codes of every objection; an empty list lets the transition through. Pure. */
export type Guard<Subject> = (subject: Subject, act: Act) => readonly ErrorCode[];

export interface Transition<State extends string, Subject, Effect extends string> {
  /** Thai label of the deed, as on its button. */
  readonly label: string;
  readonly labelEn: string;
  readonly from: readonly State[];
  readonly to: State;
  readonly by: readonly Capacity[];
  readonly guards?: readonly Guard<Subject>[];
  readonly effects?: readonly Effect[];
  readonly asksReason?: boolean;
}

export type Tone = 'draft' | 'wait' | 'returned' | 'ok' | 'working' | 'published' | 'stopped';

export interface StateLabel {
  readonly label: string;
  readonly labelEn: string;
  readonly tone: Tone;
}

export interface Lifecycle<State extends string, Subject, Name extends string, Effect extends string> {
  readonly name: string;
  readonly initial: State;
  readonly states: Readonly<Record<State, StateLabel>>;
  readonly transitions: Readonly<Record<Name, Transition<State, Subject, Effect>>>;
}

/** Gives a table its exact types: unknown states and misspelt transitions do not compile. */
export const lifecycleOf =
  <Subject>() =>
  <State extends string, Name extends string, Effect extends string>(
    table: Lifecycle<State, Subject, Name, Effect>,
  ): Lifecycle<State, Subject, Name, Effect> =>
    table;

export type Decision<State, Effect> =
  | { readonly allowed: true; readonly to: State; readonly effects: readonly Effect[] }
  | { readonly allowed: false; readonly problems: readonly ErrorCode[] };

/** Pure. Collects every objection, so that a form can show them together. */
export function decide<
  State extends string,
  Subject extends { state: string },
  Name extends string,
  Effect extends string,
>(lifecycle: Lifecycle<State, Subject, Name, Effect>, name: Name, subject: Subject, act: Act): Decision<State, Effect> {
  const transition = lifecycle.transitions[name];
  if (!(transition.from as readonly string[]).includes(subject.state)) return refused(['lifecycle.wrong-state']);
  if (!transition.by.some((capacity) => act.actor.capacities.includes(capacity)))
    return refused(['lifecycle.wrong-capacity']);

  const problems = (transition.guards ?? []).flatMap((guard) => guard(subject, act));
  if (transition.asksReason && !act.reason?.trim()) problems.push('lifecycle.reason-missing');
  if (problems.length > 0) return refused([...new Set(problems)]);
  return { allowed: true, to: transition.to, effects: transition.effects ?? [] };
}

const refused = (problems: readonly ErrorCode[]): { allowed: false; problems: readonly ErrorCode[] } => ({
  allowed: false,
  problems,
});

export interface Offer<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly labelEn: string;
  readonly asksReason: boolean;
  /** Empty when the button may be pressed now; otherwise why it would be refused. */
  readonly problems: readonly ErrorCode[];
}

/** The deeds a person could do on this item in its present state; deeds of other capacities are left out. */
export function offers<
  State extends string,
  Subject extends { state: string },
  Name extends string,
  Effect extends string,
>(lifecycle: Lifecycle<State, Subject, Name, Effect>, subject: Subject, actor: Actor): Offer<Name>[] {
  return (Object.keys(lifecycle.transitions) as Name[]).flatMap((name) => {
    const decision = decide(lifecycle, name, subject, { actor, reason: 'given later' });
    const problems = decision.allowed ? [] : decision.problems;
    if (problems.includes('lifecycle.wrong-state') || problems.includes('lifecycle.wrong-capacity')) return [];
    const { label, labelEn, asksReason = false } = lifecycle.transitions[name];
    return [{ name, label, labelEn, asksReason, problems }];
  });
}

/** Throws when a state cannot be reached from the initial one: a broken table must not start. */
export function assertEveryStateReachable<State extends string, Subject, Name extends string, Effect extends string>(
  lifecycle: Lifecycle<State, Subject, Name, Effect>,
): void {
  const reached = new Set<State>([lifecycle.initial]);
  const transitions = Object.values<Transition<State, Subject, Effect>>(lifecycle.transitions);
  for (let before = 0; before !== reached.size;) {
    before = reached.size;
    for (const { from, to } of transitions) if (from.some((state) => reached.has(state))) reached.add(to);
  }
  const lost = (Object.keys(lifecycle.states) as State[]).filter((state) => !reached.has(state));
  if (lost.length > 0) throw new Error(`${lifecycle.name}: unreachable states ${lost.join(', ')}`);
}
