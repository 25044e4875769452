import { DomainError } from '../../src/core/errors.js';
import { addDays } from '../../src/core/time/calendar-days.js';
import type { Tx } from '../../src/database/unit-of-work.js';
import { choosePassword } from '../../src/identity/choose-password.js';
import { grantOneTimeSecret, openAccount } from '../../src/identity/open-account.js';
import { newOneTimeSecret } from '../../src/identity/one-time-secret.js';
import { hashPassword } from '../../src/identity/password.js';
import { signIn } from '../../src/identity/sign-in.js';
import { appoint, endAppointment } from '../../src/organizations/appoint.js';
import { peopleOf, personRecord, postsOf } from '../../src/organizations/establishment.queries.js';
import { handOver } from '../../src/organizations/hand-over.js';
import { saveDivision } from '../../src/organizations/keep-divisions.js';
import { closeAccount, renamePerson } from '../../src/organizations/keep-people.js';
import { addPost, endPost } from '../../src/organizations/keep-posts.js';
import { today } from '../../src/organizations/organizations.queries.js';
import { testAgency, type TestAgency } from '../support/agency.js';
import { actsOn, draftedMeasure } from '../support/deeds.js';

let agency: TestAgency;
let day: string;
beforeAll(async () => {
  agency = await testAgency();
  day = await look(today);
});
afterAll(() => agency.database.close());

const look = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => agency.unitOfWork.inTenant(agency.organizationId, work);
const admin = () => agency.personId('admin');
const codesOf = async (work: Promise<unknown>): Promise<readonly unknown[]> => {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof DomainError)) throw new Error(`no refusal: ${String(error)}`);
  return error.code === 'item.refused' ? (error.details.problems as string[]) : [error.code];
};

const newPerson = async (userName: string, name = 'นางสาวสมมุติ มาใหม่') =>
  look(async (tx) =>
    openAccount(tx, {
      organizationId: agency.organizationId,
      name,
      nameEn: null,
      userName,
      secretHash: await hashPassword('secret of the tests'),
      grantedBy: admin(),
    }),
  );
const postNamed = async (name: string): Promise<string> =>
  (await look((tx) => postsOf(tx, agency.organizationId))).find((post) => post.name === name)?.id ?? '';
const appointing = (personId: string, postId: string, startsOn: string, endsOn: string | null = null) =>
  look((tx) =>
    appoint(tx, { organizationId: agency.organizationId, personId, postId, startsOn, endsOn, recordedBy: admin() }),
  );
const ending = (appointmentId: string, endsOn: string) =>
  look((tx) =>
    endAppointment(tx, { organizationId: agency.organizationId, appointmentId, endsOn, recordedBy: admin() }),
  );
const lastAudit = async (): Promise<string[]> =>
  (
    await agency.database.look<{ action: string; actor: string }>(
      `select event ->> 'action' as action, event ->> 'actorPersonId' as actor from audit_event
       where organization_id = $1 order by seq desc limit 1`,
      [agency.organizationId],
    )
  ).flatMap(({ action, actor }) => [action, actor]);

