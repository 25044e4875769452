import { jest } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actOnAnnouncement } from '../../src/announcements/act-on-announcement.js';
import { draftAnnouncement } from '../../src/announcements/draft-announcement.js';
import { verifierKey } from '../../src/audit/signed-note.js';
import { inspectBundle, verifyBundle, type InspectedBundle } from '../../src/audit/verify-bundle.js';
import { whoSigned } from '../../src/audit/who-signed.js';
import { verifyBundleCommand } from '../../src/cli/verify-bundle.js';
import { whoSignedCommand } from '../../src/cli/who-signed.js';
import { dataPaths } from '../../src/config/paths.js';
import { openSeals } from '../../src/app/worker-seal.js';
import { EditionRendering } from '../../src/editions/edition-rendering.js';
import { EditionSealing } from '../../src/editions/edition-sealing.js';
import { PrintingPool } from '../../src/editions/printing-pool.js';
import { actOnMeasure } from '../../src/measures/act-on-measure.js';
import { draftMeasure } from '../../src/measures/save-measure.js';
import { handOver } from '../../src/organizations/hand-over.js';
import { renamePerson } from '../../src/organizations/keep-people.js';
import { renamePost } from '../../src/organizations/keep-posts.js';
import { stateOldRecords } from '../../src/organizations/state-old-records.js';
import { orderActing } from '../../src/organizations/order-acting.js';
import type { Step } from '../../src/outbox/steps.js';
import { BundleMaking } from '../../src/proofs/bundle-making.js';
import { KeySafe } from '../../src/proofs/key-safe.js';
import { LogSigning } from '../../src/proofs/log-signing.js';
import type { ItemRef } from '../../src/proofs/excerpt.js';
import { BlobStore } from '../../src/storage/blob-store.js';
import { builtPrintingChild } from '../editions/built-program.js';
import { WorkBench } from '../outbox/work-bench.js';
import { aMeasure } from '../support/agency.js';
import { addDays, bangkokDay } from '../../src/core/time/calendar-days.js';
import { moveBack } from './earlier-log.js';
import { packed, unpacked, withoutFile, withText } from '../audit/bundle-files.js';

/** The name in the table, and the words that the log's hash is of, both changed alike. */
const FORGED_WORDS = `
  with forged as (update person set name = 'นายปลอม แปลง' where user_name = 'executive' returning id)
  update logged_text t set content = jsonb_set(content, '{name}', '"นายปลอม แปลง"'), content_key = '\\x00'
  from forged f where t.item_id = f.id`;
/** Days between what is done first and the rest: another fiscal year. */
const LONG_AGO = 400;
const NEVER = new AbortController().signal;

