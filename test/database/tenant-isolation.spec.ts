import type { DataSource } from 'typeorm';
import { checkRole } from '../../src/database/check-role.js';
import { UnitOfWork } from '../../src/database/unit-of-work.js';
import { actOnMeasure } from '../../src/measures/act-on-measure.js';
import { draftMeasure } from '../../src/measures/save-measure.js';
import { drawNumber } from '../../src/registers/draw-number.js';
import { freezeEdition } from '../../src/editions/freeze-edition.js';
import { onceForKey } from '../../src/approvals/request-key.js';
import { saveWording } from '../../src/announcements/save-wording.js';
import { dropProposal } from '../../src/assessments/decide-proposal.js';
import { saveAssessment } from '../../src/assessments/save-assessment.js';
import { saveCatalogue } from '../../src/assessments/save-catalogue.js';
import { anAssessment } from '../assessments/an-assessment.js';
import { copyPreset } from '../../src/reports/save-layout.js';
import { aMeasure, testAgency, type TestAgency } from '../support/agency.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { leaveTracesOfTime } from './traces-of-time.js';

interface Column {
  readonly table: string;
  readonly columns: readonly string[];
}

let database: TestDatabase;
let victim: TestAgency;
let stranger: TestAgency;
let tables: readonly Column[];

beforeAll(async () => {
  database = await testDatabase();
  victim = await testAgency('victim', database);
  stranger = await testAgency('stranger', database);
  await leaveTracesInEveryTable(victim);
  tables = await database.look<Column>(`
    select c.relname as table, (array_agg(a.attname order by a.attnum) filter (where a.attgenerated = ''))::text[] as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'organization_id')
      and c.relname <> 'tenant_directory'
    group by c.relname order by c.relname`);
});
afterAll(() => database.close());

/** Every table with rows of the victim, found from the catalogue: a new table is tested the day it appears. */
describe('another tenant', () => {
  const asStranger = <T>(sql: string, values: unknown[] = []): Promise<T> =>
    stranger.unitOfWork.inTenant(stranger.organizationId, (tx) => tx.query<T>(sql, values));

  it('has tables to be kept out of, each with rows of the victim', async () => {
    expect(tables.length).toBeGreaterThan(15);
    const empty: string[] = [];
    for (const { table } of tables) {
      const [row] = await database.look<{ n: string }>(
        `select count(*) as n from "${table}" where organization_id = $1`,
        [victim.organizationId],
      );
      if (row?.n === '0') empty.push(table);
    }
    expect(empty).toEqual([]);
  });

  it('selects nothing', async () => {
    for (const { table } of tables) {
      const rows = await asStranger<object[]>(`select 1 from "${table}" where organization_id = $1`, [
        victim.organizationId,
      ]);
      expect([table, rows.length]).toEqual([table, 0]);
    }
  });

  it.each(['update', 'delete'] as const)('cannot %s a row of the victim', async (verb) => {
    for (const { table } of tables) {
      const sql =
        verb === 'update'
          ? `update "${table}" set organization_id = organization_id where organization_id = $1 returning 1`
          : `delete from "${table}" where organization_id = $1 returning 1`;
      const outcome = await asStranger<[object[], number]>(sql, [victim.organizationId]).then(
        ([, affected]) => (affected === 0 ? 'nothing touched' : `${affected} touched`),
        (error: { driverError?: { code?: string } }) => error.driverError?.code,
      );
      expect([table, outcome]).toEqual([table, expect.stringMatching(/^(nothing touched|42501)$/)]);
    }
  });

  it('cannot insert a row for the victim', async () => {
    for (const { table, columns } of tables) {
      const copied = columns.map((column) => `"${column}"`).join(', ');
      const [row] = await database.look<Record<string, unknown>>(
        `select to_jsonb(t) as json from "${table}" t where organization_id = $1 limit 1`,
        [victim.organizationId],
      );
      const outcome = await asStranger(
        `insert into "${table}" (${copied}) select ${copied} from jsonb_populate_record(null::"${table}", $1)`,
        [JSON.stringify(row?.json)],
      ).then(
        () => 'inserted',
        (error: { driverError?: { code?: string } }) => error.driverError?.code,
      );
      expect([table, outcome]).toEqual([table, '42501']);
    }
  });

  it('cannot point a row of its own at a row of the victim', async () => {
    const [division] = victim.divisions.values();
    await expect(
      asStranger(
        'insert into post (organization_id, id, name, kind, division_id) values ($1, gen_random_uuid(), $2, $3, $4)',
        [stranger.organizationId, 'ผู้อำนวยการกองอื่น', 'division_head', division],
      ),
    ).rejects.toMatchObject({ driverError: { code: '23503' } });
  });
});