describe('an account', () => {
  it('begins with a secret that works until an own password replaces it', async () => {
    const { organizationId, unitOfWork } = agency;
    const { id } = await newPerson('new.comer');
    expect(await lastAudit()).toEqual(['person.add', admin()]);
    const first = await signIn(unitOfWork, { organizationId, userName: 'New.Comer', password: 'secret of the tests' });
    expect(first).toMatchObject({ personId: id, passwordVersion: 0 });
    const own = { organizationId, personId: id, current: 'secret of the tests', next: 'ดอกไม้บานริมคลอง' };
    expect(await choosePassword(unitOfWork, own)).toBe(1);
    await expect(signIn(unitOfWork, { ...own, userName: 'new.comer', password: own.current })).rejects.toMatchObject({
      code: 'sign-in.failed',
    });
    expect(await signIn(unitOfWork, { ...own, userName: 'new.comer', password: own.next })).toMatchObject({
      passwordVersion: 1,
    });
  });

  it.each([
    ['short', 'password.weak'],
    ['my name is picky', 'password.weak'],
    ['secret of the tests', 'password.unchanged'],
  ])('takes no password like "%s"', async (next, code) => {
    const { id } = await newPerson(`picky`).catch(async () => ({ id: await idOf('picky') }));
    const { organizationId } = agency;
    const own = { organizationId, personId: id, current: 'secret of the tests', next };
    expect(await codesOf(choosePassword(agency.unitOfWork, own))).toEqual([code]);
  });

  it('lets nobody in with a secret that was read out more than a week ago', async () => {
    const { organizationId, unitOfWork } = agency;
    const { id } = await newPerson('too.late');
    await agency.database.look('update person set one_time_until = now() where id = $1', [id]);
    const attempt = signIn(unitOfWork, { organizationId, userName: 'too.late', password: 'secret of the tests' });
    await expect(attempt).rejects.toMatchObject({ code: 'sign-in.failed' });
  });

  it('needs a user name of its own, in letters that can be typed', async () => {
    await newPerson('taken');
    expect(await codesOf(newPerson('Taken'))).toEqual(['person.user-name-taken']);
    expect(await codesOf(newPerson('ชื่อไทย'))).toEqual(['person.user-name-invalid']);
    expect(await codesOf(newPerson('nameless', ' '))).toEqual(['input.invalid']);
  });

  it('is renamed, and found by a part of its name', async () => {
    const { organizationId } = agency;
    const { id } = await newPerson('renamed');
    const change = { organizationId, personId: id, changedBy: admin(), name: ' นางสมมุติ เปลี่ยนสกุล ', nameEn: null };
    await look((tx) => renamePerson(tx, change));
    const found = await look((tx) => peopleOf(tx, organizationId, 'เปลี่ยนสกุล', { page: 1, size: 10 }));
    expect(found).toMatchObject({
      total: 1,
      rows: [{ id, name: 'นางสมมุติ เปลี่ยนสกุล', posts: [], awaitsPassword: true }],
    });
  });

  const idOf = async (userName: string): Promise<string> =>
    (await agency.database.look<{ id: string }>('select id from person where user_name = $1', [userName]))[0]?.id ?? '';
});

describe('closing an account', () => {
  const closing = (personId: string) =>
    look((tx) => closeAccount(tx, { organizationId: agency.organizationId, personId, changedBy: admin() }));

  it('waits for a hand-over of everything that is left to do', async () => {
    const { organizationId } = agency;
    const { id: toPersonId } = await newPerson('successor');
    const fromPersonId = agency.personId('head-education');
    await expect(closing(fromPersonId)).rejects.toMatchObject({
      code: 'person.work-waiting',
      details: { posts: 1, drafts: 0, actingOrders: 0 },
    });
    const given = { organizationId, fromPersonId, toPersonId, closesAccount: false, recordedBy: admin() };
    await look((tx) => handOver(tx, given));
    await closing(fromPersonId);
    expect(await lastAudit()).toEqual(['person.close', admin()]);
    expect(await codesOf(closing(fromPersonId))).toEqual(['person.closed']);
  });

  it('is undone by a new secret', async () => {
    const { organizationId, unitOfWork } = agency;
    const { id: personId } = await newPerson('returning');
    await closing(personId);
    const secret = newOneTimeSecret();
    const secretHash = await hashPassword(secret);
    await look((tx) => grantOneTimeSecret(tx, { organizationId, personId, secretHash, grantedBy: admin() }));
    expect(await lastAudit()).toEqual(['person.reopen', admin()]);
    expect(await signIn(unitOfWork, { organizationId, userName: 'returning', password: secret })).toMatchObject({
      personId,
    });
  });
});

