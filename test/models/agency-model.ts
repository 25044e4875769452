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
} as const satisfies Record<string, readonly ModelStep[]>;
export type RouteName = keyof typeof ROUTES;
const BY_CHIEF: readonly ModelStep[] = [posts('signing', 1, 'chief')];
const BY_EXECUTIVE: readonly ModelStep[] = [posts('signing', 1, 'chief'), posts('signing', 'all', 'executive')];

/** Who may sign for whom today, told without a single rule of the product: days are counted on fingers. */
export class AgencyModel {
  today = FIRST_TODAY;
  readonly orders: ModelOrder[] = [];
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
    return [...(isReplaced ? [] : [post]), ...acting.map(({ person }) => person)];
  }

  /** The own post is a capacity for ever; another's only by orders over every kind of item. */
  isA(person: Person, ...kinds: readonly (typeof POST_KINDS)[Post][]): boolean {
    const posts = PEOPLE.filter(
      (post) =>
        post === person ||
        this.orders.some((order) => order.person === person && order.post === post && this.counts(order, null)),
    );
    return posts.some((post) => kinds.includes(POST_KINDS[post]));
  }

  /** @param kind null: does it count for every kind? */
  counts(order: ModelOrder, kind: Kind | null): boolean {
    const covers = order.kinds === null || (kind !== null && order.kinds.includes(kind));
    return order.days.has(this.today) && covers && (order.through === null || this.counts(order.through, kind));
  }

  /** Why an order may not be made; it is made when nothing speaks against it. */
  order(order: ModelOrder): string[] {
    const { person, post, through } = order;
    const reasons: string[] = [];
    if (person === post) reasons.push('acting.own-post');
    const meets = (other: ModelOrder): boolean =>
      other.post === post &&
      [...order.days].some((day) => other.days.has(day)) &&
      KINDS.some((kind) => (order.kinds ?? KINDS).includes(kind) && (other.kinds ?? KINDS).includes(kind));
    if (this.orders.some(meets)) reasons.push('acting.overlap');
    if (through) reasons.push(...whyNotThrough(order, through));
    if (reasons.length === 0) this.orders.push(order);
    return reasons;
  }

  /** From today on it does not count. */
  revoke(order: ModelOrder): string[] {
    if (order.isRevoked) return ['item.not-found'];
    order.isRevoked = true;
    order.days = new Set([...order.days].filter((day) => day < this.today));
    return [];
  }
}

function whyNotThrough(order: ModelOrder, through: ModelOrder): string[] {
  const isCovered = [...order.days].every((day) => through.days.has(day));
  if (through.person !== order.person || !isCovered) return ['acting.through-unusable'];
  if (through.post === order.post) return ['acting.circular'];
  if (through.through) return ['acting.chain-too-long'];
  return [through, order].some(({ capacity }) => capacity === 'delegated_by') ? ['acting.handed-on'] : [];
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
