import { actOnAnnouncement } from '../../src/announcements/act-on-announcement.js';
import type { AnnouncementRow } from '../../src/announcements/announcement.entity.js';
import { announcementKind } from '../../src/announcements/announcement.kind.js';
import { draftAnnouncement, editAnnouncement, reviseAnnouncement } from '../../src/announcements/draft-announcement.js';
import { runSystemTransition } from '../../src/approvals/run-transition.js';
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
