import { draftMeasure, editPlan } from '../../src/measures/save-measure.js';
import { renamePerson } from '../../src/organizations/keep-people.js';
import { renamePost } from '../../src/organizations/keep-posts.js';
import { aMeasure } from '../support/agency.js';
import { actsFor, actsOn } from '../support/deeds.js';
import { Program } from './support/program.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';
import { Visit } from './support/visit.js';

interface Told {
  readonly seq: string;
  readonly action: string;
  readonly person: string;
  readonly post: string;
  readonly isComparable: boolean;
  readonly isSetAside: boolean;
  readonly acting: readonly object[];
}

let web: RunningWeb;
let measureId: string;
let head: { person: string; post: string; personId: string; postId: string };

beforeAll(async () => {
  web = await runningWeb();
  head = await headOf('กองคลัง');
  measureId = await returnedAndMended();
});
afterAll(() => web.close());

async function headOf(division: string): Promise<typeof head> {
  const [found] = await web.agency.database.look<typeof head>(
    `select n.name as person, p.name as post, n.id as "personId", p.id as "postId" from post p
     join division d on d.id = p.division_id join appointment a on a.post_id = p.id join person n on n.id = a.person_id
     where p.kind = 'division_head' and d.name = $1`,
    [division],
  );
  if (!found) throw new Error(`nobody heads ${division}`);
  return found;
}

async function standing(id: string): Promise<{ hash: string; version: number }> {
  const [row] = await web.agency.database.look<{ hash: string; version: number }>(
    'select content_hash as hash, version from measure where id = $1',
    [id],
  );
  if (!row) throw new Error('there is no such measure');
  return row;
}

async function act(who: string, id: string, transition: 'submit' | 'sign_off' | 'return'): Promise<void> {
  const { hash: contentHash } = await standing(id);
  await actsOn(web.agency, who, transition, { id, contentHash }, { reason: 'x' });
}

/** Two divisions: one signs, the other returns; the officer mends it; both sign, one of them through somebody acting. */
async function returnedAndMended(): Promise<string> {
  const { agency } = web;
  const { organizationId } = agency;
  const divisions = ['กองคลัง', 'กองช่าง'].map((name) => agency.divisions.get(name) ?? '');
  const content = aMeasure(divisions, { title: 'ชื่อแรกของมาตรการ' });
  const { id } = await agency.as('officer', (tx, actor) =>
    draftMeasure(tx, { organizationId, actor, fiscalYear: 2568, content }),
  );
  const fields = { ...content, title: 'ชื่อหลังแก้ของมาตรการ', methods: [{ kind: 'numbered' as const, text: 'วิธีใหม่' }] };
  await act('officer', id, 'submit');
  await act('head-finance', id, 'sign_off');
  await act('head-works', id, 'return');
  const { version: seenVersion } = await standing(id);
  await agency.as('officer', (tx, actor) =>
    editPlan(tx, { organizationId, actor, measureId: id, seenVersion, fields }),
  );
  await act('officer', id, 'submit');
  await actsFor(agency, 'head-education', head.postId, 'acting_for', {
    orderNumber: '๑๒/๒๕๖๙',
    orderedOn: '2024-01-05',
    startsOn: '2024-01-05',
  });
  await act('head-education', id, 'sign_off');
  return id;
}

const history = async (who = 'officer'): Promise<Told[]> => {
  const program = await Program.signedIn(web.address, who);
  return (await program.get(`/api/v1/measures/${measureId}/history`)).json as Told[];
};
const entry = async (action: string, which = 0): Promise<Told> => {
  const found = (await history()).filter((each) => each.action === action)[which];
  if (!found) throw new Error(`there is no ${action}`);
  return found;
};

