import type { ActingOrder } from '../../../src/core/acting/acting-order.js';

/** The director of finance acts for the chief administrator, 10 to 20 January 2025. */
export const order = (overrides: Partial<ActingOrder> = {}): ActingOrder => ({
  id: 'new',
  personId: 'finance',
  postId: 'chief',
  capacity: 'acting_for',
  throughOrderId: null,
  orderNumber: '๑/๒๕๖๘',
  orderedOn: '2025-01-01',
  startsOn: '2025-01-10',
  endsOn: '2025-01-20',
  itemKinds: null,
  inCapacityOf: null,
  revokedOn: null,
  ...overrides,
});
