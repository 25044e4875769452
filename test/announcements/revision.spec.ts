import { documentOutline } from '../../templates/documents/document-outline.js';
import { actOnAnnouncement } from '../../src/announcements/act-on-announcement.js';
import type { AnnouncementRow } from '../../src/announcements/announcement.entity.js';
import { announcementPreviewData } from '../../src/announcements/announcement-data.js';
import { announcementKind } from '../../src/announcements/announcement.kind.js';
import { draftAnnouncement, editAnnouncement, reviseAnnouncement } from '../../src/announcements/draft-announcement.js';
import { runSystemTransition } from '../../src/approvals/run-transition.js';
import type { ParameterValues } from '../../src/core/announcement/announcement.js';
import { findingsOfAnnouncement } from '../../src/proofreading/item-findings.js';
import { testAgency, type TestAgency } from '../support/agency.js';

describe('a revision of a published announcement', () => {
  let agency: TestAgency;
  let published: AnnouncementRow;

  const draft = {
    fiscalYear: 2568,
    template: 'no-gift-announcement',
    parameters: { reportingChannels: 'https://www.example.go.th/report', furtherRules: [] },
  };

  beforeAll(async () => {
    agency = await testAgency();
    const { organizationId, database, unitOfWork } = agency;
    published = await agency.as('officer', (tx, actor) =>
      draftAnnouncement(tx, { ...draft, languages: ['th', 'en'], organizationId, actor }),
    );
    for (const [by, transition] of [
      ['officer', 'submit'],
      ['executive', 'sign'],
    ] as const) {
      const deed = { organizationId, itemId: published.id, seenVersion: null, shownHash: published.contentHash };
      await agency.as(by, (tx, actor) => actOnAnnouncement(tx, { ...deed, actor, transition }));
    }
    await database.look(
      `insert into publication (organization_id, id, document_id, language, target, edition_id, item_kind, item_id, address, desired, desired_sha256)
       select organization_id, gen_random_uuid(), document_id, language, 'public-site', id, item_kind, item_id, '/p', 'present', 'x'
       from edition where item_id = $1 and language = 'th'`,
      [published.id],
    );
    await unitOfWork.inTenant(organizationId, (tx) =>
      runSystemTransition(tx, announcementKind, organizationId, published.id, 'publish'),
    );
  });
  afterAll(() => agency.database.close());

  const revise = (languages: readonly ('th' | 'en')[]): Promise<AnnouncementRow> =>
    agency.as('officer', (tx, actor) =>
      reviseAnnouncement(tx, {
        ...draft,
        languages,
        organizationId: agency.organizationId,
        actor,
        announcementId: published.id,
      }),
    );

  it('needs every language of it: the address of a missing one would go on saying that it is in force', async () => {
    const refusal = { code: 'announcement.language-dropped', details: { field: 'languages', languages: 'en' } };
    await expect(revise(['th'])).rejects.toMatchObject(refusal);
    const revision = await revise(['en', 'th']);
    const edit = { ...draft, organizationId: agency.organizationId, announcementId: revision.id, seenVersion: 1 };
    await expect(
      agency.as('officer', (tx, actor) => editAnnouncement(tx, { ...edit, actor, languages: ['th'] })),
    ).rejects.toMatchObject(refusal);
    expect(
      await agency.as('officer', (tx, actor) => editAnnouncement(tx, { ...edit, actor, languages: ['th', 'en'] })),
    ).toMatchObject({ version: 2 });
  });
});

describe('an announcement in two languages', () => {
  it('prints its own words in each, and warns of Thai words in the English edition', async () => {
    const agency = await testAgency('two-languages');
    const { organizationId } = agency;
    const draft = (parameters: ParameterValues): Promise<AnnouncementRow> =>
      agency.as('officer', (tx, actor) =>
        draftAnnouncement(tx, {
          organizationId,
          actor,
          fiscalYear: 2568,
          template: 'no-gift-announcement',
          languages: ['th', 'en'],
          parameters: { reportingChannels: 'https://www.example.go.th/report', ...parameters },
        }),
      );
    const textIn = (announcement: AnnouncementRow, language: 'th' | 'en'): Promise<string> =>
      agency.unitOfWork.inTenant(organizationId, async (tx) => {
        const data = await announcementPreviewData(tx, organizationId, announcement, language);
        return JSON.stringify(documentOutline(announcement.content.template, data, language).blocks);
      });
    const warnings = (announcement: AnnouncementRow): Promise<string[]> =>
      agency.unitOfWork.inTenant(organizationId, async (tx) =>
        (await findingsOfAnnouncement(tx, organizationId, announcement))
          .filter(({ rule }) => rule === 'language.mixed')
          .map(({ quote }) => quote),
      );
    const thaiOnly = await draft({ furtherRules: ['ไม่รับของขวัญจากผู้รับเหมา'] });
    expect(await textIn(thaiOnly, 'en')).toContain('ไม่รับของขวัญจากผู้รับเหมา');
    expect(await warnings(thaiOnly)).toEqual([expect.stringContaining('ไม่รับของขวัญจากผู้รับเหมา')]);

    const both = await draft({
      furtherRules: ['ไม่รับของขวัญจากผู้รับเหมา'],
      'furtherRules.en': ['No gifts from contractors'],
    });
    expect(await textIn(both, 'en')).toContain('No gifts from contractors');
    expect(await textIn(both, 'en')).not.toContain('ผู้รับเหมา');
    expect(await textIn(both, 'th')).not.toContain('contractors');
    expect(await warnings(both)).toEqual([]);
    await agency.database.close();
  });
});
