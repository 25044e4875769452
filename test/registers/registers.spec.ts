import { randomUUID } from 'node:crypto';
import { DomainError } from '../../src/core/errors.js';
import { organizationId, type OrganizationId } from '../../src/database/tenant.js';
import { changeYears } from '../../src/registers/change-years.js';
import { drawNumber } from '../../src/registers/draw-number.js';
import type { YearKind } from '../../src/registers/register-year.js';
import { registerYearsOf } from '../../src/registers/register-years.queries.js';
import { voidNumber } from '../../src/registers/void-number.js';
import { testAgency, type TestAgency } from '../support/agency.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let agency: TestAgency;
let neighbour: TestAgency;
beforeAll(async () => {
  database = await testDatabase();
  agency = await testAgency('first-agency', database);
  neighbour = await testAgency('second-agency', database);
});
afterAll(() => database.close());

interface Drawing {
  readonly itemId: string;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly at: TestAgency;
}

/** @returns as it is printed: "1/2568" */
const print = (
  register: string,
  { itemId = randomUUID(), day = '2025-01-02', at = agency }: Partial<Drawing> = {},
): Promise<string> =>
  at.unitOfWork.inTenant(at.organizationId, async (tx) => {
    const item = { itemKind: 'announcement', itemId };
    const { number, year } = await drawNumber(tx, { organizationId: at.organizationId, register, day, ...item });
    return `${number}/${year}`;
  });

const draw = async (register: string, drawing: Partial<Drawing> = {}): Promise<number> =>
  Number((await print(register, drawing)).split('/')[0]);

const numbersOf = (register: string, year = 2568): Promise<{ number: number; voidReason: string | null }[]> =>
  agency.database.look(
    `select number, void_reason as "voidReason" from register_entry
     where organization_id = $1 and register = $2 and year = $3 order by number`,
    [agency.organizationId, register, year],
  );

