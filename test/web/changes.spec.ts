import { actOnMeasure } from '../../src/measures/act-on-measure.js';
import { draftMeasure, editPlan } from '../../src/measures/save-measure.js';
import { draftAnnouncement, editAnnouncement } from '../../src/announcements/draft-announcement.js';
import { aMeasure } from '../support/agency.js';
import { Program } from './support/program.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';
import { Visit } from './support/visit.js';

const CHANGED = 'สิ่งที่เปลี่ยนจากครั้งก่อน';

let web: RunningWeb;
beforeAll(async () => (web = await runningWeb()));
afterAll(() => web.close());

const draft = async (title: string): Promise<string> => {
  const { organizationId, divisions } = web.agency;
  const content = aMeasure([divisions.get('กองคลัง') ?? ''], { title });
  const measure = await web.agency.as('officer', (tx, actor) =>
    draftMeasure(tx, { organizationId, actor, fiscalYear: 2568, content }),
  );
  return measure.id;
};
const edit = async (id: string, method: string): Promise<void> => {
  const { organizationId, divisions } = web.agency;
  const [row] = await web.agency.database.look<{ version: number; title: string }>(
    'select version, title from measure where id = $1',
    [id],
  );
  const fields = aMeasure([divisions.get('กองคลัง') ?? ''], {
    title: row?.title,
    methods: [{ kind: 'numbered', text: method }],
  });
  await web.agency.as('officer', (tx, actor) =>
    editPlan(tx, { organizationId, actor, measureId: id, seenVersion: row?.version ?? 0, fields }),
  );
};
const act = async (who: string, id: string, transition: 'submit' | 'return'): Promise<void> => {
  const { organizationId } = web.agency;
  await web.agency.as(who, (tx, actor) =>
    actOnMeasure(tx, {
      organizationId,
      itemId: id,
      transition,
      actor,
      seenVersion: null,
      shownHash: null,
      reason: 'x',
    }),
  );
};

it('a reader is told once what others changed, with the words before and after', async () => {
  const id = await draft('แก้แล้วต้องบอก');
  await act('officer', id, 'submit');
  const head = await Visit.signedIn(web.address, 'head-finance');
  expect((await head.get(`/measures/${id}`)).text).not.toContain(CHANGED);
  await act('head-finance', id, 'return');
  await edit(id, 'เผยแพร่ทุกสิ้นเดือน');
  await act('officer', id, 'submit');

  const { text } = await head.get(`/measures/${id}`);
  const told = /<section class="sheet changes".*?<\/section>/s.exec(text)?.[0] ?? '';
  expect(told).toContain('จัดทำสรุปแผนการใช้จ่าย');
  expect(told).toContain('เผยแพร่ทุกสิ้นเดือน');
  expect(told).not.toContain('ระยะเวลา');
  expect(text.match(/timeline__item--new/g)).toHaveLength(2);
  const again = await head.get(`/measures/${id}`);
  expect(again.text).not.toContain(CHANGED);
  expect(again.text).not.toContain('timeline__item--new');
});

it('nobody is told of what they changed themselves', async () => {
  const id = await draft('แก้เอง');
  const officer = await Visit.signedIn(web.address, 'officer');
  await officer.get(`/measures/${id}`);
  await edit(id, 'แก้ด้วยตนเอง');
  expect((await officer.get(`/measures/${id}`)).text).not.toContain(CHANGED);
});

it('of an announcement, the particulars that differ are told', async () => {
  const { organizationId } = web.agency;
  const words = (reportingChannels: string) => ({
    organizationId,
    fiscalYear: 2568,
    template: 'no-gift-announcement.v1',
    languages: ['th'] as const,
    parameters: { reportingChannels, furtherRules: [] },
    measureIds: [],
  });
  const { id, version } = await web.agency.as('officer', (tx, actor) =>
    draftAnnouncement(tx, { ...words('โทรศัพท์ 0-0000-0000'), actor }),
  );
  const chief = await Visit.signedIn(web.address, 'chief');
  await chief.get(`/announcements/${id}`);
  await web.agency.as('officer', (tx, actor) =>
    editAnnouncement(tx, { ...words('ตู้รับเรื่องหน้าสำนักงาน'), actor, announcementId: id, seenVersion: version }),
  );
  const { text } = await chief.get(`/announcements/${id}`);
  expect(/<section class="sheet changes".*?<\/section>/s.exec(text)?.[0]).toContain('ตู้รับเรื่องหน้าสำนักงาน');
});

it('a program asks as often as it likes, and says when it has looked', async () => {
  const id = await draft('ผ่านโปรแกรม');
  const chief = await Program.signedIn(web.address, 'chief');
  const changes = async () => (await chief.get(`/api/v1/measures/${id}/changes`)).json;
  expect(await changes()).toEqual({ lookedAt: null, newEvents: [], fields: [] });
  const key = { 'idempotency-key': 'look-1' };
  expect((await chief.post(`/api/v1/measures/${id}/looks`, {}, key)).status).toBe(204);
  await edit(id, 'วิธีใหม่');
  for (const _twice of [1, 2]) {
    expect((await changes()).fields).toMatchObject([{ label: 'วิธีดำเนินการ', after: ['วิธีใหม่'] }]);
  }
  const replay = await chief.post(`/api/v1/measures/${id}/looks`, {}, key);
  expect(replay.headers.get('idempotent-replayed')).toBe('true');
  expect((await changes()).fields).toHaveLength(1);
  await chief.post(`/api/v1/measures/${id}/looks`);
  expect(await changes()).toMatchObject({ newEvents: [], fields: [] });
});

it('surprises nobody', () => expect(web.surprises).toEqual([]));
