import { uuidv7 } from 'uuidv7';
import { appendAudit } from '../audit/append-audit.js';
import { stated } from '../audit/state-records.js';
import { DomainError } from '../core/errors.js';
import { routeProblems, type RoutedKind } from '../core/route/route-problems.js';
import type { RouteStep } from '../core/route/route.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { FOR_ONE } from '../organizations/appoint.js';
import { signingDirectory } from '../organizations/who-may-act.queries.js';
import { requireCapacity, type ActorInHand } from './actor.js';
import { RouteRow } from './approval.entities.js';

/** The newest route of a kind. @throws DomainError route.nobody-may-sign when the organization has none */
export async function currentRoute(tx: Tx, organizationId: OrganizationId, itemKind: RoutedKind): Promise<RouteRow> {
  const route = await tx.findOne(RouteRow, { where: { organizationId, itemKind }, order: { version: 'DESC' } });
  if (!route) throw new DomainError('route.nobody-may-sign', { itemKind });
  return route;
}

/**
 * A new version for items that start from now on; items on their way keep the route they started with.
 * @throws DomainError permission.denied; item.refused with details.problems and details.steps (one for each problem)
 */
export async function saveRoute(
  tx: Tx,
  request: {
    readonly organizationId: OrganizationId;
    readonly actor: ActorInHand;
    readonly itemKind: RoutedKind;
    readonly seenVersion: number;
    readonly steps: readonly RouteStep[];
  },
): Promise<RouteRow> {
  const { organizationId, actor, itemKind, seenVersion, steps } = request;
  requireCapacity(actor, 'administrator');
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 4))', [`${organizationId}/${itemKind}`]);
  const { version } = await currentRoute(tx, organizationId, itemKind);
  if (version !== seenVersion) throw new DomainError('item.changed-meanwhile', { itemKind, version });
  const { posts } = await signingDirectory(tx, organizationId);
  const problems = routeProblems(
    itemKind,
    steps,
    posts.map(({ postId, kind }) => ({ postId, kind, isForOne: FOR_ONE.includes(kind) })),
  );
  if (problems.length > 0) {
    throw new DomainError('item.refused', {
      itemKind: 'route',
      problems: problems.map(({ code }) => code),
      steps: problems.map(({ step }) => step),
    });
  }
  const route = { organizationId, id: uuidv7(), itemKind, version: version + 1, steps: [...steps] };
  await tx.insert(RouteRow, route);
  await appendAudit(tx, {
    action: 'route.save',
    itemKind: 'route',
    itemId: route.id,
    actorPersonId: actor.personId,
    ...(await stated(tx, organizationId, 'routes', route.id)),
  });
  return tx.create(RouteRow, route);
}