describe('a bundle of an agency that worked', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bundles-'));
  const blobs = new BlobStore(join(folder, 'blobs'));
  let bench: WorkBench;
  let printing: PrintingPool;
  let signing: LogSigning;
  let making: BundleMaking;
  let measure: ItemRef;
  let announcement: ItemRef;
  let sealedSha256: string;
  let logKey: string;

  beforeAll(async () => {
    bench = await WorkBench.open();
    printing = new PrintingPool(1, await builtPrintingChild());
    signing = new LogSigning(bench.agency.unitOfWork, new KeySafe(dataPaths(folder).secrets));
    making = new BundleMaking(bench.agency.unitOfWork, signing, blobs);
    measure = await measureWithReturnAndActingHead();
    announcement = await signedAnnouncement();
    sealedSha256 = await printedAndSealed(announcement);
    logKey = verifierKey((await signing.keyInForce(bench.organizationId)).note);
  }, 120_000);
  afterAll(async () => {
    printing.close();
    await bench.close();
    rmSync(folder, { recursive: true });
  });

  async function measureWithReturnAndActingHead(): Promise<ItemRef> {
    const { agency, organizationId } = bench;
    const finance = agency.divisions.get('กองคลัง') ?? '';
    const [post] = await agency.database.look<{ id: string }>(
      `select id from post where kind = 'division_head' and division_id = $1`,
      [finance],
    );
    const drafted = await agency.as('officer', (tx, actor) =>
      draftMeasure(tx, { organizationId, actor, fiscalYear: 2568, content: aMeasure([finance]) }),
    );
    const act = (
      who: string,
      transition: 'submit' | 'sign_off' | 'return' | 'approve',
      reason?: string,
    ): Promise<unknown> =>
      agency.as(who, (tx, actor) =>
        actOnMeasure(tx, {
          organizationId,
          itemId: drafted.id,
          transition,
          actor,
          seenVersion: null,
          shownHash: drafted.contentHash,
          reason: reason ?? null,
          request: { authMethod: 'password', authAgeSeconds: '12' },
        }),
      );
    await act('officer', 'submit');
    await act('head-finance', 'return', 'ระยะเวลาไม่ตรงกับแผน');
    await signing.checkpoint(organizationId);
    await moveBack(agency.database, organizationId, LONG_AGO);
    await signing.checkpoint(organizationId);
    await act('officer', 'submit');
    await signing.checkpoint(organizationId);
    await agency.as('admin', (tx) =>
      orderActing(tx, {
        organizationId,
        recordedBy: agency.personId('admin'),
        personId: agency.personId('head-works'),
        postId: post?.id ?? '',
        capacity: 'acting_for',
        throughOrderId: null,
        orderNumber: '๑๒/๒๕๖๙',
        orderedOn: '2024-01-01',
        startsOn: '2024-01-01',
        endsOn: null,
        itemKinds: null,
        inCapacityOf: null,
      }),
    );
    await act('head-works', 'sign_off');
    await act('executive', 'approve');
    return { itemKind: 'measure', itemId: drafted.id };
  }

  async function signedAnnouncement(): Promise<ItemRef> {
    const { agency, organizationId } = bench;
    const { id: itemId, contentHash: shownHash } = await agency.as('officer', (tx, actor) =>
      draftAnnouncement(tx, {
        organizationId,
        actor,
        fiscalYear: 2568,
        template: 'no-gift-announcement',
        languages: ['th'],
        parameters: { reportingChannels: 'โทรศัพท์ 0-0000-0000', furtherRules: [] },
      }),
    );
    const command = { organizationId, itemId, seenVersion: null, shownHash };
    await agency.as('officer', (tx, actor) => actOnAnnouncement(tx, { ...command, actor, transition: 'submit' }));
    await agency.as('executive', (tx, actor) => actOnAnnouncement(tx, { ...command, actor, transition: 'sign' }));
    return { itemKind: 'announcement', itemId };
  }

  async function printedAndSealed({ itemId }: ItemRef): Promise<string> {
    const { unitOfWork, database } = bench.agency;
    const note = async (): Promise<string> => (await signing.checkpoint(bench.organizationId)).note;
    const rendering = new EditionRendering(unitOfWork, blobs, printing, () => 'https://www.example.go.th/s', note);
    const sealFile = openSeals({ unitOfWork, paths: dataPaths(folder), timestampUrl: null });
    const sealing = new EditionSealing(unitOfWork, blobs, sealFile, async () => undefined);
    const claimed = async (step: Step): ReturnType<WorkBench['mustClaim']> => {
      const [work] = await database.look<{ id: string }>(
        'select w.id from work w join edition e on e.id = w.ref_id where w.step = $1 and e.item_id = $2',
        [step, itemId],
      );
      return bench.mustClaim(work?.id ?? '');
    };
    await rendering.render(await claimed('edition.render'), NEVER);
    await sealing.seal(await claimed('edition.seal'), NEVER);
    const [edition] = await database.look<{ sha256: string }>(
      'select sealed_sha256 as sha256 from edition where item_id = $1',
      [itemId],
    );
    return edition?.sha256 ?? '';
  }

  const pathOf = (content: Uint8Array): string => {
    const path = join(folder, 'bundle.tar');
    writeFileSync(path, content);
    return path;
  };
  const made = async (item: ItemRef | null): Promise<Buffer> => (await making.bundle(bench.organizationId, item)).bytes;
  const inspected = async (item: ItemRef | null): Promise<InspectedBundle> =>
    inspectBundle(pathOf(await made(item)), { logKey });

  it('is whole, and the same when nothing happened in between', async () => {
    const first = await made(null);
    expect(await verifyBundle(pathOf(first), { logKey })).toMatchObject({ usable: true, intact: true, notes: [] });
    expect((await made(null)).equals(first)).toBe(true);
  });

  it('says who signed which version of an item, in which capacity and by which order', async () => {
    const { facts } = await inspected(null);
    const versions = facts ? whoSigned(facts, measure.itemId) : [];
    expect(versions.map(({ version }) => version)).toEqual(['1', '2']);
    expect(versions[0]?.signatures).toMatchObject([{ act: 'return', affirms: false, reason: 'ระยะเวลาไม่ตรงกับแผน' }]);
    const [acting, executive] = versions[1]?.signatures ?? [];
    expect(acting).toMatchObject({
      act: 'sign_off',
      affirms: true,
      post: 'ผู้อำนวยการกองช่าง',
      orders: [{ capacity: 'acting_for', post: 'ผู้อำนวยการกองคลัง', orderNumber: '๑๒/๒๕๖๙', orderedOn: '2024-01-01' }],
      authMethod: 'password',
      authAgeSeconds: '12',
      contentHash: versions[1]?.contentHash,
    });
    expect(executive).toMatchObject({ act: 'approve', orders: [] });
    expect(acting?.seq).toBeLessThan(executive?.seq ?? 0);
  });

  it('calls people and posts as they were called when they signed', async () => {
    const { agency, organizationId } = bench;
    const before = (await inspected(null)).facts;
    const [, executive] = (before ? whoSigned(before, measure.itemId) : [])[1]?.signatures ?? [];
    const [post] = await agency.database.look<{ id: string }>(`select id from post where kind = 'executive'`);
    const changedBy = agency.personId('admin');
    const personId = agency.personId('executive');
    await agency.as('admin', async (tx) => {
      await renamePerson(tx, { organizationId, personId, changedBy, name: 'นางนามใหม่ ใจดี', nameEn: null });
      await renamePost(tx, { organizationId, postId: post?.id ?? '', changedBy, name: 'ชื่อตำแหน่งใหม่', nameEn: null });
    });
    for (const item of [null, measure]) {
      const { verdict, facts } = await inspected(item);
      expect(verdict).toMatchObject({ usable: true, intact: true, notes: [] });
      expect(facts?.records.people).toContainEqual(expect.objectContaining({ id: personId, name: 'นางนามใหม่ ใจดี' }));
      const [, later] = (facts ? whoSigned(facts, measure.itemId) : [])[1]?.signatures ?? [];
      expect(later).toEqual(executive);
      expect(later?.person).not.toBe('นางนามใหม่ ใจดี');
    }
  });

  it.each([
    ['the number of an acting order', `update acting_order set order_number = '๙๙/๒๕๖๙'`, 'orders'],
    ['the day of an acting order', `update acting_order set ordered_on = '2023-12-31'`, 'orders'],
    ['the capacity of an acting order', `update acting_order set capacity = 'performing_duties'`, 'orders'],
    ['the name of a person', `update person set name = 'นายปลอม แปลง' where user_name = 'executive'`, 'people'],
    ['the title of a post', `update post set name = 'ตำแหน่งปลอม' where kind = 'executive'`, 'posts'],
    ['the days of an appointment', `update appointment set starts_on = starts_on - 1`, 'appointments'],
    ['the steps of a route', `update route set steps = steps || steps where item_kind = 'report'`, 'routes'],
    ['the words and the key of a name', FORGED_WORDS, 'people'],
    [
      'an acting order that nobody recorded',
      `insert into acting_order (organization_id, id, person_id, post_id, capacity, order_number, ordered_on, starts_on)
       select organization_id, gen_random_uuid(), person_id, post_id, capacity, '๑/๒๕๖๙', ordered_on, starts_on from acting_order`,
      'orders',
    ],
  ])('shows when the owner of the database forges %s', async (_what, forgery, kind) => {
    const kept = ['acting_order', 'person', 'post', 'appointment', 'route', 'logged_text'];
    const { database } = bench.agency;
    for (const table of kept) await database.look(`create table kept_${table} as select * from ${table}`);
    try {
      await database.look(forgery);
      expect(await verifyBundle(pathOf(await made(null)), { logKey })).toMatchObject({
        intact: false,
        file: `records/${kind}.ndjson`,
        problem: 'record-differs',
      });
    } finally {
      for (const table of kept) await restore(table);
    }
    expect(await verifyBundle(pathOf(await made(null)), { logKey })).toMatchObject({ intact: true });
  });

  /** Puts back what a forgery changed, and removes what it added. */
  async function restore(table: string): Promise<void> {
    const { database } = bench.agency;
    const key = table === 'logged_text' ? 'content_hash' : 'id';
    const columns = await database.look<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = $1 and column_name <> $2`,
      [table, key],
    );
    const set = columns.map(({ name }) => `${name} = k.${name}`).join(', ');
    await database.look(
      `delete from ${table} t where not exists (select from kept_${table} k where k.${key} = t.${key})`,
    );
    await database.look(`update ${table} t set ${set} from kept_${table} k where k.${key} = t.${key}`);
    await database.look(`drop table kept_${table}`);
  }

  it('shows when the owner of the database lets a signature count that a return set aside', async () => {
    const { agency, organizationId } = bench;
    const works = agency.divisions.get('กองช่าง') ?? '';
    const { id: itemId, contentHash: shownHash } = await agency.as('officer', (tx, actor) =>
      draftMeasure(tx, { organizationId, actor, fiscalYear: 2568, content: aMeasure([works]) }),
    );
    const act = (who: string, transition: 'submit' | 'sign_off' | 'return', backToStep?: number): Promise<unknown> =>
      agency.as(who, (tx, actor) =>
        actOnMeasure(tx, {
          ...{ organizationId, itemId, transition, actor, seenVersion: null, shownHash },
          ...(backToStep === undefined ? {} : { backToStep, reason: 'ขอให้พิจารณาใหม่' }),
        }),
      );
    await act('officer', 'submit');
    await act('head-works', 'sign_off');
    await act('executive', 'return', 0);
    await agency.database.look('create table kept_aside as select id, set_aside_by from decision');
    await agency.database.look('update decision set set_aside_by = null where item_id = $1', [itemId]);
    expect(await verifyBundle(pathOf(await made(null)), { logKey })).toMatchObject({
      intact: false,
      file: 'records/decisions.ndjson',
      problem: 'set-aside-differs',
    });
    await agency.database.look(
      'update decision d set set_aside_by = k.set_aside_by from kept_aside k where k.id = d.id',
    );
    await act('head-works', 'sign_off');
    const { verdict, facts } = await inspected({ itemKind: 'measure', itemId });
    expect(verdict).toMatchObject({ usable: true, intact: true, notes: [] });
    const signatures = (facts ? whoSigned(facts, itemId) : [])[0]?.signatures ?? [];
    expect(signatures.map(({ act: deed, isSetAside }) => [deed, isSetAside])).toEqual([
      ['sign_off', true],
      ['return_to_review', false],
      ['sign_off', false],
    ]);
  });

  const TODAY = bangkokDay(new Date());
  const THEN = { from: addDays(TODAY, -LONG_AGO - 1), to: addDays(TODAY, -LONG_AGO + 1) };
  const SINCE = { from: addDays(TODAY, -LONG_AGO + 2), to: addDays(TODAY, 1) };
  const ofDays = async (days: typeof THEN): Promise<Buffer> => (await making.period(bench.organizationId, days)).bytes;

  it('of a period that is over stays the same, whatever is done after it', async () => {
    const first = await ofDays(THEN);
    expect(await verifyBundle(pathOf(first), { logKey })).toMatchObject({
      intact: true,
      manifest: { scope: 'period', period: { ...THEN, after: 0 } },
      notes: [],
    });
    const { agency, organizationId } = bench;
    const changedBy = agency.personId('admin');
    await agency.as('admin', (tx) =>
      renamePerson(tx, {
        ...{ organizationId, personId: agency.personId('officer'), changedBy },
        ...{ name: 'นางสาวนามต่อมา ตัวอย่าง', nameEn: null },
      }),
    );
    expect((await ofDays(THEN)).equals(first)).toBe(true);
    const { facts } = await inspectBundle(pathOf(first), { logKey });
    const [version, ...later] = facts ? whoSigned(facts, measure.itemId) : [];
    expect(version?.signatures).toMatchObject([{ act: 'return' }]);
    expect(later).toMatchObject([{ version: '2', signatures: [] }]);
  });

  it('of a later period goes on from a checkpoint, and knows what began before it', async () => {
    const { verdict, facts } = await inspectBundle(pathOf(await ofDays(SINCE)), { logKey });
    expect(verdict).toMatchObject({ intact: true, notes: ['earlier-not-complete', 'period-not-covered'] });
    if (!verdict.usable || !verdict.intact) throw new Error('the period is broken');
    expect(verdict.period?.after).toBeGreaterThan(0);
    expect(verdict.period?.earlier).toBeGreaterThan(0);
    const whole = (await inspected(null)).facts;
    for (const wanted of [measure.itemId, sealedSha256]) {
      const [ofPart, ofLog] = [facts, whole].map((each) => (each ? whoSigned(each, wanted) : []));
      expect(ofPart).toHaveLength(ofLog?.length ?? 0);
      expect(ofPart?.map(({ signatures }) => signatures)).toEqual(ofLog?.map(({ signatures }) => signatures));
    }
    await expect(ofDays({ from: '2001-01-01', to: '2001-12-31' })).rejects.toMatchObject({
      code: 'audit.period-empty',
    });
  });

  it('of a period is compared with a published file of its days, and says of any other that it was not', async () => {
    const [edition] = (await inspected(null)).facts?.records.editions ?? [];
    const witness = (note = ''): { checkpoints: Map<string, string> } => ({ checkpoints: new Map([['a.pdf', note]]) });
    expect(await verifyBundle(pathOf(await ofDays(SINCE)), witness(edition?.checkpoint))).toMatchObject({
      intact: true,
      notes: ['earlier-not-complete', 'period-not-covered'],
    });
    expect(await verifyBundle(pathOf(await ofDays(THEN)), witness(edition?.checkpoint))).toMatchObject({
      intact: true,
      notes: ['not-anchored', 'known-not-compared'],
    });
  });

  it('of a period shows when the owner of the database forges a name of it', async () => {
    const { database } = bench.agency;
    await database.look(`update person set name = name || 'ก' where user_name = 'executive'`);
    expect(await verifyBundle(pathOf(await ofDays(SINCE)), { logKey })).toMatchObject({
      intact: false,
      file: 'records/people.ndjson',
      problem: 'record-differs',
    });
    await database.look(`update person set name = left(name, -1) where user_name = 'executive'`);
    expect(await verifyBundle(pathOf(await ofDays(SINCE)), { logKey })).toMatchObject({ intact: true });
  });

  it('is whole after somebody handed everything over, orders and appointments and all', async () => {
    const { agency, organizationId } = bench;
    await agency.as('admin', (tx) =>
      handOver(tx, {
        organizationId,
        fromPersonId: agency.personId('head-works'),
        toPersonId: agency.personId('head-education'),
        closesAccount: true,
        recordedBy: agency.personId('admin'),
      }),
    );
    const { verdict, facts } = await inspected(null);
    expect(verdict).toMatchObject({ usable: true, intact: true, notes: [] });
    expect(facts?.records.orders.map(({ revokedOn }) => revokedOn)).toEqual([expect.stringMatching(/^\d{4}-/)]);
  });

  it('says once what an organization is that worked before the log said it', async () => {
    expect(await stateOldRecords(bench.agency.unitOfWork)).toBe(0);
  });

  it('says who signed a published file, of the file itself and of its hash', async () => {
    const { facts } = await inspected(null);
    const byFile = facts ? whoSigned(facts, sealedSha256) : [];
    expect(byFile).toMatchObject([
      {
        itemId: announcement.itemId,
        version: '1',
        signatures: [{ act: 'sign' }],
        files: [{ sha256: sealedSha256, sealLevel: 'B-B' }],
      },
    ]);
    expect(facts ? whoSigned(facts, 'f'.repeat(64)) : null).toEqual([]);
  });

  it('proves one item with its file, and gives nothing of the others away', async () => {
    const bytes = await made(announcement);
    const { verdict, facts } = await inspectBundle(pathOf(bytes), { logKey });
    expect(verdict).toMatchObject({ usable: true, intact: true, notes: [] });
    expect(facts ? whoSigned(facts, sealedSha256) : []).toHaveLength(1);
    const files = unpacked(bytes);
    expect(files.has(`artefacts/${sealedSha256}.pdf`)).toBe(true);
    const everything = [...files.entries()]
      .filter(([name]) => !name.endsWith('.pdf'))
      .map(([, content]) => content.toString());
    expect(everything.join('\n')).not.toContain(measure.itemId);
    expect(everything.join('\n')).not.toContain('ระยะเวลาไม่ตรงกับแผน');
  });

  it('is not whole with another file, without a proof, or with another word', async () => {
    const files = unpacked(await made(announcement));
    const judged = async (forged: typeof files): Promise<unknown> => verifyBundle(pathOf(packed(forged)), { logKey });
    const artefact = `artefacts/${sealedSha256}.pdf`;
    expect(await judged(withText(files, artefact, (text) => `${text} `))).toMatchObject({
      intact: false,
      file: artefact,
    });
    expect(await judged(withoutFile(files, artefact))).toMatchObject({ intact: false, problem: 'file-missing' });
    expect(await judged(withText(files, 'proofs/inclusion.ndjson', (text) => text.replace(/.*\n/, '')))).toMatchObject({
      problem: 'proof-missing',
    });
    expect(await judged(withText(files, 'proofs/consistency.ndjson', () => ''))).toMatchObject({
      problem: 'proof-missing',
    });
    expect(await judged(withText(files, 'events.ndjson', (text) => text.replace(/.*\n/, '')))).toMatchObject({
      intact: false,
    });
  });

  it('is compared with the checkpoint that a published file carries', async () => {
    const early = pathOf(await made(null));
    const { checkpoint } = (await inspected(null)).facts?.records.editions[0] ?? { checkpoint: '' };
    expect(await verifyBundle(early, { checkpoints: new Map([['document.pdf', checkpoint]]) })).toMatchObject({
      intact: true,
      notes: [],
    });
  });

  it('answers on the command line, with a published file as witness and as question', async () => {
    const bundle = pathOf(await made(null));
    const file = join(folder, 'announcement.pdf');
    writeFileSync(file, await blobs.get(sealedSha256));
    const said: string[] = [];
    const spy = jest.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    try {
      expect(await verifyBundleCommand([bundle, '--known', file])).toBe(0);
      expect(await whoSignedCommand([bundle, file, '--log-key', logKey])).toBe(0);
      expect(await whoSignedCommand([bundle, measure.itemId, '--json', '--known', file])).toBe(0);
      expect(await whoSignedCommand([bundle, 'f'.repeat(64), '--known', file])).toBe(1);
    } finally {
      spy.mockRestore();
    }
    const [, person, asJson] = [said[0], said.slice(1, 3).join(''), said[3]];
    expect(person).toMatch(new RegExp(`ลงนามประกาศ[^]*${sealedSha256}`));
    expect(JSON.parse(asJson ?? '')).toMatchObject({
      verdict: { intact: true },
      versions: [{ version: '1' }, { version: '2' }],
    });
  });
});
