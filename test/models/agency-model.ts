import {
  HEADS,
  KINDS,
  PEOPLE,
  POST_KINDS,
  type Capacity,
  type Head,
  type Kind,
  type Person,
  type Post,
} from './cast.js';

/** An acting order as the model sees it: the days on which it counts, one by one. */
export interface ModelOrder {
  readonly person: Person;
  readonly post: Post;
  readonly capacity: Capacity;
  readonly kinds: readonly Kind[] | null;
  readonly through: ModelOrder | null;
  days: ReadonlySet<number>;
  isRevoked: boolean;
}

export type Approvers = 'heads' | readonly Post[];

export interface ModelStep {
  readonly stage: 'review' | 'approval' | 'signing' | 'results';
  readonly asks: Approvers;
  readonly need: 'all' | number;
}

/** No order of the model lasts longer; "until revoked" ends here. */
export const LAST_DAY = 12;
export const FIRST_TODAY = 5;

const heads = (stage: ModelStep['stage'], need: ModelStep['need'] = 'all'): ModelStep => ({
  stage,
  asks: 'heads',
  need,
});
const posts = (stage: ModelStep['stage'], need: ModelStep['need'], ...asks: readonly Post[]): ModelStep => ({
  stage,
  asks,
  need,
});

/** Routes that an agency might give its measures. */
export const ROUTES = {
  usual: [heads('review'), posts('approval', 1, 'executive'), heads('results')],
  'any head, then the chief': [
    heads('review', 1),
    posts('review', 1, 'chief'),
    posts('approval', 1, 'executive'),
    heads('results'),
  ],
  'two of three approve': [
    heads('review'),
    posts('approval', 2, 'chief', 'executive', 'head-office'),
    posts('results', 1, 'chief'),
  ],
  'chief before executive': [
    heads('review', 1),
    posts('approval', 'all', 'chief'),
    posts('approval', 'all', 'executive'),
    heads('results', 1),
    posts('results', 1, 'auditor', 'executive'),
  ],
  'the officer signs too': [
    posts('review', 'all', 'officer', 'head-works'),
    posts('approval', 1, 'executive', 'chief'),
    posts('results', 1, 'officer', 'head-works'),
  ],
  'the executive twice': [
    heads('review', 1),
    posts('approval', 1, 'executive'),
    posts('approval', 'all', 'executive'),
    heads('results'),
  ],
  'every head, then any of them': [
    heads('review'),
    heads('review', 1),
    posts('approval', 1, 'chief'),
    heads('results'),
  ],
  'two of three, then the third alone': [
    posts('review', 2, 'chief', 'head-works', 'executive'),
    posts('approval', 'all', 'executive'),
    heads('results', 1),
  ],
  'two of two, then one of them': [
    posts('review', 2, 'chief', 'executive'),
    posts('approval', 1, 'executive', 'chief'),
    heads('results', 1),
  ],
} as const satisfies Record<string, readonly ModelStep[]>;
export type RouteName = keyof typeof ROUTES;
const BY_CHIEF: readonly ModelStep[] = [posts('signing', 1, 'chief')];
const BY_EXECUTIVE: readonly ModelStep[] = [posts('signing', 1, 'chief'), posts('signing', 'all', 'executive')];

/** Who may sign for whom today, told without a single rule of the product: days are counted on fingers. */
export class AgencyModel {
  today = FIRST_TODAY;
  readonly orders: ModelOrder[] = [];
  /** The days on which people hold their own post. */
  readonly inPost = new Map<Person, ReadonlySet<number>>(PEOPLE.map((person) => [person, daysFrom(0, LAST_DAY)]));
  /** What items of each kind start with from now on. */
  routes: Readonly<Record<Kind, readonly ModelStep[]>> = {
    measure: ROUTES.usual,
    report: BY_CHIEF,
    announcement: BY_EXECUTIVE,
  };
  /** Emergency decisions that wait for somebody else's ratification, oldest first, with the history they stand in. */
  readonly overrides: { readonly person: Person; readonly history: string[] }[] = [];

  /** Everybody who may sign as this post today on this kind of item. */
  signersOf(post: Post, kind: Kind): Person[] {
    const acting = this.orders.filter((order) => order.post === post && this.counts(order, kind));
    const isReplaced = acting.some(({ capacity }) => capacity !== 'delegated_by');
    const isHeld = this.isInPost(post, this.today) && !isReplaced;
    return [...(isHeld ? [post] : []), ...acting.map(({ person }) => person)];
  }

  isInPost(person: Person, day: number): boolean {
    return this.inPost.get(person)?.has(day) ?? false;
  }

  /** The own post is a capacity while it is held; another's only by orders over every kind of item. */
  isA(person: Person, ...kinds: readonly (typeof POST_KINDS)[Post][]): boolean {
    const posts = PEOPLE.filter(
      (post) =>
        (post === person && this.isInPost(person, this.today)) ||
        this.orders.some((order) => order.person === person && order.post === post && this.counts(order, null)),
    );
    return posts.some((post) => kinds.includes(POST_KINDS[post]));
  }

