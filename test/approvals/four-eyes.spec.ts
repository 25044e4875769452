import { uuidv7 } from 'uuidv7';
import { draftAnnouncement } from '../../src/announcements/draft-announcement.js';
import { announcementKind } from '../../src/announcements/announcement.kind.js';
import { openItemKinds } from '../../src/app/item-kinds.js';
import { hashPassword } from '../../src/identity/password.js';
import { historyOf } from '../../src/audit/history.queries.js';
import { openOverrides, ratifyOverride } from '../../src/approvals/overrides.js';
import { reassign } from '../../src/approvals/reassign.js';
import { saveRoute } from '../../src/approvals/routes.js';
import { runTransition } from '../../src/approvals/run-transition.js';
import type { DomainError } from '../../src/core/errors.js';
import type { ActingCapacity } from '../../src/core/acting/signature-block.js';
import type { MeasureTransition } from '../../src/core/measure/measure.lifecycle.js';
import type { RouteStep } from '../../src/core/route/route.js';
import { actOnMeasure } from '../../src/measures/act-on-measure.js';
import { amendMeasure } from '../../src/measures/amend-measure.js';
import { importMeasures } from '../../src/measures/import-measures.js';
import type { MeasureRow } from '../../src/measures/measure.entity.js';
import { measureKind } from '../../src/measures/measure.kind.js';
import { draftMeasure, editPlan, recordResults } from '../../src/measures/save-measure.js';
import { handOver } from '../../src/organizations/hand-over.js';
import { actOnReport } from '../../src/reports/act-on-report.js';
import { compileReport, recompileReport } from '../../src/reports/compile-report.js';
import { aMeasure, testAgency, type TestAgency } from '../support/agency.js';
import { actsFor, actsOn, outcomeOf } from '../support/deeds.js';

const FINANCE = 'ผู้อำนวยการกองคลัง';
const CHIEF = 'ปลัดองค์การบริหารส่วนตำบลตัวอย่าง';
const EXECUTIVE = 'นายกองค์การบริหารส่วนตำบลตัวอย่าง';

let agency: TestAgency;
let organizationId: TestAgency['organizationId'];
let measure: MeasureRow;

beforeAll(openItemKinds);
beforeEach(async () => {
  agency = await testAgency();
  ({ organizationId } = agency);
  await appoint('head-works', await officersPost());
});
afterEach(() => agency.database.close());

const postNamed = async (name: string): Promise<string> =>
  (await agency.database.look<{ id: string }>('select id from post where name = $1', [name]))[0]?.id ?? '';

const officersPost = async (): Promise<string> =>
  (await agency.database.look<{ id: string }>(`select id from post where kind = 'officer' limit 1`))[0]?.id ?? '';

/** From today on the person holds this post beside their own: head-works is the second officer of these tests. */
const appoint = (userName: string, postId: string): Promise<unknown> =>
  agency.database.look(
    `insert into appointment (organization_id, id, person_id, post_id, starts_on) values ($1, $2, $3, $4, '2020-01-01')`,
    [organizationId, uuidv7(), agency.personId(userName), postId],
  );

const order = async (to: string, post: string, more: { capacity?: ActingCapacity; through?: string } = {}) =>
  actsFor(agency, to, await postNamed(post), more.capacity, { throughOrderId: more.through ?? null });

const draftBy = async (userName: string): Promise<MeasureRow> => {
  const content = aMeasure([agency.divisions.get('กองคลัง') ?? '']);
  measure = await agency.as(userName, (tx, actor) =>
    draftMeasure(tx, { organizationId, actor, fiscalYear: 2568, content }),
  );
  return measure;
};

const editBy = async (userName: string, { id, version, content }: MeasureRow = measure): Promise<MeasureRow> => {
  const fields = { ...content, title: `${content.title} (แก้ไข)` };
  measure = await agency.as(userName, (tx, actor) =>
    editPlan(tx, { organizationId, actor, measureId: id, seenVersion: version, fields }),
  );
  return measure;
};

const codeOf = (error: DomainError): string =>
  error.code === 'item.refused' ? String(error.details.problems) : error.code;

