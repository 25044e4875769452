import type { ItemKindName } from '../item.js';

/** What somebody may be told. */
export const NOTICE_KINDS = [
  'waiting',
  'nobody-to-sign',
  'unratified',
  'returned',
  'decided',
  'reminder',
  'escalation',
  'published',
  'public-drift',
  'milestone',
  'delivery-problem',
  'line-lost',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export const CHANNELS = ['email', 'line'] as const;
export type Channel = (typeof CHANNELS)[number];

export const PACES = ['at-once', 'digest', 'off'] as const;
/** How a channel brings a kind of notice; at once means within five minutes, outside quiet hours. */
export type Pace = (typeof PACES)[number];

export type NoticePreference = { readonly inApp: boolean } & Readonly<Record<Channel, Pace>>;

/** Until a person chooses otherwise: what waits for them comes at once, what only informs them once a day. */
export const DEFAULT_PREFERENCES: Readonly<Record<NoticeKind, NoticePreference>> = {
  waiting: { inApp: true, email: 'at-once', line: 'at-once' },
  'nobody-to-sign': { inApp: true, email: 'at-once', line: 'at-once' },
  unratified: { inApp: true, email: 'at-once', line: 'at-once' },
  returned: { inApp: true, email: 'at-once', line: 'at-once' },
  decided: { inApp: true, email: 'digest', line: 'off' },
  reminder: { inApp: true, email: 'digest', line: 'at-once' },
  escalation: { inApp: true, email: 'at-once', line: 'at-once' },
  published: { inApp: true, email: 'digest', line: 'off' },
  'public-drift': { inApp: true, email: 'at-once', line: 'at-once' },
  milestone: { inApp: true, email: 'digest', line: 'off' },
  'delivery-problem': { inApp: true, email: 'off', line: 'off' },
  'line-lost': { inApp: true, email: 'off', line: 'off' },
};

/** What a broken channel is told by stays in the house: it must not travel by that channel, and would make the next one. */
export const HOUSE_KINDS: readonly NoticeKind[] = ['delivery-problem', 'line-lost'];

/** The kinds a person may steer. */
export const STEERABLE_KINDS = NOTICE_KINDS.filter((kind) => !HOUSE_KINDS.includes(kind));

/** What a notice is about: an item, or a task of the assessment year. */
export type NoticeSubject = ItemKindName | 'milestone';

/**
 * All that leaves the house about an item: that something waits, its kind, its due day and where to look. Never its title,
 * its text or a person's name.
 */
export interface NoticeLine {
  readonly kind: NoticeKind;
  readonly itemKind: NoticeSubject;
  /** YYYY-MM-DD. */
  readonly dueOn: string | null;
  readonly link: string;
}
