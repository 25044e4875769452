import { isInForce, type ActingOrder } from '../../../src/core/acting/acting-order.js';
import type { OrderRemark } from '../../../src/core/acting/order-remarks.js';
import { ACTING_CAPACITIES, type ActingCapacity } from '../../../src/core/acting/signature-block.js';
import type { ItemKindName } from '../../../src/core/item.js';
import { thaiShortDate } from '../../../src/core/thai/dates.js';
import { printedDigits, type DigitStyle } from '../../../src/core/thai/digits.js';
import type { Choice } from '../components/field.js';
import type { StateView } from '../components/state-chip.js';
import type { ActingOrderView } from '../pages/staff/acting-orders.page.js';
import { KIND_LABELS } from './item-words.js';

interface ActedFor {
  readonly capacity: ActingCapacity;
  readonly post: string;
  readonly orderNumber: string;
  /** YYYY-MM-DD */
  readonly orderedOn: string;
}

/** "รักษาราชการแทน นายก... ตามคำสั่งที่ ๑๒/๒๕๖๘ ลงวันที่ ๑ ต.ค. ๒๕๖๗": what stands after the own post. */
export const actingText = ({ capacity, post, orderNumber, orderedOn }: ActedFor, digits: DigitStyle): string =>
  `${ACTING_CAPACITIES[capacity].th} ${post} ตามคำสั่งที่ ${printedDigits(orderNumber, digits)} ลงวันที่ ${thaiShortDate(orderedOn, digits)}`;

export const CAPACITY_CHOICES: readonly Choice[] = Object.entries(ACTING_CAPACITIES).map(([value, { th }]) => ({
  value,
  label: th,
}));

export const KIND_CHOICES: readonly Choice[] = Object.entries(KIND_LABELS).map(([value, label]) => ({ value, label }));

/** "มาตรการ, รายงาน", or all. */
export const kindsText = (kinds: readonly ItemKindName[] | null): string =>
  kinds === null ? 'ทุกเรื่อง' : kinds.map((kind) => KIND_LABELS[kind]).join(', ');

/** "1 ต.ค. 2567 ถึง 31 ต.ค. 2567", or until it is revoked. */
export function spanText({ startsOn, endsOn }: Pick<ActingOrder, 'startsOn' | 'endsOn'>, digits: DigitStyle): string {
  const end = endsOn === null ? 'จนกว่าจะยกเลิก' : `ถึง ${thaiShortDate(endsOn, digits)}`;
  return `${thaiShortDate(startsOn, digits)} ${end}`;
}

/** Whether an order counts on a day, will, did, or was revoked. */
function orderState(order: ActingOrder, day: string, digits: DigitStyle): StateView {
  if (order.revokedOn !== null && order.revokedOn <= day)
    return { label: `ยกเลิกเมื่อ ${thaiShortDate(order.revokedOn, digits)}`, tone: 'stopped' };
  if (isInForce({ ...order, itemKinds: null }, day, null)) return { label: 'มีผลอยู่', tone: 'ok' };
  return order.startsOn > day ? { label: 'ยังไม่เริ่ม', tone: 'wait' } : { label: 'สิ้นสุดแล้ว', tone: 'draft' };
}

interface ListedOrder {
  readonly order: ActingOrder;
  readonly person: string;
  readonly post: string;
  readonly remarks: readonly OrderRemark[];
}

/** "ตั้งแต่ 1 ต.ค. 2569 ผู้ปฏิบัติไม่มีตำแหน่งของตนเอง คำสั่งจึงไม่มีผล" */
function remarkText(remark: OrderRemark, digits: DigitStyle): string {
  if (remark.kind === 'ordered-late') return 'คำสั่งลงวันที่หลังวันเริ่มมีผล กรุณาตรวจสอบกับฉบับจริง';
  const from = `ตั้งแต่ ${thaiShortDate(remark.from, digits)}`;
  return remark.kind === 'without-post'
    ? `${from} ผู้ปฏิบัติไม่มีตำแหน่งของตนเอง คำสั่งจึงไม่มีผล`
    : `${from} คำสั่งที่อาศัยอยู่สิ้นสุด คำสั่งนี้จึงไม่มีผล`;
}

export const actingRow = (
  { order, person, post, remarks }: ListedOrder,
  day: string,
  digits: DigitStyle,
): ActingOrderView => ({
  id: order.id,
  person,
  actsAs: `${ACTING_CAPACITIES[order.capacity].th} ${post}`,
  order: `${printedDigits(order.orderNumber, digits)} ลงวันที่ ${thaiShortDate(order.orderedOn, digits)}`,
  span: spanText(order, digits),
  kinds: kindsText(order.itemKinds),
  state: remarks.some((remark) => 'from' in remark && remark.from <= day)
    ? { label: 'ไม่มีผลแล้ว', tone: 'stopped' }
    : orderState(order, day, digits),
  remarks: remarks.map((remark) => remarkText(remark, digits)),
  mayRevoke: order.revokedOn === null && (order.endsOn === null || order.endsOn >= day),
});

/** Orders on a person's own standing that are not over: a second one may go through them. */
export const throughChoices = (
  orders: readonly Omit<ListedOrder, 'remarks'>[],
  day: string,
  digits: DigitStyle,
): Choice[] =>
  orders
    .filter(({ order }) => order.throughOrderId === null && order.revokedOn === null)
    .filter(({ order: { endsOn } }) => endsOn === null || endsOn >= day)
    .map(({ order, person, post }) => ({
      value: order.id,
      label: `${person}: ${actingText({ ...order, post }, digits)}`,
    }));

/** Said when a person's work went to another. */
export const handedOverNotice = ({
  posts,
  drafts,
  waiting,
  actingOrders,
}: Readonly<Record<'posts' | 'drafts' | 'waiting' | 'actingOrders', number>>): { title: string; body: string } => ({
  title: 'ส่งมอบงานแล้ว',
  body: `ตำแหน่ง ${posts} ตำแหน่ง ร่างและเรื่องที่ต้องทำต่อ ${drafts} เรื่อง เรื่องที่เสนอไว้ ${waiting} เรื่อง และสิ้นสุดคำสั่งรักษาราชการแทน ${actingOrders} คำสั่ง`,
});
