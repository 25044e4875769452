import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import type { TypedActing } from '../../../templates/web/pages/staff/acting-form.page.js';
import { DATE_INCOMPLETE, fieldProblem } from '../../../templates/web/words/form-words.js';
import { ACTING_CAPACITIES, type ActingCapacity } from '../../core/acting/signature-block.js';
import type { ItemKindName } from '../../core/item.js';
import type { NewActingOrder } from '../../organizations/order-acting.js';
import { Text, Ticked } from './form-reading.js';
import { isoFromTyped, typedIn } from './typed-date.js';

const KINDS: readonly ItemKindName[] = ['measure', 'report', 'announcement'];

/** The posted form of an acting order. */
export class ActingForm {
  @Text() personId = '';
  @Text() postId = '';
  @Text() capacity = 'acting_for';
  @Text() throughOrderId = '';
  @Text() orderNumber = '';
  @Text() 'orderedOn.day' = '';
  @Text() 'orderedOn.month' = '';
  @Text() 'orderedOn.year' = '';
  @Text() 'startsOn.day' = '';
  @Text() 'startsOn.month' = '';
  @Text() 'startsOn.year' = '';
  @Text() 'endsOn.day' = '';
  @Text() 'endsOn.month' = '';
  @Text() 'endsOn.year' = '';
  @Ticked() itemKinds: string[] = [];
  @Text() inCapacityOf = '';
  @Text() idempotencyKey = '';
}

export const typedActing = (form: ActingForm): TypedActing => ({
  ...form,
  orderedOn: typedIn(form, 'orderedOn'),
  startsOn: typedIn(form, 'startsOn'),
  endsOn: typedIn(form, 'endsOn'),
});

type Order = Omit<NewActingOrder, 'organizationId' | 'recordedBy'>;

/** The order, or what the form lacks before anybody can judge it. */
export function readActing(form: ActingForm): { order: Order; problems: FieldProblem[] } {
  const orderedOn = isoFromTyped(typedIn(form, 'orderedOn'));
  const startsOn = isoFromTyped(typedIn(form, 'startsOn'));
  const endsOn = isoFromTyped(typedIn(form, 'endsOn'));
  const kinds = KINDS.filter((kind) => form.itemKinds.includes(kind));
  return {
    order: {
      personId: form.personId,
      postId: form.postId,
      capacity: Object.hasOwn(ACTING_CAPACITIES, form.capacity) ? (form.capacity as ActingCapacity) : 'acting_for', // a key of the table
      throughOrderId: form.throughOrderId || null,
      orderNumber: form.orderNumber,
      orderedOn: orderedOn ?? '',
      startsOn: startsOn ?? '',
      endsOn: endsOn ?? null,
      itemKinds: kinds.length > 0 ? kinds : null,
      inCapacityOf: form.inCapacityOf || null,
    },
    problems: [
      ...missing(form, ['personId', 'postId', 'orderNumber']),
      ...(orderedOn ? [] : [{ field: 'orderedOn', sentence: DATE_INCOMPLETE }]),
      ...(startsOn ? [] : [{ field: 'startsOn', sentence: DATE_INCOMPLETE }]),
      ...(endsOn === undefined ? [{ field: 'endsOn', sentence: DATE_INCOMPLETE }] : []),
    ],
  };
}

const missing = (form: ActingForm, fields: readonly ('personId' | 'postId' | 'orderNumber')[]): FieldProblem[] =>
  fields.filter((field) => form[field] === '').map((field) => fieldProblem(field, 'input.invalid', { field }));