it('an edit says as which post, and shows the text before and after, on a page and through the API', async () => {
  const edit = (await history()).find(({ isComparable }) => isComparable);
  expect(edit?.post).not.toBeNull();
  const address = `/measures/${measureId}/history/${edit?.seq}`;
  const program = await Program.signedIn(web.address, 'officer');
  expect((await program.get(`/api/v1${address}`)).json).toMatchObject({
    seq: edit?.seq,
    changes: [
      { before: ['ชื่อแรกของมาตรการ'], after: ['ชื่อหลังแก้ของมาตรการ'] },
      { before: ['จัดทำสรุปแผนการใช้จ่าย'], after: ['วิธีใหม่'] },
    ],
  });
  const visit = await Visit.signedIn(web.address, 'officer');
  expect((await visit.get(`/measures/${measureId}`)).text).toContain(`href="${address}"`);
  const page = await visit.get(address);
  expect(page.status).toBe(200);
  for (const text of ['ชื่อแรกของมาตรการ', 'ชื่อหลังแก้ของมาตรการ', 'วิธีใหม่']) expect(page.text).toContain(text);
  expect((await visit.get(`/measures/${measureId}/history/999999`)).status).toBe(404);
});

it('a deed that changed no text says so', async () => {
  const { seq } = await entry('submit');
  const program = await Program.signedIn(web.address, 'officer');
  const { json } = await program.get(`/api/v1/measures/${measureId}/history/${seq}`);
  expect(json).toMatchObject({ isComparable: false, changes: [] });
});

it('a signature of a round that was returned counts no more, and one of the present round does', async () => {
  expect(await entry('sign_off', 0)).toMatchObject({ isSetAside: true });
  expect(await entry('sign_off', 1)).toMatchObject({ isSetAside: false });
  const visit = await Visit.signedIn(web.address, 'officer');
  expect((await visit.get(`/measures/${measureId}`)).text.match(/timeline__aside/g)).toHaveLength(1);
});

it('people and posts keep the names of that time, and orders their number and date', async () => {
  const { organizationId } = web.agency;
  const changedBy = web.agency.personId('admin');
  const before = await history();
  await web.agency.as('admin', async (tx) => {
    await renamePerson(tx, { organizationId, personId: head.personId, changedBy, name: 'นางชื่อใหม่', nameEn: null });
    await renamePost(tx, { organizationId, postId: head.postId, changedBy, name: 'ตำแหน่งชื่อใหม่', nameEn: null });
  });
  expect(await history()).toEqual(before);
  expect(await entry('sign_off', 0)).toMatchObject({ person: head.person, post: head.post });
  expect(await entry('sign_off', 1)).toMatchObject({
    acting: [{ capacity: 'acting_for', post: head.post, orderNumber: '๑๒/๒๕๖๙', orderedOn: '2024-01-05' }],
  });
});

it('the log of the agency names items as they were called, and the acting order', async () => {
  const auditor = await Visit.signedIn(web.address, 'auditor');
  const { text } = await auditor.get('/history?kind=measure');
  expect(text).toContain('ชื่อแรกของมาตรการ');
  expect(text).toContain('ชื่อหลังแก้ของมาตรการ');
  expect(text).toMatch(/ตามคำสั่งที่ (๑๒\/๒๕๖๙|12\/2569) ลงวันที่/);
  expect(text).not.toContain('เพิ่มตำแหน่ง</');
});

it('the log is searched by kind, by a name of then or now, and by a title of then or now', async () => {
  const auditor = await Program.signedIn(web.address, 'auditor');
  const found = async (query: Record<string, string>): Promise<{ total: number; events: Told[] }> =>
    (await auditor.get(`/api/v1/audit/events?${new URLSearchParams(query)}`)).json as { total: number; events: Told[] };
  const all = await found({ title: 'ชื่อแรกของ' });
  expect(all).toEqual(await found({ title: 'ชื่อหลังแก้' }));
  expect(all.total).toBe((await history()).length);
  const byThen = await found({ kind: 'measure', person: head.person });
  expect(byThen.events.map(({ action }) => action)).toEqual(['sign_off']);
  expect(await found({ kind: 'measure', person: 'นางชื่อใหม่' })).toEqual(byThen);
  expect(await found({ kind: 'measure', person: 'ไม่มีใครชื่อนี้' })).toEqual({ total: 0, events: [] });
  const visit = await Visit.signedIn(web.address, 'auditor');
  expect((await visit.get('/history?person=ไม่มีใครชื่อนี้')).text).toContain('ไม่พบรายการที่ตรงกับที่ค้นหา');
  expect((await (await Program.signedIn(web.address, 'officer')).get('/api/v1/audit/events')).status).toBe(403);
});
