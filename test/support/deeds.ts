import type { ActingCapacity } from '../../src/core/acting/signature-block.js';
import { DomainError } from '../../src/core/errors.js';
import type { MeasureContent } from '../../src/core/measure/measure.js';
import type { MeasureTransition } from '../../src/core/measure/measure.lifecycle.js';
import { actOnMeasure } from '../../src/measures/act-on-measure.js';
import type { MeasureRow } from '../../src/measures/measure.entity.js';
import { draftMeasure } from '../../src/measures/save-measure.js';
import { orderActing, type NewActingOrder } from '../../src/organizations/order-acting.js';
import { postsHeldBy } from '../../src/organizations/who-may-act.queries.js';
import { aMeasure, type TestAgency } from './agency.js';

/** A draft for the finance division in 2568. */
export function draftedMeasure(
  agency: TestAgency,
  overrides: Partial<MeasureContent> = {},
  by = 'officer',
): Promise<MeasureRow> {
  const { organizationId, divisions } = agency;
  const content = aMeasure([divisions.get('กองคลัง') ?? ''], overrides);
  return agency.as(by, (tx, actor) => draftMeasure(tx, { organizationId, actor, fiscalYear: 2568, content }));
}

type More = Partial<Omit<Parameters<typeof actOnMeasure>[1], 'organizationId' | 'itemId' | 'transition' | 'actor'>>;

/** A deed by whoever read these words, whatever version they stand in now. */
export function actsOn(
  agency: TestAgency,
  userName: string,
  transition: MeasureTransition,
  { id: itemId, contentHash }: Pick<MeasureRow, 'id' | 'contentHash'>,
  more: More = {},
): Promise<MeasureRow> {
  const { organizationId } = agency;
  const read = { seenVersion: null, shownHash: contentHash };
  return agency.as(userName, (tx, actor) =>
    actOnMeasure(tx, { organizationId, itemId, transition, actor, ...read, ...more }),
  );
}

/** The first post that a person holds today. */
export async function postOf(agency: TestAgency, userName: string): Promise<string> {
  const { unitOfWork, organizationId } = agency;
  const personId = agency.personId(userName);
  const held = await unitOfWork.inTenant(organizationId, (tx) => postsHeldBy(tx, organizationId, personId));
  return held[0]?.postId ?? '';
}

/** The administrator records that a person acts for a post, from long ago on. @returns the id of the order */
export async function actsFor(
  agency: TestAgency,
  userName: string,
  postId: string,
  capacity: ActingCapacity = 'acting_for',
  more: Partial<Omit<NewActingOrder, 'organizationId' | 'personId' | 'postId' | 'capacity'>> = {},
): Promise<string> {
  const { unitOfWork, organizationId } = agency;
  const [personId, recordedBy] = [agency.personId(userName), agency.personId('admin')];
  const order = await unitOfWork.inTenant(organizationId, (tx) =>
    orderActing(tx, {
      ...{ organizationId, recordedBy, personId, postId, capacity },
      ...{ throughOrderId: null, orderNumber: '1', orderedOn: '2020-01-01', startsOn: '2020-01-01', endsOn: null },
      ...{ itemKinds: null, inCapacityOf: null },
      ...more,
    }),
  );
  return order.id;
}

/** @returns the state afterwards, or the codes of the refusal */
export const outcomeOf = (deed: Promise<{ readonly state: string }>): Promise<string> =>
  deed.then(
    ({ state }) => state,
    (error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
      return error.code === 'item.refused' ? String(error.details.problems) : error.code;
    },
  );
