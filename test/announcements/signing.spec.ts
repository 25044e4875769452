import { setImmediate as nextTurn } from 'node:timers/promises';
import { actOnAnnouncement } from '../../src/announcements/act-on-announcement.js';
import type { AnnouncementRow } from '../../src/announcements/announcement.entity.js';
import { draftAnnouncement } from '../../src/announcements/draft-announcement.js';
import {
  announcementRegister,
  announcementRegisterYears,
} from '../../src/announcements/announcement-register.queries.js';
import { announcementKind } from '../../src/announcements/announcement.kind.js';
import { confirmPublished } from '../../src/app/item-kinds.js';
import { runSystemTransition } from '../../src/approvals/run-transition.js';
import type { AnnouncementTransition } from '../../src/core/announcement/announcement.lifecycle.js';
import type { Tx } from '../../src/database/unit-of-work.js';
import { testAgency, type TestAgency } from '../support/agency.js';

let agency: TestAgency;
let calendarYear: number;
beforeAll(async () => {
  agency = await testAgency();
  const [now] = await agency.database.look<{ year: number }>(
    `select extract(year from now() at time zone 'Asia/Bangkok')::int + 543 as year`,
  );
  calendarYear = now?.year ?? 0;
});
afterAll(() => agency.database.close());

const draft = (template = 'no-gift-announcement'): Promise<AnnouncementRow> =>
  agency.as('officer', (tx, actor) =>
    draftAnnouncement(tx, {
      organizationId: agency.organizationId,
      actor,
      fiscalYear: 2568,
      template,
      languages: ['th', 'en'],
      parameters: { reportingChannels: 'โทรศัพท์ 0-0000-0000', furtherRules: [] },
    }),
  );

const act = (
  userName: string,
  transition: AnnouncementTransition,
  announcement: AnnouncementRow,
  reason?: string,
): Promise<AnnouncementRow> =>
  agency.as(userName, (tx, actor) =>
    actOnAnnouncement(tx, {
      organizationId: agency.organizationId,
      itemId: announcement.id,
      transition,
      actor,
      seenVersion: null,
      shownHash: announcement.contentHash,
      reason,
    }),
  );

const signed = async (): Promise<AnnouncementRow> => {
  const announcement = await draft();
  await act('officer', 'submit', announcement);
  await act('executive', 'sign', announcement);
  return announcement;
};

/** What the worker does when it has fetched the file back from its address. */
async function publish({ id }: AnnouncementRow): Promise<void> {
  await agency.database.look(
    `insert into publication (organization_id, id, document_id, language, target, edition_id, item_kind, item_id, address, desired, desired_sha256)
     select organization_id, gen_random_uuid(), document_id, language, 'public-site', id, item_kind, item_id, '/p', 'present', 'x'
     from edition where item_id = $1 and language = 'th'`,
    [id],
  );
  await agency.unitOfWork.inTenant(agency.organizationId, (tx) =>
    runSystemTransition(tx, announcementKind, agency.organizationId, id, 'publish'),
  );
}

const stored = (id: string): Promise<{ number: number | null; numberYear: number | null }[]> =>
  agency.database.look('select number, number_year as "numberYear" from announcement where id = $1', [id]);

describe('a signed announcement', () => {
  it('has an edition for each language under the title of that language', async () => {
    const { id } = await signed();
    const editions = await agency.database.look<{ language: string; title: string }>(
      'select language, title from edition where item_id = $1 order by language',
      [id],
    );
    expect(editions.map(({ language }) => language)).toEqual(['en', 'th']);
    const [english, thai] = editions.map(({ title }) => title);
    expect(english).toMatch(/^[\x20-\x7e]+$/);
    expect(english).toMatch(/gift/i);
    expect(thai).toMatch(/ของขวัญ/);
  });

  it('draws the next number of its calendar year, and only when it is signed', async () => {
    const waiting = await draft();
    await act('officer', 'submit', waiting);
    expect(await stored(waiting.id)).toEqual([{ number: null, numberYear: null }]);
    await act('executive', 'sign', waiting);
    const [first] = await stored(waiting.id);
    const [edition] = await agency.database.look<{ number: string }>(
      `select snapshot ->> 'number' as number from edition where item_id = $1 and language = 'en'`,
      [waiting.id],
    );
    expect(edition?.number).toBe(`${first?.number}/${first?.numberYear}`);
    const second = await signed();
    expect(first?.numberYear).toBe(calendarYear);
    expect(await stored(second.id)).toEqual([{ number: (first?.number ?? 0) + 1, numberYear: calendarYear }]);
  });

  it('is published when both its languages are seen at the same moment', async () => {
    const { id } = await signed();
    const { database, unitOfWork, organizationId } = agency;
    await database.look(
      `with sealed as (update edition set state = 'sealed' where item_id = $1 returning *)
       insert into publication (organization_id, id, document_id, language, target, edition_id, item_kind, item_id, address, desired, desired_sha256)
       select organization_id, gen_random_uuid(), document_id, language, 'public-site', id, item_kind, item_id, '/p', 'present', 'x'
       from sealed`,
      [id],
    );
    const seen = async (tx: Tx, language: string): Promise<boolean> => {
      await tx.query('update publication set verified_at = now() where item_id = $1 and language = $2', [id, language]);
      return confirmPublished(tx, organizationId, 'announcement', id);
    };
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    let looked: () => void = () => undefined;
    const hasLooked = new Promise<void>((resolve) => (looked = resolve));
    const thai = unitOfWork.inTenant(organizationId, async (tx) => {
      const isComplete = await seen(tx, 'th');
      looked();
      await held;
      return isComplete;
    });
    await hasLooked;
    let isOver = false;
    const english = unitOfWork.inTenant(organizationId, (tx) => seen(tx, 'en')).finally(() => (isOver = true));
    const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while (!isOver && (await database.look(waiting)).length === 0) await nextTurn();
    letGo();
    expect([await thai, await english]).toEqual([false, true]);
    expect(await database.look('select state from announcement where id = $1', [id])).toEqual([{ state: 'published' }]);
  });

  it('is withdrawn with its number struck off and the reason kept', async () => {
    const announcement = await signed();
    await publish(announcement);
    await act('executive', 'withdraw', announcement, 'ประกาศซ้ำกับฉบับก่อน');
    const [years, register] = await agency.as('officer', async (tx) => [
      await announcementRegisterYears(tx, agency.organizationId),
      await announcementRegister(tx, agency.organizationId, calendarYear),
    ]);
    expect(years).toEqual([calendarYear]);
    expect(register.map(({ number }) => number)).toEqual(register.map((_, index) => index + 1));
    expect(register.filter(({ voided }) => voided !== null)).toEqual([
      expect.objectContaining({
        announcementId: announcement.id,
        title: announcement.title,
        state: 'withdrawn',
        voided: { at: expect.any(Date), reason: 'ประกาศซ้ำกับฉบับก่อน', by: 'นายสมมุติ ใจดี' },
      }),
    ]);
  });
});