type More = Partial<{ override: boolean; reason: string; backToStep: number }>;

/** @returns the state afterwards, or the code of the refusal */
const act = (userName: string, transition: MeasureTransition, more: More = {}): Promise<string> =>
  outcomeOf(actsOn(agency, userName, transition, measure, more));

const route = (steps: readonly RouteStep[]): Promise<unknown> =>
  agency.as('admin', (tx, actor) =>
    saveRoute(tx, { organizationId, actor, itemKind: 'measure', seenVersion: 1, steps }),
  );

const REST: RouteStep[] = [
  { stage: 'approval', approvers: 'executive', need: 'any' },
  { stage: 'results', approvers: 'responsible_division_heads', need: 'all' },
];

/** Every way to decide on one's own work that we know, and how it is refused. */
const WAYS: readonly (readonly [way: string, code: string, attempt: () => Promise<string>])[] = [
  [
    'the submitter is also the head who is asked (dual role)',
    'route.own-submission',
    async () => {
      await appoint('officer', await postNamed(FINANCE));
      await draftBy('officer');
      await act('officer', 'submit');
      return act('officer', 'sign_off');
    },
  ],
  [
    'the submitter acts for the head',
    'route.own-submission',
    async () => {
      await order('officer', FINANCE);
      await draftBy('officer');
      await act('officer', 'submit');
      return act('officer', 'sign_off');
    },
  ],
  [
    'the submitter signs for the head by delegation',
    'route.own-submission',
    async () => {
      await order('officer', FINANCE, { capacity: 'delegated_by' });
      await draftBy('officer');
      await act('officer', 'submit');
      return act('officer', 'sign_off');
    },
  ],
  [
    'the submitter performs the duties of the executive through a chain of two orders',
    'route.own-submission',
    async () => {
      const through = await order('officer', CHIEF);
      await order('officer', EXECUTIVE, { capacity: 'performing_duties', through });
      await draftBy('officer');
      await act('officer', 'submit');
      await act('head-finance', 'sign_off');
      return act('officer', 'approve');
    },
  ],
  [
    'the submitter becomes head after the submission (role change mid-flow)',
    'route.own-submission',
    async () => {
      await draftBy('officer');
      await act('officer', 'submit');
      await appoint('officer', await postNamed(FINANCE));
      return act('officer', 'sign_off');
    },
  ],
  [
    'the author lets a colleague submit',
    'route.own-text',
    async () => {
      await order('officer', FINANCE);
      await draftBy('officer');
      await act('head-works', 'submit');
      return act('officer', 'sign_off');
    },
  ],
  [
    'a colleague drafts and submits, but the signer has edited between',
    'route.own-text',
    async () => {
      await order('officer', FINANCE);
      await draftBy('head-works');
      await editBy('officer');
      await act('head-works', 'submit');
      return act('officer', 'sign_off');
    },
  ],
  [
    'the importer lets a colleague submit',
    'route.own-text',
    async () => {
      await order('officer', FINANCE);
      const content = aMeasure([agency.divisions.get('กองคลัง') ?? '']);
      const measures = [{ contentKey: 'k', content }];
      const { created } = await agency.as('officer', (tx, actor) =>
        importMeasures(tx, { organizationId, actor, fiscalYear: 2568, measures }),
      );
      measure = created[0] ?? measure;
      await act('head-works', 'submit');
      return act('officer', 'sign_off');
    },
  ],
  [
    'the author hands the draft over, and takes it back by an order',
    'route.own-text',
    async () => {
      await draftBy('officer');
      const persons = { fromPersonId: agency.personId('officer'), toPersonId: agency.personId('head-works') };
      await agency.unitOfWork.inTenant(organizationId, (tx) =>
        handOver(tx, { organizationId, ...persons, closesAccount: false, recordedBy: agency.personId('admin') }),
      );
      await appoint('officer', await postNamed(FINANCE));
      await act('head-works', 'submit');
      return act('officer', 'sign_off');
    },
  ],
  [
    'the author of an amendment lets a colleague submit it',
    'route.own-text',
    async () => {
      const { id } = await draftBy('head-works');
      await act('head-works', 'submit');
      await act('head-finance', 'sign_off');
      await act('executive', 'approve');
      measure = await agency.as('officer', (tx, actor) => amendMeasure(tx, { organizationId, actor, measureId: id }));
      await editBy('officer');
      await order('officer', FINANCE);
      await act('head-works', 'submit');
      return act('officer', 'sign_off');
    },
  ],
  [
    'whoever recorded the results lets a colleague submit them',
    'route.own-text',
    async () => {
      const { id } = await draftBy('head-works');
      await act('head-works', 'submit');
      await act('head-finance', 'sign_off');
      await act('executive', 'approve');
      const [row] = await agency.database.look<{ version: number }>('select version from measure where id = $1', [id]);
      const fields = { results: measure.content.results, outcomes: [], evidence: [] };
      const outcomes = [{ kind: 'dash' as const, text: 'ตรวจสอบได้ทุกไตรมาส' }];
      measure = await agency.as('officer', (tx, actor) =>
        recordResults(tx, {
          organizationId,
          actor,
          measureId: id,
          seenVersion: row?.version ?? 0,
          fields: { ...fields, outcomes },
        }),
      );
      await order('officer', FINANCE);
      await act('head-works', 'submit_results');
      return act('officer', 'endorse');
    },
  ],
  [
    'whoever compiled a report again lets a colleague submit it',
    'route.own-text',
    async () => {
      await draftBy('head-works');
      await agency.database.look(`update measure set state = 'completed'`);
      const request = { organizationId, fiscalYear: 2568, title: 'รายงาน' };
      const report = await agency.as('head-works', (tx, actor) => compileReport(tx, { ...request, actor }));
      const again = await agency.as('officer', (tx, actor) =>
        recompileReport(tx, { ...request, actor, title: 'รายงานใหม่', reportId: report.id, seenVersion: 1 }),
      );
      await order('officer', CHIEF);
      const deed = { organizationId, itemId: report.id, seenVersion: null, shownHash: again.contentHash };
      await agency.as('head-works', (tx, actor) => actOnReport(tx, { ...deed, actor, transition: 'submit' }));
      return agency.as('officer', (tx, actor) =>
        actOnReport(tx, { ...deed, actor, transition: 'sign' }).then(({ state }) => state, codeOf),
      );
    },
  ],
  [
    'the author of an announcement acts for the executive',
    'route.own-text',
    async () => {
      await order('officer', EXECUTIVE);
      const announcement = await agency.as('officer', (tx, actor) =>
        draftAnnouncement(tx, {
          organizationId,
          actor,
          fiscalYear: 2568,
          template: 'no-gift-announcement.v1',
          languages: ['th'],
          parameters: { reportingChannels: 'โทรศัพท์ 0-0000-0000', furtherRules: [] },
          measureIds: [],
        }),
      );
      const deed = {
        organizationId,
        itemId: announcement.id,
        seenVersion: null,
        shownHash: announcement.contentHash,
      };
      await agency.as('head-works', (tx, actor) =>
        runTransition(tx, announcementKind, { ...deed, actor, transition: 'submit' }),
      );
      return agency.as('officer', (tx, actor) =>
        runTransition(tx, announcementKind, { ...deed, actor, transition: 'sign' }).then(({ state }) => state, codeOf),
      );
    },
  ],
  [
    'one person signs off as head and approves as acting executive (own post twice)',
    'route.already-decided',
    async () => {
      await order('head-finance', EXECUTIVE);
      await draftBy('officer');
      await act('officer', 'submit');
      await act('head-finance', 'sign_off');
      return act('head-finance', 'approve');
    },
  ],
  [
    'one person holds two posts of a group of which two have to sign',
    'route.already-decided',
    async () => {
      const postIds = await Promise.all([FINANCE, CHIEF, EXECUTIVE].map(postNamed));
      await route([{ stage: 'review', approvers: { postIds }, need: 2 }, ...REST]);
      await order('head-finance', CHIEF);
      await draftBy('officer');
      await act('officer', 'submit');
      expect(await act('head-finance', 'sign_off')).toBe('division_review');
      return act('head-finance', 'sign_off');
    },
  ],
  [
    'the author sits in a group of which anybody may sign',
    'route.own-submission',
    async () => {
      await appoint('officer', await postNamed(FINANCE));
      const postIds = await Promise.all([FINANCE, CHIEF].map(postNamed));
      await route([{ stage: 'review', approvers: { postIds }, need: 'any' }, ...REST]);
      await draftBy('officer');
      await act('officer', 'submit');
      return act('officer', 'sign_off');
    },
  ],
  [
    'a return to the step of the author opens no new right',
    'route.own-submission',
    async () => {
      await order('officer', FINANCE, { capacity: 'delegated_by' });
      await draftBy('officer');
      await act('officer', 'submit');
      await act('head-finance', 'sign_off');
      await act('executive', 'return', { reason: 'ตรวจอีกครั้ง', backToStep: 0 });
      return act('officer', 'sign_off');
    },
  ],
  [
    'the signature is handed to the submitter, who holds the post',
    'route.not-to-them',
    async () => {
      await order('officer', FINANCE, { capacity: 'delegated_by' });
      await draftBy('officer');
      await act('officer', 'submit');
      const postId = await postNamed(FINANCE);
      return agency.as('head-finance', (tx, actor) =>
        reassign(tx, measureKind, {
          organizationId,
          itemId: measure.id,
          actor,
          step: 0,
          postId,
          toPersonId: agency.personId('officer'),
          reason: 'ให้ลงแทน',
        }).then(() => 'handed on', codeOf),
      );
    },
  ],
  [
    'an emergency without a reason',
    'lifecycle.reason-missing',
    async () => {
      await order('officer', FINANCE);
      await draftBy('officer');
      await act('officer', 'submit');
      return act('officer', 'sign_off', { override: true });
    },
  ],
  [
    'an emergency that the same person ratifies under another post',
    'override.own',
    async () => {
      await order('officer', FINANCE);
      await draftBy('officer');
      await act('officer', 'submit');
      await act('officer', 'sign_off', { override: true, reason: 'น้ำท่วม' });
      await order('officer', CHIEF);
      return agency.as('officer', async (tx, actor) => {
        const [open] = await openOverrides(tx, organizationId);
        return ratifyOverride(tx, { organizationId, overrideId: open?.id ?? '', actor }).then(() => 'ratified', codeOf);
      });
    },
  ],
];

