import type { MeasureTransition } from '../../src/core/measure/measure.lifecycle.js';
import type { MeasureRow } from '../../src/measures/measure.entity.js';
import { appoint } from '../../src/organizations/appoint.js';
import { actsOn, draftedMeasure } from '../support/deeds.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';
import { Visit } from './support/visit.js';

const REASON = 'ขอให้ระบุช่องทางเผยแพร่';
let web: RunningWeb;
beforeAll(async () => (web = await runningWeb()));
afterAll(() => web.close());

const drafted = (title: string, userName = 'officer'): Promise<MeasureRow> =>
  draftedMeasure(web.agency, { title }, userName);
const act = (
  measure: MeasureRow,
  userName: string,
  transition: MeasureTransition,
  more: { readonly reason?: string; readonly override?: boolean } = {},
): Promise<MeasureRow> => actsOn(web.agency, userName, transition, measure, more);
interface Marked {
  readonly id: string;
  readonly hasOpenOverride: boolean;
  readonly items?: readonly Marked[];
  readonly drafts?: readonly Marked[];
}
const answer = async (visit: Visit, path: string): Promise<Marked> =>
  JSON.parse((await visit.get(`/api/v1${path}`)).text) as Marked; // what is asked of it is asserted

/** The row or card of a list that names this. */
const rowOf = (html: string, title: string): string =>
  html.split('<tr').find((row) => row.includes(`>${title}<`)) ?? '';

describe('a measure that came back', () => {
  let measure: MeasureRow;
  let officer: Visit;
  beforeAll(async () => {
    measure = await drafted('มาตรการที่ส่งคืน');
    await act(measure, 'officer', 'submit');
    await act(measure, 'head-finance', 'return', { reason: REASON });
    officer = await Visit.signedIn(web.address, 'officer');
  });

  it.each(['/tasks', '/measures?fiscalYear=2568'])('wears the same chip at %s as on its page', async (path) => {
    const { text } = await officer.get(path);
    expect(rowOf(text, 'มาตรการที่ส่งคืน')).toMatch(/chip--returned.*ส่งคืนแก้ไข/s);
  });

  it('says in the list who has it now', async () => {
    expect(rowOf((await officer.get('/tasks')).text, 'มาตรการที่ส่งคืน')).toContain('รอผู้จัดทำแก้ไขแล้วเสนอใหม่');
  });

  it('says why above its text, and offers to correct it before sending it again', async () => {
    const { text } = await officer.get(`/measures/${measure.id}`);
    const main = text.slice(text.indexOf('<main'));
    expect(main.indexOf(REASON)).toBeGreaterThan(0);
    expect(main.indexOf(REASON)).toBeLessThan(main.indexOf('class="item__document"'));
    expect(/class="btn btn-primary"[^>]*>([^<]+)/.exec(main.slice(main.indexOf('class="decision')))?.[1]).toBe('แก้ไข');
  });

  it('is told so by the API, in lists and by itself', async () => {
    const one = await answer(officer, `/measures/${measure.id}`);
    const { items = [] } = await answer(officer, '/measures');
    const { drafts = [] } = await answer(officer, '/tasks');
    expect([one, items.find(({ id }) => id === measure.id), drafts[0]]).toEqual([
      expect.objectContaining({ wasReturned: true, hasOpenOverride: false }),
      expect.objectContaining({ wasReturned: true, hasOpenOverride: false }),
      expect.objectContaining({ wasReturned: true, dueOn: null, daysLate: 0 }),
    ]);
  });
});

it('an emergency decision is seen wherever the measure is, until another person ratifies', async () => {
  const { organizationId, unitOfWork, database } = web.agency;
  const [post] = await database.look<{ id: string }>(`select id from post where kind = 'officer'`);
  const personId = web.agency.personId('head-finance');
  const recordedBy = web.agency.personId('admin');
  const dates = { startsOn: '2024-10-01', endsOn: null };
  await unitOfWork.inTenant(organizationId, (tx) =>
    appoint(tx, { organizationId, personId, postId: post?.id ?? '', ...dates, recordedBy }),
  );
  const measure = await drafted('มาตรการฉุกเฉิน', 'head-finance');
  await act(measure, 'head-finance', 'submit');
  await act(measure, 'head-finance', 'sign_off', { reason: 'ไม่มีผู้อื่นลงนามได้ทัน', override: true });

  const executive = await Visit.signedIn(web.address, 'executive');
  const flags = async (): Promise<boolean[]> => {
    const pages = await Promise.all(['/measures?fiscalYear=2568', '/tasks'].map((path) => executive.get(path)));
    const { hasOpenOverride } = await answer(executive, `/measures/${measure.id}`);
    return [...pages.map(({ text }) => rowOf(text, 'มาตรการฉุกเฉิน').includes('รอรับรอง')), hasOpenOverride === true];
  };
  expect(await flags()).toEqual([true, true, true]);
  await database.look('update item_override set ratified_by = $1, ratified_at = now()', [web.agency.personId('chief')]);
  expect(await flags()).toEqual([false, false, false]);
});

it('twenty tasks are a page', async () => {
  for (let nth = 1; nth <= 21; nth += 1) await act(await drafted(`มาตรการที่ ${nth}`), 'officer', 'submit');
  const head = await Visit.signedIn(web.address, 'head-finance');
  const boxes = async (path: string): Promise<number> =>
    ((await head.get(path)).text.match(/type="checkbox" name="item"/g) ?? []).length;
  expect([await boxes('/tasks'), await boxes('/tasks?list=mine&page=2')]).toEqual([20, 1]);
});

it('surprises nobody', () => expect(web.surprises).toEqual([]));
