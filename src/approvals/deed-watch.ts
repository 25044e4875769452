import type { ItemKindName } from '../core/item.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

/** Follows every deed on an item, in its transaction and with its row locked: due days, reminders, notices. */
export type DeedWatcher = (
  tx: Tx,
  item: {
    readonly organizationId: OrganizationId;
    readonly itemKind: ItemKindName;
    readonly itemId: string;
    /** The signature that was handed to another person. */
    readonly handedOn?: { readonly step: number; readonly postId: string };
  },
) => Promise<void>;

let watcher: DeedWatcher = async () => undefined;

/** Called once at start: approvals never names who follows. */
export const watchDeeds = (given: DeedWatcher): void => void (watcher = given);

/** Follows every emergency decision and its ratification, in its transaction. */
export type OverrideWatcher = (
  tx: Tx,
  item: { readonly organizationId: OrganizationId; readonly itemKind: ItemKindName; readonly itemId: string },
) => Promise<void>;

let overrideWatcher: OverrideWatcher = async () => undefined;

/** Called once at start. */
export const watchOverrides = (given: OverrideWatcher): void => void (overrideWatcher = given);

export const overrideChanged: OverrideWatcher = (tx, item) => overrideWatcher(tx, item);

export const deedDone: DeedWatcher = (tx, item) => watcher(tx, item);
