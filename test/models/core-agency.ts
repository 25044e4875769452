import { holdersOf } from '../../src/core/acting/holders.js';
import { orderProblems, type OwnPost } from '../../src/core/acting/order-problems.js';
import { routeProblems } from '../../src/core/route/route-problems.js';
import type { RouteStep } from '../../src/core/route/route.js';
import type { ActorInHand } from '../../src/approvals/actor.js';
import type { ActingOrderRow } from '../../src/organizations/acting-order.entity.js';
import { FOR_ONE } from '../../src/organizations/appoint.js';
import { ownPostsIn, type SigningDirectory } from '../../src/organizations/who-may-act.queries.js';
import { AgencyModel, FIRST_TODAY, LAST_DAY, type ModelStep } from './agency-model.js';
import { DIVISIONS, PEOPLE, POST_KINDS, type Kind, type Person, type Post } from './cast.js';
import type { OrderStep } from './world.js';

const dateOf = (day: number): string => `2025-01-${String(day).padStart(2, '0')}`;

/** What a test breaks on its way into the rules, to prove that the walk would notice. */
export interface Bent {
  readonly order?: (order: ActingOrderRow) => ActingOrderRow;
  readonly step?: (step: RouteStep) => RouteStep;
  readonly ownPosts?: (ownPosts: SigningDirectory['ownPosts']) => SigningDirectory['ownPosts'];
}

/** The agency of the model as the product's own rules see it, in memory: people, posts and divisions go by their names. */
export class CoreAgency {
  private day = FIRST_TODAY;
  private readonly orders: ActingOrderRow[] = [];
  private appointments: readonly OwnPost[] = PEOPLE.map((name) => ownPost(name, '2024-12-01'));
  /** Routes by id; an item keeps the one it started with. */
  readonly routes = new Map<string, readonly RouteStep[]>();
  private readonly current = new Map<Kind, string>();

  constructor(private readonly bent: Bent = {}) {
    for (const [kind, steps] of Object.entries(new AgencyModel().routes)) this.saveRoute(kind as Kind, steps);
  }

  tomorrow(): void {
    this.day += 1;
  }

  /** @returns why not; empty when it is saved */
  saveRoute(kind: Kind, given: readonly ModelStep[]): readonly string[] {
    const steps = given.map((step) => routeStep(step));
    const posts = PEOPLE.map((name) => ({ postId: name, kind: POST_KINDS[name], isForOne: isForOne(name) }));
    const problems = routeProblems(kind, steps, posts).map(({ code }) => code);
    if (problems.length > 0) return problems;
    const id = `${kind} ${this.routes.size}`;
    this.routes.set(
      id,
      steps.map((step) => this.bent.step?.(step) ?? step),
    );
    this.current.set(kind, id);
    return [];
  }

  currentRoute(kind: Kind): string {
    return this.current.get(kind) ?? '';
  }

  directory(): SigningDirectory {
    const day = dateOf(this.day);
    const posts = PEOPLE.map((name) => ({
      postId: name,
      name,
      kind: POST_KINDS[name],
      divisionId: name in DIVISIONS ? name : null,
      appointed: this.isInPost(name, day) ? [{ personId: name, name }] : [],
    }));
    return {
      day,
      posts,
      ownPosts: this.bent.ownPosts?.(ownPostsIn(posts)) ?? ownPostsIn(posts),
      orders: this.orders.map((order) => this.bent.order?.(order) ?? order),
      people: new Map(PEOPLE.map((name) => [name, name])),
    };
  }

  /** As postsHeldBy finds it in the database: the own post, and others by orders over every kind of item. */
  actor(personId: Person): ActorInHand {
    const directory = this.directory();
    const posts = directory.posts.flatMap(({ postId, kind, name, divisionId, appointed }) => {
      const holders = holdersOf(postId, appointed, directory.orders, { ...directory, itemKind: null });
      const isHeld =
        appointed.some((own) => own.personId === personId) || holders.some((holder) => holder.personId === personId);
      return isHeld ? [{ postId, kind, name, divisionId, orders: [] }] : [];
    });
    return { personId, posts, capacities: [...new Set(posts.map(({ kind }) => kind))] };
  }

  /** @returns why not; empty when it is made */
  order({ person, post, capacity, kinds, through, from, to }: OrderStep): readonly string[] {
    const order = {
      organizationId: 'agency',
      id: `order ${this.orders.length}`,
      personId: person,
      postId: post,
      capacity,
      throughOrderId: through === null ? null : (this.orders[through % Math.max(1, this.orders.length)]?.id ?? null),
      orderNumber: String(this.orders.length + 1),
      orderedOn: dateOf(from),
      startsOn: dateOf(from),
      endsOn: to === null || to >= LAST_DAY ? null : dateOf(to),
      itemKinds: kinds ? [...kinds] : null,
      inCapacityOf: null,
      revokedOn: null,
    } as unknown as ActingOrderRow; // createdAt is the database's
    const problems = orderProblems(order, this.orders, this.appointments).map(({ code }) => code);
    if (problems.length === 0) this.orders.push(order);
    return problems;
  }

  /** The own post was held until yesterday. */
  leave(person: Person): void {
    const endsOn = dateOf(this.day - 1);
    this.appointments = this.appointments.map((own) =>
      own.personId === person && own.endsOn === null ? { ...own, endsOn } : own,
    );
  }

  comeBack(person: Person): void {
    if (!this.isInPost(person, dateOf(this.day)))
      this.appointments = [...this.appointments, ownPost(person, dateOf(this.day))];
  }

  private isInPost(person: Person, day: string): boolean {
    return this.appointments.some(
      (own) => own.personId === person && own.startsOn <= day && (own.endsOn === null || own.endsOn >= day),
    );
  }

  revoke(nth: number): readonly string[] {
    const order = this.orders[nth % this.orders.length];
    if (!order || order.revokedOn !== null) return ['item.not-found'];
    order.revokedOn = dateOf(this.day);
    return [];
  }
}

const isForOne = (name: Post): boolean => (FOR_ONE as readonly string[]).includes(POST_KINDS[name]);

const ownPost = (name: Person, startsOn: string): OwnPost => ({ personId: name, postId: name, startsOn, endsOn: null });

/** A step of the model as an organization's route says it. @param idOf names of posts to ids, where there is a database */
export const routeStep = (
  { stage, asks, need }: ModelStep,
  idOf: (post: Post) => string = (post) => post,
): RouteStep => ({
  stage,
  approvers: asks === 'heads' ? 'responsible_division_heads' : { postIds: asks.map(idOf) },
  need: need === 1 ? 'any' : need,
});
