import type { DataSource } from 'typeorm';
import { DEMO_SIGN_INS, seedDemo } from '../../src/app/demo-organization.js';
import { ENTITIES } from '../../src/app/entities.js';
import { actorToday, type ActorInHand } from '../../src/approvals/actor.js';
import type { MeasureContent } from '../../src/core/measure/measure.js';
import type { OrganizationId } from '../../src/database/tenant.js';
import { UnitOfWork, type Tx } from '../../src/database/unit-of-work.js';
import { testDatabase, type TestDatabase } from './database.js';

/** A demo agency on a database of its own, with a hand for each of its people. */
export interface TestAgency {
  readonly database: TestDatabase;
  readonly source: DataSource;
  readonly unitOfWork: UnitOfWork;
  readonly organizationId: OrganizationId;
  /** Division ids by name. */
  readonly divisions: ReadonlyMap<string, string>;
  /** Runs as the person with this user name ("officer", "chief", …). */
  as<T>(userName: string, work: (tx: Tx, actor: ActorInHand) => Promise<T>): Promise<T>;
  personId(userName: string): string;
}

export async function testAgency(slug = 'test-agency', given?: TestDatabase): Promise<TestAgency> {
  const database = given ?? (await testDatabase());
  const source = await database.dataSource({ entities: ENTITIES });
  const unitOfWork = new UnitOfWork(source);
  const organizationId = await seedDemo(unitOfWork, slug);
  const people = new Map<string, string>(
    (
      await database.look<{ name: string; id: string }>(
        'select user_name as name, id from person where organization_id = $1',
        [organizationId],
      )
    ).map((row) => [row.name, row.id]),
  );
  const divisions = new Map<string, string>(
    (
      await database.look<{ name: string; id: string }>('select name, id from division where organization_id = $1', [
        organizationId,
      ])
    ).map((row) => [row.name, row.id]),
  );
  const personId = (userName: string): string => {
    const id = people.get(userName);
    if (!id)
      throw new Error(
        `nobody is called ${userName}; there are ${DEMO_SIGN_INS.map((each) => each.userName).join(', ')}`,
      );
    return id;
  };
  return {
    database,
    source,
    unitOfWork,
    organizationId,
    divisions,
    personId,
    as: (userName, work) =>
      unitOfWork.inTenant(organizationId, async (tx) =>
        work(tx, await actorToday(tx, organizationId, personId(userName))),
      ),
  };
}

/** A measure that may be submitted and, with its results, endorsed. */
export function aMeasure(divisionIds: readonly string[], overrides: Partial<MeasureContent> = {}): MeasureContent {
  return {
    title: 'เผยแพร่แผนการใช้จ่ายงบประมาณทุกไตรมาส',
    theme: null,
    indicators: [2],
    oCodes: ['O27'],
    methods: [{ kind: 'numbered', text: 'จัดทำสรุปแผนการใช้จ่าย' }],
    period: { startsOn: '2024-10-01', endsOn: '2025-09-30', text: 'ปีงบประมาณ พ.ศ. ๒๕๖๘' },
    responsible: { everyDivision: false, divisionIds, text: 'กองคลัง' },
    monitoring: [],
    results: [{ kind: 'dash', text: 'เผยแพร่ครบสี่ไตรมาส' }],
    outcomes: [{ kind: 'dash', text: 'ประชาชนตรวจสอบได้' }],
    evidence: [],
    ...overrides,
  };
}
