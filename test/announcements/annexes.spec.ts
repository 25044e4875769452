import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actOnAnnouncement } from '../../src/announcements/act-on-announcement.js';
import type { AnnouncementRow } from '../../src/announcements/announcement.entity.js';
import { announcementKind } from '../../src/announcements/announcement.kind.js';
import { annexFileOf, annexFilesOf } from '../../src/announcements/announcements.queries.js';
import { arrangeAnnexes, attachAnnex, removeAnnex } from '../../src/announcements/attach-annex.js';
import { draftAnnouncement, editAnnouncement, reviseAnnouncement } from '../../src/announcements/draft-announcement.js';
import { runSystemTransition } from '../../src/approvals/run-transition.js';
import { historyOf } from '../../src/audit/history.queries.js';
import type { AnnouncementTransition } from '../../src/core/announcement/announcement.lifecycle.js';
import { cleanEvidence } from '../../src/evidence/clean-evidence.js';
import { storeEvidence, type StoredEvidence } from '../../src/evidence/store-evidence.js';
import { actChecked } from '../../src/proofreading/act-checked.js';
import { clearPersonalData } from '../../src/proofreading/clear-personal-data.js';
import { findingsOfAnnouncement } from '../../src/proofreading/item-findings.js';
import { BlobStore } from '../../src/storage/blob-store.js';
import { aPdf, aPhotograph } from '../evidence/brought-files.js';
import { testAgency, type TestAgency } from '../support/agency.js';

