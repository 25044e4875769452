declare const organizationIdBrand: unique symbol;

/** Branded, so that a person's or an item's id cannot stand in for it. */
export type OrganizationId = string & { readonly [organizationIdBrand]: true };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const isUuid = (text: unknown): text is string => typeof text === 'string' && UUID.test(text);

/** @throws Error when the text is no UUID; ids of tenants come from our own rows, never from a request. */
export function organizationId(text: string): OrganizationId {
  if (!isUuid(text)) throw new Error('not an organization id');
  return text as OrganizationId; // the brand has no run-time part
}
