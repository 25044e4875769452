import { DomainError } from '../core/errors.js';
import {
  CHANNELS,
  DEFAULT_PREFERENCES,
  PACES,
  STEERABLE_KINDS,
  type NoticeKind,
  type NoticePreference,
} from '../core/notice/notice.js';
import type { QuietHours } from '../core/time/notice-times.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';

export interface NoticeContact {
  readonly email: string | null;
  /** "U" and 32 hexadecimal digits, as LINE names a reader to one channel. */
  readonly lineUserId: string | null;
}

/** What a person may save themselves; LINE is linked by a code. */
export interface SavedWishes extends Pick<NoticeWishes, 'kinds' | 'quiet'> {
  readonly email: string | null;
}

export interface NoticeWishes {
  readonly contact: NoticeContact;
  /** The kinds a person may steer. */
  readonly kinds: Readonly<Partial<Record<NoticeKind, NoticePreference>>>;
  /** Null means the usual ones; when wishes are saved without them, they stay as they are. */
  readonly quiet?: QuietHours | null;
}

/** A person's wishes, with the usual ones where nothing was chosen. */
export async function wishesOf(tx: Tx, organizationId: OrganizationId, personId: string): Promise<NoticeWishes> {
  const [contact]: NoticeContact[] = await tx.query(
    `select email, line_user_id as "lineUserId" from notice_contact where organization_id = $1 and person_id = $2`,
    [organizationId, personId],
  );
  const chosen: (NoticePreference & { kind: NoticeKind })[] = await tx.query(
    `select kind, in_app as "inApp", email, line from notice_preference where organization_id = $1 and person_id = $2`,
    [organizationId, personId],
  );
  const kinds = Object.fromEntries(
    STEERABLE_KINDS.map((kind) => {
      const { inApp, email, line } = chosen.find((each) => each.kind === kind) ?? DEFAULT_PREFERENCES[kind];
      return [kind, { inApp, email, line }];
    }),
  );
  const quiet = await quietHoursOf(tx, organizationId, personId);
  return { contact: contact ?? { email: null, lineUserId: null }, kinds, quiet };
}

/** When a person wants no messages; null for the usual hours. */
export async function quietHoursOf(
  tx: Tx,
  organizationId: OrganizationId,
  personId: string,
): Promise<QuietHours | null> {
  const [row]: { from: number | null; until: number | null }[] = await tx.query(
    `select quiet_from as "from", quiet_until as "until" from notice_contact
     where organization_id = $1 and person_id = $2`,
    [organizationId, personId],
  );
  return row && row.from !== null && row.until !== null ? { from: row.from, until: row.until } : null;
}

/** A person saves their own wishes; kinds that are not named stay as they are. @throws DomainError input.invalid (field) */
export async function saveWishes(
  tx: Tx,
  { organizationId, personId, wishes }: { organizationId: OrganizationId; personId: string; wishes: SavedWishes },
): Promise<void> {
  const email = checkedEmail(wishes.email);
  const quiet = checkedQuiet(wishes.quiet);
  for (const [kind, preference] of Object.entries(wishes.kinds)) refuseUnknown(kind, preference);
  await tx.query(
    `insert into notice_contact (organization_id, person_id, email) values ($1, $2, $3)
     on conflict (organization_id, person_id) do update set email = excluded.email`,
    [organizationId, personId, email],
  );
  if (quiet !== undefined) {
    await tx.query(
      'update notice_contact set quiet_from = $3, quiet_until = $4 where organization_id = $1 and person_id = $2',
      [organizationId, personId, quiet?.from ?? null, quiet?.until ?? null],
    );
  }
  for (const [kind, { inApp, email, line }] of Object.entries(wishes.kinds)) {
    await tx.query(
      `insert into notice_preference (organization_id, person_id, kind, in_app, email, line)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (organization_id, person_id, kind)
         do update set in_app = excluded.in_app, email = excluded.email, line = excluded.line`,
      [organizationId, personId, kind, inApp, email, line],
    );
  }
}

/** One address with nothing that could name a second one or end a header line. */
const EMAIL = /^[^\s@<>,;:"()[\]\\]{1,64}@[a-zA-Z0-9](?:[a-zA-Z0-9.-]{0,250}[a-zA-Z0-9])?$/;

function checkedEmail(email: string | null): string | null {
  const trimmed = email?.trim() || null;
  const isUsable = trimmed === null || (EMAIL.test(trimmed) && trimmed.length <= 254);
  if (!isUsable) throw new DomainError('input.invalid', { field: 'email' });
  return trimmed;
}

const LAST_MINUTE = 24 * 60 - 1;

function checkedQuiet(quiet: NoticeWishes['quiet']): NoticeWishes['quiet'] {
  for (const [name, minute] of quiet
    ? ([
        ['quietFrom', quiet.from],
        ['quietUntil', quiet.until],
      ] as const)
    : []) {
    if (!Number.isInteger(minute) || minute < 0 || minute > LAST_MINUTE)
      throw new DomainError('input.invalid', { field: name });
  }
  return quiet;
}

function refuseUnknown(kind: string, preference: Partial<NoticePreference> | null): void {
  const isKnown =
    (STEERABLE_KINDS as readonly string[]).includes(kind) &&
    typeof preference?.inApp === 'boolean' &&
    CHANNELS.every((channel) => PACES.some((pace) => pace === preference[channel]));
  if (!isKnown) throw new DomainError('input.invalid', { field: 'preference' });
}
