import { randomUUID } from 'node:crypto';
import { DomainError } from '../../src/core/errors.js';
import { organizationId, type OrganizationId } from '../../src/database/tenant.js';
import { drawNumber } from '../../src/registers/draw-number.js';
import { registerYear, type YearKind } from '../../src/registers/register-year.js';
import { registerOf } from '../../src/registers/registers.queries.js';
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
  readonly year: number;
  readonly at: TestAgency;
  readonly yearKind: YearKind;
}

const draw = (
  register: string,
  { itemId = randomUUID(), year = 2568, at = agency, yearKind = 'calendar' }: Partial<Drawing> = {},
): Promise<number> =>
  at.unitOfWork.inTenant(at.organizationId, (tx) =>
    drawNumber(tx, { organizationId: at.organizationId, register, yearKind, year, itemKind: 'announcement', itemId }),
  );

const numbersOf = (register: string, year = 2568): Promise<{ number: number; voidReason: string | null }[]> =>
  agency.unitOfWork.inTenant(agency.organizationId, (tx) =>
    registerOf(tx, agency.organizationId, register, { yearKind: 'calendar', year }),
  );

describe('a register', () => {
  it('gives a hundred parallel signers the numbers 1 to 100', async () => {
    const drawn = await Promise.all(Array.from({ length: 100 }, () => draw('crowded')));
    expect(drawn.sort((one, other) => one - other)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
  });

  it('begins with 1 for each register, year, kind of year and agency', async () => {
    await draw('many');
    expect([
      await draw('many'),
      await draw('others'),
      await draw('many', { year: 2569 }),
      await draw('many', { yearKind: 'fiscal' }),
      await draw('many', { at: neighbour }),
    ]).toEqual([2, 1, 1, 1, 1]);
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
      await drawNumber(tx, { organizationId, register: 'failing', yearKind: 'calendar', year: 2568, ...item });
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
    await drawNumber(tx, { ...item, yearKind: 'calendar', year: 2569 });
    if (place === 0) throw new Error('the signature was not recorded');
  });
  await signing.catch(() => undefined);
  if (place !== 1) return;
  await agency.unitOfWork.inTenant(tenant, (tx) =>
    voidNumber(tx, { ...item, personId: tenant, reason: 'ยกเลิกเพื่อทดสอบ' }),
  );
}

describe('the year of a register', () => {
  it.each([
    ['fiscal', '2024-09-30', 2567],
    ['fiscal', '2024-10-01', 2568],
    ['calendar', '2024-12-31', 2567],
    ['calendar', '2025-01-01', 2568],
  ] as const)('of kind %s on %s is %i', (yearKind, day, year) => {
    expect(registerYear(yearKind, day)).toBe(year);
  });
});