describe('code that forgets the tenant', () => {
  it('sees nothing in any table', async () => {
    const source = await database.dataSource();
    for (const { table } of tables) {
      expect([table, await source.query(`select 1 from "${table}"`)]).toEqual([table, []]);
    }
  });

  it('sees nothing on a connection that served a tenant before', async () => {
    const source = await database.dataSource({ poolSize: 1 });
    const unitOfWork = new UnitOfWork(source);
    await unitOfWork.inTenant(victim.organizationId, (tx) => tx.query('select 1'));
    expect(await source.query('select 1 from measure')).toEqual([]);
  });
});

describe('the boot check', () => {
  it('passes for the application', async () => {
    await checkRole(await database.dataSource());
  });

  it.each([
    ['a superuser', (): string => database.superuserUrl, /superuser/],
    ['the owner of the tables', (): string => database.ownerUrl, /owns table/],
  ])('refuses %s', async (_who, url, reason) => {
    const source: DataSource = await database.dataSource({ url: url() });
    await expect(checkRole(source)).rejects.toThrow(reason);
  });

  it('refuses a table without forced row-level security', async () => {
    await database.look('alter table measure no force row level security');
    await expect(checkRole(await database.dataSource())).rejects.toThrow(/measure/);
    await database.look('alter table measure force row level security');
  });
});

describe('the unit of work', () => {
  it('throws when an error was swallowed inside, although the server answered COMMIT without one', async () => {
    const swallowed = victim.unitOfWork.inTenant(victim.organizationId, async (tx) => {
      await tx.query('select 1 / 0').catch(() => undefined);
    });
    await expect(swallowed).rejects.toThrow(/ROLLBACK/);
  });

  it('runs the work again after a serialization failure, at most three times', async () => {
    let runs = 0;
    const failing = victim.unitOfWork.inTenant(victim.organizationId, async (tx) => {
      runs += 1;
      await tx.query(`do $$ begin raise exception 'again' using errcode = '40001'; end $$`);
    });
    await expect(failing).rejects.toMatchObject({ driverError: { code: '40001' } });
    expect(runs).toBe(3);
  });
});