describe('a register', () => {
  it('gives a hundred parallel signers the numbers 1 to 100', async () => {
    const drawn = await Promise.all(Array.from({ length: 100 }, () => draw('crowded')));
    expect(drawn.sort((one, other) => one - other)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
  });

  it('begins with 1 for each register, year and agency', async () => {
    await draw('many');
    expect([
      await draw('many'),
      await draw('others'),
      await draw('many', { day: '2026-01-01' }),
      await draw('many', { at: neighbour }),
    ]).toEqual([2, 1, 1, 1]);
  });

  it('gives an item the number it already has', async () => {
    const itemId = randomUUID();
    const first = await draw('once', { itemId });
    await draw('once');
    expect(await draw('once', { itemId })).toBe(first);
  });

  it('takes a number back when the signing fails', async () => {
    const failing = agency.unitOfWork.inTenant(agency.organizationId, async (tx) => {
      const { organizationId } = agency;
      const item = { itemKind: 'announcement', itemId: randomUUID() };
      await drawNumber(tx, { organizationId, register: 'failing', day: '2025-01-02', ...item });
      throw new Error('the signature was not recorded');
    });
    await expect(failing).rejects.toThrow('not recorded');
    expect(await draw('failing')).toBe(1);
  });

  it('keeps a void with its reason and does not give the number again', async () => {
    const itemId = randomUUID();
    await draw('spoiled', { itemId });
    const strike = (reason: string): Promise<void> =>
      agency.as('officer', (tx, { personId }) =>
        voidNumber(tx, {
          organizationId: agency.organizationId,
          register: 'spoiled',
          itemKind: 'announcement',
          itemId,
          personId,
          reason,
        }),
      );
    await expect(strike(' ')).rejects.toMatchObject({ code: 'lifecycle.reason-missing' });
    await strike('ลงเลขผิดเรื่อง');
    await expect(strike('อีกครั้ง')).rejects.toEqual(
      new DomainError('register.number-not-found', { register: 'spoiled', itemId }),
    );
    expect(await draw('spoiled', { itemId })).toBe(2);
    expect(await numbersOf('spoiled')).toEqual([
      expect.objectContaining({ number: 1, voidReason: 'ลงเลขผิดเรื่อง' }),
      expect.objectContaining({ number: 2, voidReason: null }),
    ]);
  });

  it.each([
    ['delete from register_entry where register = $1'],
    ['update register_entry set number = 99 where register = $1'],
  ])('cannot be rewritten by the application: %s', async (sql) => {
    await draw('kept');
    const attempt = agency.unitOfWork.inTenant(agency.organizationId, (tx) => tx.query(sql, ['kept']));
    await expect(attempt).rejects.toMatchObject({ driverError: { code: '42501' } });
  });
});

describe('registers of many agencies', () => {
  it('stay unbroken while signers fail and numbers are struck off', async () => {
    const agencies = await manyAgencies(20);
    for (let wave = 0; wave < 10; wave += 1) {
      await Promise.all(agencies.flatMap((id) => Array.from({ length: 10 }, (_, place) => sign(id, place))));
    }
    const broken = await database.look<object>(
      `select organization_id from register_entry where register = 'busy' group by organization_id
       having count(*) <> max(number) or min(number) <> 1 or count(distinct number) <> count(*)`,
    );
    const [totals] = await database.look<{ agencies: number; numbers: number; voids: number }>(
      `select count(distinct organization_id)::int as agencies, count(*)::int as numbers, count(void_reason)::int as voids
       from register_entry where register = 'busy'`,
    );
    expect(broken).toEqual([]);
    expect(totals).toEqual({ agencies: 20, numbers: 20 * 90, voids: 20 * 10 });
  });
});

/** Agencies with one person each. */
async function manyAgencies(count: number): Promise<OrganizationId[]> {
  const rows = await database.look<{ id: string }>(
    `with agency as (
       insert into organization (organization_id, slug, name, short_name, kind, district, province)
       select gen_random_uuid(), 'busy-' || n, 'หน่วยงาน ' || n, 'หน่วยงาน', 'other', 'สมมติ', 'ตัวอย่าง'
       from generate_series(1, $1) n returning organization_id
     )
     insert into person (organization_id, id, name, user_name, password_hash)
     select organization_id, organization_id, 'เจ้าหน้าที่', 'officer', 'x' from agency returning organization_id as id`,
    [count],
  );
  return rows.map(({ id }) => organizationId(id));
}

/** Of ten signers one fails after the draw, and one has the number struck off again. */
async function sign(tenant: OrganizationId, place: number): Promise<void> {
  const itemId = randomUUID();
  const item = { organizationId: tenant, register: 'busy', itemKind: 'announcement', itemId };
  const signing = agency.unitOfWork.inTenant(tenant, async (tx) => {
    await drawNumber(tx, { ...item, day: '2026-01-02' });
    if (place === 0) throw new Error('the signature was not recorded');
  });
  await signing.catch(() => undefined);
  if (place !== 1) return;
  await agency.unitOfWork.inTenant(tenant, (tx) =>
    voidNumber(tx, { ...item, personId: tenant, reason: 'ยกเลิกเพื่อทดสอบ' }),
  );
}

const yearsOf = (register: string, today: string) =>
  agency.unitOfWork.inTenant(agency.organizationId, (tx) =>
    registerYearsOf(tx, agency.organizationId, register, today),
  );

const change = (register: string, yearKind: YearKind, today: string, startsOn = today): Promise<void> =>
  agency.as('admin', (tx, { personId }) =>
    changeYears(tx, { organizationId: agency.organizationId, register, yearKind, startsOn, personId, today }),
  );

/** Numbers of a register that are missing or stand twice, as they are printed. */
const brokenIn = (register: string): Promise<object[]> =>
  database.look(
    `select organization_id, year from register_entry where register like $1 group by organization_id, register, year
     having count(*) <> max(number) or min(number) <> 1 or count(distinct number) <> count(*)`,
    [register],
  );

describe('a register that changes its years', () => {
  it('counts on over the change, there and back, and never prints a number twice', async () => {
    const on = (day: string): Promise<string> => print('changing', { day });
    expect(await on('2025-05-01')).toBe('1/2568');
    await change('changing', 'fiscal', '2025-06-10');
    expect([await on('2025-09-30'), await on('2025-10-01'), await on('2025-11-20')]).toEqual([
      '2/2568',
      '1/2569',
      '2/2569',
    ]);
    expect(await yearsOf('changing', '2025-11-21')).toMatchObject({
      yearKind: 'fiscal',
      years: [{ year: 2569, startsOn: '2025-10-01', endsOn: '2026-09-30' }, { year: 2570 }],
      change: { yearKind: 'calendar', startsOn: '2026-01-01', years: [{ year: 2569, endsOn: '2026-12-31' }, {}] },
    });
    await change('changing', 'calendar', '2025-11-21', '2026-01-01');
    expect([await on('2025-12-31'), await on('2026-01-01'), await on('2026-12-31'), await on('2027-01-01')]).toEqual([
      '3/2569',
      '4/2569',
      '5/2569',
      '1/2570',
    ]);
    expect(await brokenIn('changing')).toEqual([]);
  });

  it('takes a change back that lies ahead, and refuses what it has already', async () => {
    await print('ahead', { day: '2025-11-02' });
    await change('ahead', 'fiscal', '2025-11-20', '2026-01-01');
    expect(await yearsOf('ahead', '2025-11-21')).toMatchObject({
      yearKind: 'calendar',
      ahead: { yearKind: 'fiscal', startsOn: '2026-01-01' },
      change: { yearKind: 'calendar', startsOn: '2025-11-21' },
    });
    await expect(change('ahead', 'fiscal', '2025-11-21', '2026-01-01')).rejects.toMatchObject({
      code: 'register.years-unchanged',
    });
    await change('ahead', 'calendar', '2025-11-21');
    expect(await print('ahead', { day: '2026-10-01' })).toBe('1/2569');
    await expect(change('ahead', 'calendar', '2025-11-22')).rejects.toMatchObject({ code: 'register.years-unchanged' });
  });

  it('refuses a day from which numbers would be doubled or left out, and names the one that is safe', async () => {
    await print('unsafe', { day: '2025-11-02' });
    for (const startsOn of ['2025-11-20', '2025-10-01', '2026-10-01']) {
      await expect(change('unsafe', 'fiscal', '2025-11-20', startsOn)).rejects.toEqual(
        new DomainError('register.years-unsafe', { startsOn: '2026-01-01' }),
      );
    }
  });

  it('changes at once, for the whole running year, while that has no number', async () => {
    await change('new-calendar', 'fiscal', '2025-11-20', '2025-01-01');
    expect(await print('new-calendar', { day: '2025-11-20' })).toBe('1/2569');
    await change('new-fiscal', 'fiscal', '2025-02-01');
    expect(await print('new-fiscal', { day: '2025-09-30' })).toBe('1/2568');
    await change('new-fiscal', 'calendar', '2025-11-20', '2025-10-01');
    expect(await print('new-fiscal', { day: '2025-11-20' })).toBe('2/2568');
    expect(await print('new-fiscal', { day: '2026-01-01' })).toBe('1/2569');
  });

  it.each([
    ['fiscal', '2025-01-01', ['1/2569', '2/2569'], ['1/2568', '2/2568']],
    ['calendar', '2025-10-01', ['1/2568', '2/2568'], ['1/2569', '2/2569']],
  ] as const)(
    'to %s keeps two signers at the moment of the change in one register',
    async (to, startsOn, after, before) => {
      for (let round = 0; round < 15; round += 1) {
        const register = `race-${to}-${'abcdefghijklmno'[round]}`;
        if (to === 'calendar') await change(register, 'fiscal', '2025-02-01');
        const sign = (): Promise<string> => print(register, { day: '2025-11-20' });
        const changing = (): Promise<string> =>
          change(register, to, '2025-11-20', startsOn).then(
            () => 'changed',
            (error: unknown) => (error instanceof DomainError ? error.code : 'surprise'),
          );
        const turns = [sign, changing, sign];
        const [one, other, third] = await Promise.all(
          [...turns.slice(round % 3), ...turns.slice(0, round % 3)].map((turn) => turn()),
        );
        const drawn = [one, other, third].filter((each) => each?.includes('/')).sort();
        const outcome = [one, other, third].find((each) => !each?.includes('/')) ?? '';
        expect([outcome, drawn]).toEqual(
          outcome === 'changed' ? ['changed', after] : ['register.years-unsafe', before],
        );
      }
      expect(await brokenIn(`race-${to}-%`)).toEqual([]);
    },
  );

  it('is told by the log with the kind before and after', async () => {
    await change('logged', 'fiscal', '2025-03-01');
    const events = await database.look<{ from: string; to: string; place: string }>(
      `select event ->> 'fromState' as "from", event ->> 'toState' as "to", event ->> 'itemId' as place
       from audit_event where event ->> 'action' = 'register.years' and event ->> 'itemId' like 'logged/%'`,
    );
    expect(events).toEqual([{ from: 'calendar', to: 'fiscal', place: 'logged/2025-03-01' }]);
  });
});