describe('nobody decides on their own work', () => {
  it.each(WAYS)('when %s: %s', async (_way, code, attempt) => {
    expect(await attempt()).toBe(code);
  });

  it('in at least twelve ways', () => expect(new Set(WAYS.map(([way]) => way)).size).toBeGreaterThanOrEqual(12));
});

it('a second account counts as another person, and the history names both', async () => {
  const secondId = uuidv7();
  await agency.database.look(
    `insert into person (organization_id, id, user_name, name, password_hash)
     select organization_id, $2, 'officer-again', name || ' (บัญชีที่สอง)', $3 from person where id = $1`,
    [agency.personId('officer'), secondId, await hashPassword('รหัสผ่านอีกบัญชี')],
  );
  await agency.database.look(
    `insert into appointment (organization_id, id, person_id, post_id, starts_on) values ($1, $2, $3, $4, '2020-01-01')`,
    [organizationId, uuidv7(), secondId, await postNamed(FINANCE)],
  );
  await draftBy('officer');
  await act('officer', 'submit');
  const { state } = await agency.unitOfWork.inTenant(organizationId, (tx) =>
    actOnMeasure(tx, {
      organizationId,
      itemId: measure.id,
      transition: 'sign_off',
      actor: { personId: secondId, posts: [], capacities: ['division_head'] },
      seenVersion: null,
      shownHash: measure.contentHash,
    }),
  );
  expect(state).toBe('executive_review');
  const history = await agency.unitOfWork.inTenant(organizationId, (tx) =>
    historyOf(tx, organizationId, 'measure', measure.id),
  );
  const names = history.map(({ action, person }) => [action, person]);
  expect(names).toContainEqual(['sign_off', expect.stringContaining('(บัญชีที่สอง)')]);
});