async function leaveTracesInEveryTable(agency: TestAgency): Promise<void> {
  const { organizationId } = agency;
  const measure = await agency.as('officer', (tx, actor) =>
    draftMeasure(tx, {
      organizationId,
      actor,
      fiscalYear: 2568,
      content: aMeasure([agency.divisions.get('กองคลัง') ?? '']),
    }),
  );
  const command = { organizationId, itemId: measure.id, seenVersion: null, shownHash: measure.contentHash };
  await agency.as('officer', (tx, actor) => actOnMeasure(tx, { ...command, actor, transition: 'submit' }));
  await agency.as('head-finance', (tx, actor) => actOnMeasure(tx, { ...command, actor, transition: 'sign_off' }));
  await agency.as('officer', async (tx, actor) => {
    const edition = {
      organizationId,
      itemKind: 'report' as const,
      itemId: measure.id,
      documentId: measure.id,
      language: 'th' as const,
      template: 'measure-sheet.v1',
      title: 'ร่องรอย',
      fiscalYear: 2568,
      snapshot: {},
      signedAt: new Date(),
    };
    const editionId = await freezeEdition(tx, edition);
    await onceForKey(tx, { organizationId, personId: actor.personId, key: 'k', request: {} }, async () => ({}));
    await tx.query(
      `insert into acting_order (organization_id, id, person_id, post_id, capacity, order_number, ordered_on, starts_on)
       values ($1, gen_random_uuid(), $2, $3, 'acting_for', '1', now(), now())`,
      [organizationId, actor.personId, actor.posts[0]?.postId],
    );
    const numbered = { itemKind: 'announcement', itemId: measure.id };
    await drawNumber(tx, { organizationId, register: 'announcement', day: '2025-01-02', ...numbered });
    await tx.query(YEARS_OF_A_REGISTER, [organizationId, actor.personId]);
    const wording = { template: 'no-gift-announcement', language: 'th', text: '# ร่องรอย' } as const;
    await saveWording(tx, { organizationId, actor, seenVersion: null, ...wording });
    await copyPreset(tx, { organizationId, actor, preset: 'by-theme', name: 'ร่องรอย' });
    await saveAssessment(tx, { organizationId, actor, seenVersion: null, assessment: anAssessment() });
    await dropProposal(tx, { organizationId, actor, fiscalYear: 2568, findingKey: 'indicator:7', reason: 'ร่องรอย' });
    await saveCatalogue(tx, {
      organizationId,
      actor,
      fiscalYear: 2568,
      changes: [{ kind: 'o-code', code: 'O1', title: 'ร่องรอย', weight: null, verified: true, isRemoved: false }],
    });
    await tx.query(A_FONT, [organizationId, actor.personId]);
    await leaveTracesOfTime(tx, organizationId);
    await tx.query(TRACES_OF_DECISIONS, [organizationId, measure.id, actor.personId]);
    await tx.query(SIGNED_LOG, [organizationId, actor.personId]);
    await tx.query(DECISIONS_ABOUT_WORDS, [organizationId, measure.id, actor.personId]);
    await tx.query(EVIDENCE, [organizationId, measure.id, actor.personId]);
    await tx.query(A_LONG_IMPORT, [organizationId, actor.personId]);
    await tx.query(ROWS_OF_LATER_STEPS, [organizationId, editionId, measure.id]);
  });
}

const SIGNED_LOG = `
  with announced as (
    insert into audit_log_key (organization_id, since, public_key, endorsement)
    values ($1, 1, decode(repeat('00', 32), 'hex'), '')
  ), signed as (
    insert into audit_checkpoint (organization_id, size, root, head, frontier, note)
    values ($1, 1, decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'), 'n')
  ), stamped as (
    insert into audit_stamp (organization_id, size, token, stamped_at, authority) values ($1, 1, 'x', now(), 'a')
  ), cosigned as (
    insert into audit_cosignature (organization_id, size, public_key, witness, line, cosigned_at)
    values ($1, 1, decode(repeat('00', 32), 'hex'), 'w', 'l', now())
  )
  insert into audit_export (organization_id, id, asked_by) values ($1, gen_random_uuid(), $2)`;

const YEARS_OF_A_REGISTER = `
  insert into register_years (organization_id, register, number, year_kind, starts_on, decided_by)
  values ($1, 'announcement', 1, 'fiscal', '2025-10-01', $2)`;

const A_FONT = `
  insert into document_font (organization_id, id, family, files, fingerprint, uploaded_by)
  values ($1, gen_random_uuid(), 'ร่องรอย', '[{}]', repeat('a', 64), $2)`;

const A_LONG_IMPORT = `
  insert into import_run (organization_id, id, fiscal_year, file_name, file_sha256, close_spaces, measures, asked_by)
  values ($1, gen_random_uuid(), 2568, 'n', repeat('0', 64), false, 51, $2)`;