describe('an appointment', () => {
  it('is refused where somebody holds the post, and follows when they leave it', async () => {
    const { id } = await newPerson('next.head');
    const postId = await postNamed('ผู้อำนวยการกองช่าง');
    expect(await codesOf(appointing(id, postId, day))).toEqual(['appointment.post-taken']);
    const [held] = (await look((tx) => personRecord(tx, agency.organizationId, agency.personId('head-works'))))
      .appointments;
    await ending(held?.id ?? '', addDays(day, -1));
    await appointing(id, postId, day);
    expect(await codesOf(appointing(id, postId, addDays(day, 5)))).toEqual(['appointment.overlap']);
    expect(await codesOf(ending(held?.id ?? '', addDays(day, 10)))).toEqual(['appointment.post-taken']);
    const posts = await look((tx) => postsOf(tx, agency.organizationId));
    expect(posts.find((post) => post.id === postId)?.holders).toEqual(['นางสาวสมมุติ มาใหม่']);
    const { appointments } = await look((tx) => personRecord(tx, agency.organizationId, agency.personId('head-works')));
    expect(appointments).toMatchObject([{ startsOn: '2015-10-01', endsOn: addDays(day, -1) }]);
  });

  it('may be shared by officers, and turned round by nobody', async () => {
    const { id } = await newPerson('second.officer');
    const postId = await postNamed('นักวิเคราะห์นโยบายและแผน');
    await appointing(id, postId, day, addDays(day, 30));
    expect(await codesOf(appointing(id, postId, day, addDays(day, -1)))).toEqual(['appointment.dates-reversed']);
    expect(await codesOf(appointing(id, 'nothing', day))).toEqual(['input.invalid']);
  });

  it('never ends before a signature given in it', async () => {
    const { organizationId } = agency;
    const measure = await draftedMeasure(agency);
    await actsOn(agency, 'officer', 'submit', measure);
    await actsOn(agency, 'head-finance', 'sign_off', measure);
    const { appointments } = await look((tx) => personRecord(tx, organizationId, agency.personId('head-finance')));
    expect(await codesOf(ending(appointments[0]?.id ?? '', addDays(day, -1)))).toEqual(['appointment.acted-since']);
    await ending(appointments[0]?.id ?? '', day);
  });

  it('of the last administrator never ends', async () => {
    const { appointments } = await look((tx) => personRecord(tx, agency.organizationId, admin()));
    expect(await codesOf(ending(appointments[0]?.id ?? '', day))).toEqual(['person.last-administrator']);
    const { id } = await newPerson('second.admin');
    await appointing(id, await postNamed('นักวิชาการคอมพิวเตอร์'), day);
    await ending(appointments[0]?.id ?? '', addDays(day, 1));
  });
});

describe('posts and divisions', () => {
  const adding = (fields: object) =>
    look((tx) =>
      addPost(tx, {
        organizationId: agency.organizationId,
        name: 'ตำแหน่งทดสอบ',
        nameEn: null,
        kind: 'officer',
        divisionId: null,
        changedBy: admin(),
        ...fields,
      }),
    );
  const abolishing = (postId: string) =>
    look((tx) => endPost(tx, { organizationId: agency.organizationId, postId, changedBy: admin() }));
  const division = (divisionId: string | null, fields: object) =>
    look((tx) =>
      saveDivision(tx, {
        organizationId: agency.organizationId,
        divisionId,
        fields: { name: 'กองสาธารณสุข', position: 5, startsOn: '2020-10-01', endsOn: null, ...fields },
        changedBy: admin(),
      }),
    );

  it('give a division head a division', async () => {
    expect(await codesOf(adding({ kind: 'division_head' }))).toEqual(['post.division-needed']);
    expect(await codesOf(adding({ kind: 'king' }))).toEqual(['input.invalid']);
  });

  it('let a post end that nobody needs, and nobody hold it afterwards', async () => {
    expect(await codesOf(abolishing(await postNamed('ปลัดองค์การบริหารส่วนตำบลตัวอย่าง')))).toEqual(['post.still-held']);
    const { id } = await adding({});
    await abolishing(id);
    expect(await codesOf(appointing(agency.personId('officer'), id, day))).toEqual(['appointment.post-ended']);
  });

  it('keep division names apart while both exist', async () => {
    const { id } = await division(null, {});
    expect(await codesOf(division(null, {}))).toEqual(['division.name-taken']);
    await division(id, { endsOn: '2021-09-30' });
    await division(null, { startsOn: '2021-10-01' });
    expect(await codesOf(division(id, { endsOn: '2019-01-01' }))).toEqual(['division.dates-reversed']);
  });

  it('let no division end under the people who work in it', async () => {
    const id = agency.divisions.get('สำนักปลัด') ?? '';
    const end = { name: 'สำนักปลัด', position: 1, startsOn: '2015-10-01', endsOn: day };
    expect(await codesOf(division(id, end))).toEqual(['division.posts-held']);
  });
});
