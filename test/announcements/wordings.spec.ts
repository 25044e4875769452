import { buildDocument } from '../../templates/documents/registry.js';
import { ANNOUNCEMENT_TEMPLATES } from '../../templates/documents/catalogue.js';
import { actOnAnnouncement } from '../../src/announcements/act-on-announcement.js';
import type { AnnouncementRow } from '../../src/announcements/announcement.entity.js';
import { draftAnnouncement, editAnnouncement } from '../../src/announcements/draft-announcement.js';
import { saveWording, wordingPreview } from '../../src/announcements/save-wording.js';
import { wordingInForce, wordingVersions, type WordingInForce } from '../../src/announcements/wordings.queries.js';
import { testAgency, type TestAgency } from '../support/agency.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await testAgency();
});
afterAll(() => agency.database.close());

const TEMPLATE = 'no-gift-announcement';
const OWN = '# นโยบายของเราเอง\n\n{หน่วยงาน}ไม่รับของขวัญทุกชนิด\n\nข้อ 1 แจ้งเบาะแสที่ {ช่องทางแจ้งเบาะแส}';

const save = (
  text: string | null,
  seenVersion: number | null,
  { template = TEMPLATE, language = 'th' as 'th' | 'en', by = 'officer' } = {},
): Promise<WordingInForce> =>
  agency.as(by, (tx, actor) =>
    saveWording(tx, { organizationId: agency.organizationId, actor, template, language, seenVersion, text }),
  );

const draft = (template = TEMPLATE): Promise<AnnouncementRow> =>
  agency.as('officer', (tx, actor) =>
    draftAnnouncement(tx, {
      organizationId: agency.organizationId,
      actor,
      fiscalYear: 2568,
      template,
      languages: ['th', 'en'],
      parameters: { reportingChannels: 'โทรศัพท์ 0-0000-0000', furtherRules: [] },
    }),
  );

describe('an own wording', () => {
  it.each(ANNOUNCEMENT_TEMPLATES.map(({ id }) => id))(
    'of %s begins as the template’s and names its placeholders',
    async (id) => {
      const inForce = await agency.as('officer', (tx) => wordingInForce(tx, agency.organizationId, id, 'th'));
      expect(inForce).toMatchObject({ template: id, isOwn: false, version: null });
      expect(inForce.text).toMatch(/^# /);
      expect(inForce.placeholders).toContain('หน่วยงาน');
      const saved = await save(inForce.text, null, { template: id });
      expect(saved).toMatchObject({ isOwn: true, version: 1, text: inForce.text });
      await save(null, 1, { template: id });
    },
  );

  it('is printed by what is drafted from then on, in its language only', async () => {
    const before = await draft();
    const [{ version } = { version: null }] = await agency.as('officer', (tx) =>
      wordingVersions(tx, agency.organizationId, `${TEMPLATE}.v1`, 'th'),
    );
    await save(OWN, version);
    const announcement = await draft();
    expect(before.content.wordings).toBeUndefined();
    expect(announcement).toMatchObject({ title: 'นโยบายของเราเอง', content: { wordings: { th: OWN } } });

    const command = { organizationId: agency.organizationId, itemId: announcement.id, seenVersion: null };
    const shown = { ...command, shownHash: announcement.contentHash };
    await agency.as('officer', (tx, actor) => actOnAnnouncement(tx, { ...shown, actor, transition: 'submit' }));
    await agency.as('executive', (tx, actor) => actOnAnnouncement(tx, { ...shown, actor, transition: 'sign' }));
    const editions = await agency.database.look<{ language: string; title: string; wording: string | null }>(
      `select language, title, snapshot ->> 'wording' as wording from edition where item_id = $1 order by language`,
      [announcement.id],
    );
    expect(editions).toEqual([
      { language: 'en', title: expect.stringMatching(/gift/i), wording: null },
      { language: 'th', title: 'นโยบายของเราเอง', wording: OWN },
    ]);
  });

  it('does not change a draft until it is edited again', async () => {
    const announcement = await draft();
    const newer = OWN.replace('ทุกชนิด', 'ไม่ว่าชนิดใด');
    const [{ version } = { version: null }] = await agency.as('officer', (tx) =>
      wordingVersions(tx, agency.organizationId, `${TEMPLATE}.v1`, 'th'),
    );
    await save(newer, version);
    const { template, languages, parameters } = announcement.content;
    const edited = await agency.as('officer', (tx, actor) =>
      editAnnouncement(tx, {
        organizationId: agency.organizationId,
        actor,
        announcementId: announcement.id,
        seenVersion: announcement.version,
        fiscalYear: 2568,
        template,
        languages,
        parameters,
      }),
    );
    expect(announcement.content.wordings).toEqual({ th: OWN });
    expect(edited.content.wordings).toEqual({ th: newer });
  });

  it('is previewed with the agency’s name before it is saved', async () => {
    const preview = await agency.as('officer', (tx) =>
      wordingPreview(tx, agency.organizationId, { template: TEMPLATE, language: 'th', text: OWN, fiscalYear: 2569 }),
    );
    const { definition, options } = buildDocument(preview.template, preview.data, preview.language);
    expect(options.title).toBe('นโยบายของเราเอง');
    expect(JSON.stringify(definition)).toContain('ไม่รับของขวัญทุกชนิด');
    expect(JSON.stringify(definition)).not.toContain('{หน่วยงาน}');
  });
});

describe('a wording is refused', () => {
  const template = 'conflict-of-interest';

  it.each([
    ['an unknown placeholder', '# เรื่อง\n\nข้อความ\n\nถึง {ไม่มีช่องนี้}', 'wording:5', 'unknown-placeholder'],
    ['an open brace', '# เรื่อง\n{หน่วยงาน', 'wording:2', 'unclosed-brace'],
    ['no title', 'มีแต่ข้อความ', 'wording:1', 'no-title'],
    ['a second title', '# เรื่อง\n\n# เรื่อง', 'wording:3', 'second-title'],
    ['a mark without text', '# เรื่อง\n\n1.', 'wording:3', 'empty-block'],
    ['nothing', '', 'wording:1', 'no-title'],
  ])('for %s, with its line', async (_fault, text, path, kind) => {
    await expect(save(text, null, { template })).rejects.toMatchObject({
      code: 'document.data-invalid',
      details: { problems: expect.arrayContaining([expect.objectContaining({ path, kind })]) },
    });
  });

  it('in a language the template does not have, for what is no announcement, and by who may not', async () => {
    await expect(save('# A', null, { template, language: 'en' })).rejects.toMatchObject({
      code: 'document.language-unknown',
    });
    await expect(save('# ก', null, { template: 'measure-sheet' })).rejects.toMatchObject({
      code: 'announcement.template-unknown',
    });
    await expect(save('# ก', null, { template, by: 'chief' })).rejects.toMatchObject({ code: 'permission.denied' });
  });

  it('when somebody else saved meanwhile', async () => {
    await save('# เรื่องแรก\n\nข้อความ', 2, { template });
    await expect(save('# เรื่องที่สอง\n\nข้อความ', null, { template })).rejects.toMatchObject({
      code: 'item.changed-meanwhile',
    });
  });
});