const EVIDENCE = `
  with linked as (
    insert into evidence_link (organization_id, id, url, url_sha256)
    values ($1, gen_random_uuid(), 'https://example.go.th/', repeat('0', 64))
  )
  insert into evidence_file
    (organization_id, id, measure_id, name, kind, brought_sha256, sha256, size, thumbnail_sha256, pages, added_by)
  values ($1, gen_random_uuid(), $2, 'n', 'png', repeat('0', 64), repeat('0', 64), 1, repeat('0', 64), '[{}]', $3)`;

const TRACES_OF_DECISIONS = `
  with seen as (
    insert into item_sight (organization_id, person_id, item_kind, item_id, seen_version, seen_event, content, content_hash)
    values ($1, $3, 'measure', $2, 1, 1, '{}', 'x')
  )
  insert into reassignment (organization_id, id, item_kind, item_id, round, step, post_id, to_person_id, decision_id)
  select $1, gen_random_uuid(), 'measure', $2, 1, 0, post_id, $3, id from decision where organization_id = $1 limit 1`;

const DECISIONS_ABOUT_WORDS = `
  with set as (
    insert into proofreading_setting (organization_id, rule, is_off, reason, set_by) values ($1, 'r', true, 'r', $3)
  ), worded as (
    insert into proofreading_lexicon (organization_id, word, replacement, reason, set_by) values ($1, 'w', 'v', 'r', $3)
  ), changed as (
    insert into proofreading_change (organization_id, id, kind, name, became, reason, reason_key, changed_by)
    values ($1, gen_random_uuid(), 'rule', 'r', 'off', 'r', 'k', $3)
  )
  insert into personal_data_clearance (organization_id, item_kind, item_id, content_hash, finding_key, reason, cleared_by)
  values ($1, 'measure', $2, 'x', 'k', 'r', $3)`;

/** Rows that jobs and other use cases write; here only their presence matters. */
const ROWS_OF_LATER_STEPS = `
  with published as (
    insert into publication (organization_id, id, document_id, language, target, edition_id, item_kind, item_id, address, desired, desired_sha256)
    values ($1, gen_random_uuid(), $3, 'th', 'public-site', $2, 'report', $3, '/p', 'present', 'x') returning id
  ), tried as (
    insert into publication_attempt (organization_id, id, publication_id, generation, step, outcome)
    values ($1, gen_random_uuid(), (select id from published), 1, 'put', 'matches')
  ), entered as (
    insert into public_entry (organization_id, document_id, language, generation, presence, kind, fiscal_year, title, sha256, edition_id, signed_at)
    values ($1, $3, 'th', 1, 'present', 'report', 2568, 't', 'x', $2, now())
  ), overridden as (
    insert into item_override (organization_id, id, item_kind, item_id, round, transition, person_id, reason)
    select $1, gen_random_uuid(), 'report', $3, 1, 'sign', id, 'r' from person where organization_id = $1 limit 1
  ), commented as (
    insert into item_comment (organization_id, id, item_kind, item_id, person_id, kind, text)
    select $1, gen_random_uuid(), 'report', $3, id, 'noted', '' from person where organization_id = $1 limit 1
  ), certified as (
    insert into organization_certificate (organization_id, id, material, subject, issuer, valid_from, valid_to, sha256, uploaded_by)
    select $1, gen_random_uuid(), 'x', 's', 'i', now(), now() + interval '1 year', repeat('0', 64), id from person
    where organization_id = $1 limit 1
  ), reported as (
    insert into report (kind, title, document_id, organization_id, id, fiscal_year, state, content, content_hash)
    values ('implementation', 't', $3, $1, $3, 2568, 'draft', '{}', 'x')
  )
  insert into announcement (template, title, document_id, organization_id, id, fiscal_year, state, content, content_hash)
  values ('no-gift-announcement', 't', $3, $1, $3, 2568, 'draft', '{}', 'x')`;
