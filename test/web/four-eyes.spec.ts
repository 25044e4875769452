import { actsFor, actsOn, draftedMeasure, postOf } from '../support/deeds.js';
import { Program } from './support/program.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';
import { Visit } from './support/visit.js';

interface Submitted {
  readonly id: string;
  readonly version: number;
  readonly contentHash: string;
}

let web: RunningWeb;
let program: Program;
let visit: Visit;
let own: Submitted;

/** The officer acts for the head of finance, and has submitted a measure of finance. */
beforeAll(async () => {
  web = await runningWeb();
  const { agency } = web;
  await actsFor(agency, 'officer', await postOf(agency, 'head-finance'));
  own = await actsOn(agency, 'officer', 'submit', await draftedMeasure(agency));
  program = await Program.signedIn(web.address, 'officer');
  visit = await Visit.signedIn(web.address, 'officer');
});
afterAll(() => web.close());

const REFUSED = 'ท่านเป็นผู้เสนอรายการนี้';

it('a program may not sign the own submission, however often it asks', async () => {
  for (const _again of [1, 2]) {
    const headers = { 'if-match': `"${own.contentHash}"`, 'idempotency-key': 'own' };
    const { status, json } = await program.post(`/api/v1/measures/${own.id}/acts/sign_off`, {}, headers);
    expect([status, json.objections[0].code]).toEqual([409, 'route.own-submission']);
  }
});

it('a program may not slip it in among others', async () => {
  const decision = { section: 'measures', id: own.id, deed: 'sign_off', shownHash: own.contentHash };
  const { json } = await program.post('/api/v1/decisions', { decisions: [decision] });
  expect(json.answers[0].problem.objections[0].code).toBe('route.own-submission');
});

it('an emergency of a program needs a reason', async () => {
  const { json } = await program.post(
    `/api/v1/measures/${own.id}/acts/sign_off`,
    { override: true },
    { 'if-match': `"${own.contentHash}"` },
  );
  expect(json.objections[0].code).toBe('lifecycle.reason-missing');
});

it('a form posted by hand is refused', async () => {
  const { id, version, contentHash } = own;
  await visit.get(`/measures/${id}`);
  const form = { seenVersion: String(version), shownHash: contentHash };
  const { status, text } = await visit.post(`/measures/${id}/acts/sign_off`, form);
  expect([status, text.includes(REFUSED)]).toEqual([409, true]);
});

it('a box added to the list by hand is refused', async () => {
  const { id, version, contentHash } = own;
  await visit.get('/tasks');
  const decision = ['measures', id, 'sign_off', version, contentHash].join('/');
  const { status, text } = await visit.post('/tasks/decisions', { decision });
  expect([status, text.includes(REFUSED)]).toEqual([200, true]);
});

it('nothing of all that moved it, and nobody was surprised', async () => {
  const [row] = await web.agency.database.look<{ state: string }>('select state from measure where id = $1', [own.id]);
  expect(row?.state).toBe('division_review');
  expect(await web.agency.database.look('select 1 from decision')).toEqual([]);
  expect(web.surprises).toEqual([]);
});