describe('the annexes of an announcement', () => {
  let agency: TestAgency;
  let folder: string;
  let blobs: BlobStore;
  let form: StoredEvidence;
  let photograph: StoredEvidence;

  beforeAll(async () => {
    agency = await testAgency();
    folder = mkdtempSync(join(tmpdir(), 'prongsai-annexes-'));
    blobs = new BlobStore(join(folder, 'blobs'));
    form = await stored('แบบรายงาน.pdf', await aPdf('แบบรายงานการรับของขวัญ'));
    photograph = await stored('กิจกรรม.jpg', await aPhotograph());
  });
  afterAll(async () => {
    await agency.database.close();
    rmSync(folder, { recursive: true });
  });

  const stored = (name: string, bytes: Uint8Array): Promise<StoredEvidence> =>
    storeEvidence(blobs, cleanEvidence, { name, bytes: new Uint8Array(bytes) });
  const given = {
    fiscalYear: 2568,
    template: 'no-gift-announcement',
    languages: ['th', 'en'] as const,
    parameters: { reportingChannels: 'https://www.example.go.th/report', furtherRules: [] },
  };
  const drafted = (): Promise<AnnouncementRow> =>
    agency.as('officer', (tx, actor) =>
      draftAnnouncement(tx, { ...given, organizationId: agency.organizationId, actor }),
    );
  const attach = (
    { id, version }: AnnouncementRow,
    file: StoredEvidence,
    { title = '', by = 'officer' } = {},
  ): Promise<AnnouncementRow> =>
    agency.as(by, (tx, actor) =>
      attachAnnex(tx, {
        organizationId: agency.organizationId,
        actor,
        announcementId: id,
        seenVersion: version,
        file,
        title,
      }),
    );
  const withBoth = async (): Promise<AnnouncementRow> =>
    attach(await attach(await drafted(), form, { title: 'แบบ ก' }), photograph);
  const arranged = ({ id, version }: AnnouncementRow, order: { fileId: string; title: string }[]) =>
    agency.as('officer', (tx, actor) =>
      arrangeAnnexes(tx, {
        organizationId: agency.organizationId,
        actor,
        announcementId: id,
        seenVersion: version,
        order,
      }),
    );
  const removed = ({ id, version }: AnnouncementRow, fileId: string): Promise<AnnouncementRow> =>
    agency.as('officer', (tx, actor) =>
      removeAnnex(tx, {
        organizationId: agency.organizationId,
        actor,
        announcementId: id,
        seenVersion: version,
        fileId,
      }),
    );
  const act = (by: string, transition: AnnouncementTransition, { id, contentHash }: AnnouncementRow) =>
    agency.as(by, (tx, actor) =>
      actOnAnnouncement(tx, {
        organizationId: agency.organizationId,
        itemId: id,
        transition,
        actor,
        seenVersion: null,
        shownHash: contentHash,
      }),
    );
  const titles = ({ content }: AnnouncementRow): string[] => (content.annexes ?? []).map(({ title }) => title);

  it('are part of the text that is signed, in their order and under their titles', async () => {
    const draft = await drafted();
    const both = await attach(await attach(draft, form, { title: 'แบบ ก' }), photograph);
    expect(titles(both)).toEqual(['แบบ ก', 'กิจกรรม']);
    const [first, second] = both.content.annexes ?? [];
    const other = await arranged(both, [
      { fileId: second?.fileId ?? '', title: 'ภาพการประกาศ' },
      { fileId: first?.fileId ?? '', title: 'แบบ ก' },
    ]);
    expect(titles(other)).toEqual(['ภาพการประกาศ', 'แบบ ก']);
    const without = await removed(await removed(other, first?.fileId ?? ''), second?.fileId ?? '');
    const hashes = [draft, both, other].map(({ contentHash }) => contentHash);
    expect(new Set(hashes).size).toBe(3);
    expect(without.contentHash).toBe(draft.contentHash);
    const history = await agency.as('officer', (tx) => historyOf(tx, agency.organizationId, 'announcement', draft.id));
    expect(history.map(({ action }) => action)).toEqual([
      'draft',
      'annex.add',
      'annex.add',
      'annex.arrange',
      'annex.remove',
      'annex.remove',
    ]);
  });

  it('stay when the words of the draft are changed', async () => {
    const both = await withBoth();
    const edited = await agency.as('officer', (tx, actor) =>
      editAnnouncement(tx, {
        ...given,
        parameters: { ...given.parameters, furtherRules: ['แจ้งภายในสามวัน'] },
        organizationId: agency.organizationId,
        actor,
        announcementId: both.id,
        seenVersion: both.version,
      }),
    );
    expect(edited.content.annexes).toEqual(both.content.annexes);
  });

  it('are frozen with the edition of each language, page by page', async () => {
    const both = await withBoth();
    await act('officer', 'submit', both);
    await expect(
      removed({ ...both, version: both.version + 1 }, both.content.annexes?.[0]?.fileId ?? ''),
    ).rejects.toMatchObject({ code: 'item.refused' });
    await act('executive', 'sign', both);
    const editions = await agency.database.look<{ language: string; annexes: { title: string; pictures: object[] }[] }>(
      `select language, snapshot -> 'annexes' as annexes from edition where item_id = $1 order by language desc`,
      [both.id],
    );
    expect(editions.map(({ language }) => language)).toEqual(['th', 'en']);
    const page = form.pages[0];
    for (const { language, annexes } of editions) {
      expect(annexes.map(({ title }) => title)).toEqual(['แบบ ก', 'กิจกรรม']);
      expect(annexes[0]?.pictures).toEqual([
        {
          image: `sha256:${page?.sha256}`,
          orientation: 'portrait',
          description: language === 'en' ? 'Page 1/1 of แบบรายงาน.pdf' : 'หน้า 1/1 ของ แบบรายงาน.pdf',
          alternative: expect.stringContaining('แบบรายงานการรับของขวัญ') as unknown,
        },
      ]);
    }
  });

  it('go on into a revision, which takes them out without taking them from the announcement in force', async () => {
    const both = await withBoth();
    await act('officer', 'submit', both);
    await act('executive', 'sign', both);
    await agency.database.look(
      `insert into publication (organization_id, id, document_id, language, target, edition_id, item_kind, item_id, address, desired, desired_sha256)
       select organization_id, gen_random_uuid(), document_id, language, 'public-site', id, item_kind, item_id, '/p', 'present', 'x'
       from edition where item_id = $1 and language = 'th'`,
      [both.id],
    );
    await agency.unitOfWork.inTenant(agency.organizationId, (tx) =>
      runSystemTransition(tx, announcementKind, agency.organizationId, both.id, 'publish'),
    );
    const revision = await agency.as('officer', (tx, actor) =>
      reviseAnnouncement(tx, { ...given, organizationId: agency.organizationId, actor, announcementId: both.id }),
    );
    expect(titles(revision)).toEqual(titles(both));
    const [copy] = revision.content.annexes ?? [];
    expect(copy?.fileId).not.toBe(both.content.annexes?.[0]?.fileId);
    const less = await removed(revision, copy?.fileId ?? '');
    expect(titles(less)).toEqual(['กิจกรรม']);
    await agency.as('officer', async (tx) => {
      expect(await annexFilesOf(tx, agency.organizationId, both)).toHaveLength(2);
      expect(await annexFilesOf(tx, agency.organizationId, less)).toHaveLength(1);
      await expect(annexFileOf(tx, agency.organizationId, less, copy?.fileId ?? '')).rejects.toMatchObject({
        code: 'evidence.not-found',
      });
    });
    await attach(less, form); // the same file may come back
  });

  it('stop the announcement at personal data that nobody cleared', async () => {
    const { organizationId } = agency;
    const list = await stored('รายชื่อ.pdf', await aPdf('ติดต่อ 081-234-5678'));
    const announcement = await attach(await drafted(), list);
    const submit = (): Promise<AnnouncementRow> =>
      agency.as('officer', (tx, actor) =>
        actChecked(tx, announcementKind, findingsOfAnnouncement, {
          organizationId,
          itemId: announcement.id,
          transition: 'submit',
          actor,
          seenVersion: announcement.version,
          shownHash: announcement.contentHash,
          overrideReason: 'ตัวอย่าง',
        }),
      );
    await expect(submit()).rejects.toMatchObject({ code: 'proofreading.personal-data', details: { count: 1 } });
    await agency.as('officer', async (tx, actor) => {
      const findings = await findingsOfAnnouncement(tx, organizationId, announcement);
      const found = findings.find(({ rule }) => rule === 'personal.data');
      const fileId = announcement.content.annexes?.[0]?.fileId;
      expect([found?.quote, found?.at]).toEqual(['081-234-5678', `${announcement.id}.annexes.${fileId}.1`]);
      await clearPersonalData(tx, {
        organizationId,
        actor,
        itemKind: 'announcement',
        item: announcement,
        findings,
        findingKey: found?.key ?? '',
        reason: 'เบอร์กลางของหน่วยงาน',
      });
    });
    expect((await submit()).state).toBe('signing');
  });

  it('are proof-read by their titles too', async () => {
    const announcement = await attach(await drafted(), form, { title: 'ติดต่อ 081-234-5678' });
    const findings = await agency.as('officer', (tx) =>
      findingsOfAnnouncement(tx, agency.organizationId, announcement),
    );
    expect(findings.map(({ quote }) => quote)).toContain('081-234-5678');
  });

  it('are refused twice, by the wrong person, in a wrong arrangement, and where they grow too many or too large', async () => {
    const both = await withBoth();
    await expect(attach(both, form)).rejects.toMatchObject({ code: 'evidence.already-there' });
    await expect(attach(both, form, { by: 'head-finance' })).rejects.toMatchObject({ code: 'permission.denied' });
    const [first, second] = (both.content.annexes ?? []).map(({ fileId, title }) => ({ fileId, title }));
    if (!first || !second) throw new Error('there are two annexes');
    for (const order of [[first], [first, first], [first, second, second]])
      await expect(arranged(both, order)).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(arranged(both, [first, { ...second, fileId: agency.organizationId }])).rejects.toMatchObject({
      code: 'evidence.not-found',
    });
    const heavy = { ...form, broughtSha256: 'a'.repeat(64), size: 15 * 1024 * 1024 };
    await expect(attach(both, heavy)).rejects.toMatchObject({
      code: 'announcement.annexes-too-large',
      details: { field: 'file', limitPages: 60, limitMegabytes: 15 },
    });
    const long = { ...form, broughtSha256: 'b'.repeat(64), pages: Array.from({ length: 59 }, () => form.pages[0]) };
    await expect(attach(both, long as StoredEvidence)).rejects.toMatchObject({
      code: 'announcement.annexes-too-large',
    });
    let many = both;
    for (let count = 2; count < 20; count += 1)
      many = await attach(many, { ...form, broughtSha256: count.toString(16).padStart(64, '0') });
    await expect(attach(many, { ...form, broughtSha256: 'c'.repeat(64) })).rejects.toMatchObject({
      code: 'announcement.annexes-too-many',
    });
  });

  it('belong to one announcement or one measure, says the database', async () => {
    const { id } = await drafted();
    const insert = (measureId: string | null, announcementId: string | null): Promise<object[]> =>
      agency.database.look(
        `insert into evidence_file (organization_id, id, measure_id, announcement_id, name, kind, brought_sha256, sha256,
           size, thumbnail_sha256, pages, added_by)
         values ($1, gen_random_uuid(), $2, $3, 'n', 'png', repeat('d', 64), repeat('d', 64), 1, repeat('d', 64), '[{}]', $4)`,
        [agency.organizationId, measureId, announcementId, agency.personId('officer')],
      );
    await expect(insert(null, null)).rejects.toThrow('evidence_file_of_one_item');
    await expect(insert(id, id)).rejects.toThrow('evidence_file_of_one_item');
    await insert(null, id);
    await expect(insert(null, id)).rejects.toThrow('evidence_file_once_announced');
  });
});