  /** Whoever lost their own post acts for nobody. @param kind null: does it count for every kind? */
  counts(order: ModelOrder, kind: Kind | null): boolean {
    return this.isInPost(order.person, this.today) && runs(order, this.today, kind);
  }

  /** Why an order may not be made; it is made when nothing speaks against it. */
  order(order: ModelOrder): string[] {
    const { person, post, through } = order;
    const reasons: string[] = [];
    const isStanding = this.isInPost(person, Math.min(...order.days));
    if (!isStanding) reasons.push('acting.person-without-post');
    if (isStanding && person === post) reasons.push('acting.own-post');
    const cells = [...order.days].flatMap((day) => KINDS.map((kind) => [day, kind] as const));
    const own = cells.filter(([day, kind]) => runs(order, day, kind));
    if (own.some(([day, kind]) => this.orders.some((other) => other.post === post && runs(other, day, kind))))
      reasons.push('acting.overlap');
    if (through) reasons.push(...whyNotThrough(order, through));
    if (own.some(([day, kind]) => this.standsInForItself(order, day, kind))) reasons.push('acting.circular');
    if (reasons.length === 0) this.orders.push(order);
    return reasons;
  }

  /** On one day and for one kind: everybody is asked who stands in for whom, until nobody new is named. */
  private standsInForItself({ person, post }: ModelOrder, day: number, kind: Kind): boolean {
    if (person === post || !this.isInPost(person, day)) return false;
    const named = new Set<Person>([post].filter((holder) => this.isInPost(holder, day)));
    for (let before = 0; before !== named.size;) {
      before = named.size;
      for (const other of this.orders)
        if (named.has(other.person) && runs(other, day, kind) && this.isInPost(other.post, day)) named.add(other.post);
    }
    return named.has(person);
  }

  leave(person: Person): void {
    const days = [...(this.inPost.get(person) ?? [])];
    this.inPost.set(person, new Set(days.filter((day) => day < this.today)));
  }

  comeBack(person: Person): void {
    const days = this.inPost.get(person) ?? new Set<number>();
    this.inPost.set(person, new Set([...days, ...daysFrom(this.today, LAST_DAY)]));
  }

  /** From today on it does not count. */
  revoke(order: ModelOrder): string[] {
    if (order.isRevoked) return ['item.not-found'];
    order.isRevoked = true;
    order.days = new Set([...order.days].filter((day) => day < this.today));
    return [];
  }
}

/** The paper says so, whoever is in which post. */
const runs = ({ days, kinds, through }: ModelOrder, day: number, kind: Kind | null): boolean =>
  days.has(day) &&
  (kinds === null || (kind !== null && kinds.includes(kind))) &&
  (through === null || runs(through, day, kind));

function whyNotThrough(order: ModelOrder, through: ModelOrder): string[] {
  const isCovered = [...order.days].every((day) => through.days.has(day));
  if (through.person !== order.person || !isCovered) return ['acting.through-unusable'];
  if (through.post === order.post) return ['acting.circular'];
  if (through.through) return ['acting.chain-too-long'];
  return [through, order].some(({ capacity }) => capacity === 'delegated_by') ? ['acting.handed-on'] : [];
}

/**
 * Could anybody's item come through? Divisions are tried out, and in every round people are put down, one after the other, for
 * whatever signature is open. Several officers may hold the officer's post, and so with all who are no heads.
 */
export function completes(route: readonly ModelStep[]): boolean {
  const divisions = [...HEADS.map((head) => [head]), [...HEADS]];
  return divisions.some((responsible) =>
    [['review', 'approval'], ['results']].every((round) => {
      const open = route
        .filter(({ stage }) => round.includes(stage))
        .flatMap((step) => {
          const asked = askedBy(step, responsible);
          return Array.from({ length: step.need === 'all' ? asked.length : step.need }, () => asked);
        });
      return signsAll(open, []);
    }),
  );
}

function signsAll([asked, ...later]: readonly (readonly Post[])[], signed: readonly Post[]): boolean {
  if (!asked) return true;
  return asked.some((post) => {
    const isForOne = ['division_head', 'chief_administrator', 'executive'].includes(POST_KINDS[post]);
    return !(isForOne && signed.includes(post)) && signsAll(later, [...signed, post]);
  });
}

/** The posts a step asks, in the agency's order. */
export const askedBy = (step: ModelStep, divisions: readonly Head[] | 'every'): readonly Post[] =>
  PEOPLE.filter((post) => asksPost(step, divisions, post));

const asksPost = ({ asks }: ModelStep, divisions: readonly Head[] | 'every', post: Post): boolean =>
  asks === 'heads'
    ? HEADS.some((head) => head === post && (divisions === 'every' || divisions.includes(head)))
    : asks.includes(post);

export const daysFrom = (first: number, last: number): ReadonlySet<number> =>
  new Set(Array.from({ length: Math.max(0, last - first + 1) }, (_unused, index) => first + index));
