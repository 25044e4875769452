import { actorToday, type ActorInHand } from '../approvals/actor.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx, UnitOfWork } from '../database/unit-of-work.js';
import { PersonRow } from '../organizations/organization.entities.js';

/** The people of the demo organization at work: each deed is a transaction of its own, as in the web process. */
export class DemoCast {
  private constructor(
    private readonly unitOfWork: UnitOfWork,
    readonly organizationId: OrganizationId,
    private readonly people: readonly PersonRow[],
  ) {}

  static async of(unitOfWork: UnitOfWork, organizationId: OrganizationId): Promise<DemoCast> {
    const people = await unitOfWork.inTenant(organizationId, (tx) => tx.findBy(PersonRow, { organizationId }));
    return new DemoCast(unitOfWork, organizationId, people);
  }

  /** @param who user name or id */
  as<T>(who: string, work: (tx: Tx, actor: ActorInHand) => Promise<T>): Promise<T> {
    const { organizationId } = this;
    return this.unitOfWork.inTenant(organizationId, async (tx) =>
      work(tx, await actorToday(tx, organizationId, this.person(who).id)),
    );
  }

  look<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.unitOfWork.inTenant(this.organizationId, work);
  }

  nameOf(who: string): string {
    return this.person(who).name;
  }

  private person(who: string): PersonRow {
    const found = this.people.find(({ id, userName }) => id === who || userName === who);
    if (!found) throw new Error(`nobody in the demo is called ${who}`);
    return found;
  }
}
