import { ANNOUNCEMENT_TEMPLATES } from '../../templates/documents/catalogue.js';
import { frameSchemas } from '../../templates/documents/announcement-frame.js';
import type { AnnouncementRow } from '../../src/announcements/announcement.entity.js';
import { announcementKind } from '../../src/announcements/announcement.kind.js';
import { draftAnnouncement } from '../../src/announcements/draft-announcement.js';
import type { ParameterValues } from '../../src/core/announcement/announcement.js';
import { actChecked } from '../../src/proofreading/act-checked.js';
import { findingsOfAnnouncement, findingsOfReport, type ItemFinding } from '../../src/proofreading/item-findings.js';
import { reportKind } from '../../src/reports/report.kind.js';
import { ReportDesk } from '../reports/report-desk.js';
import { testAgency, type TestAgency } from '../support/agency.js';

const FOREIGN = 'เผยแพร่บนเว็บไซต์ขององค์การบริหารส่วนตำบลหนองสมมติ';

let agency: TestAgency;
beforeAll(async () => {
  agency = await testAgency();
});
afterAll(() => agency.database.close());

const serious = (findings: readonly ItemFinding[]): string[] =>
  findings.filter(({ severity }) => severity !== 'I').map(({ rule, quote }) => `${rule}: ${quote}`);

describe('a compiled report', () => {
  it('is read measure by measure, each finding naming its measure and field', async () => {
    const desk = new ReportDesk(agency);
    await desk.measure(2575, 'completed', { title: 'เผยแพร่แผนการใช้จ่าย', period: period('๒๕๗๕') });
    const faulty = await desk.measure(2575, 'completed', {
      title: 'จัดทำคู่มือการให้บริการ',
      period: period('๒๕๗๕'),
      results: [{ kind: 'dash', text: FOREIGN }],
    });
    const report = await desk.compile({ fiscalYear: 2575, gapsAcknowledged: true });
    const findings = await agency.as('officer', (tx) => findingsOfReport(tx, agency.organizationId, report));
    const [foreign] = findings.filter(({ rule }) => rule === 'agency.foreign');
    expect(foreign).toMatchObject({ at: `${faulty.id}.results`, severity: 'E' });
    await expect(
      agency.as('officer', (tx, actor) =>
        actChecked(tx, reportKind, findingsOfReport, {
          organizationId: agency.organizationId,
          itemId: report.id,
          transition: 'submit',
          actor,
          seenVersion: null,
          shownHash: null,
          overrideReason: null,
        }),
      ),
    ).rejects.toMatchObject({ code: 'proofreading.errors-found' });
  });

  it('of another kind is read as it would be printed', async () => {
    const desk = new ReportDesk(agency);
    const details = { announcedOn: '2033-10-05', activities: [{ heldOn: '2033-11-02', text: FOREIGN }] };
    const report = await desk.compile({ kind: 'no-gift', fiscalYear: 2577, noGift: details });
    const findings = await agency.as('officer', (tx) => findingsOfReport(tx, agency.organizationId, report));
    expect(findings.map(({ rule }) => rule)).toContain('agency.foreign');
  });
});

const period = (year: string) => ({ startsOn: null, endsOn: null, text: `ปีงบประมาณ พ.ศ. ${year}` });

describe('an announcement', () => {
  const drafted = (template: string, parameters: ParameterValues): Promise<AnnouncementRow> =>
    agency.as('officer', (tx, actor) =>
      draftAnnouncement(tx, {
        organizationId: agency.organizationId,
        actor,
        fiscalYear: 2568,
        template,
        languages: ['th'],
        parameters,
      }),
    );
  const submitted = ({ id }: AnnouncementRow): Promise<AnnouncementRow> =>
    agency.as('officer', (tx, actor) =>
      actChecked(tx, announcementKind, findingsOfAnnouncement, {
        organizationId: agency.organizationId,
        itemId: id,
        transition: 'submit',
        actor,
        seenVersion: null,
        shownHash: null,
        overrideReason: null,
      }),
    );

  it.each(ANNOUNCEMENT_TEMPLATES.map(({ id, example }) => [id, example] as const))(
    'of %s with its example values has nothing serious in it and is submitted',
    async (template, example) => {
      const own = Object.fromEntries(Object.entries(example).filter(([name]) => !(name in frameSchemas)));
      const announcement = await drafted(template, own as ParameterValues); // the example's own parameters
      const findings = await agency.as('officer', (tx) =>
        findingsOfAnnouncement(tx, agency.organizationId, announcement),
      );
      expect(serious(findings)).toEqual([]);
      expect((await submitted(announcement)).state).toBe('signing');
    },
  );

  it('is stopped by a name and by a private telephone in its parameters', async () => {
    const announcement = await drafted('no-gift-announcement', {
      reportingChannels: `${FOREIGN} โทรศัพท์ 081-234-5678`,
      furtherRules: [],
    });
    const findings = await agency.as('officer', (tx) =>
      findingsOfAnnouncement(tx, agency.organizationId, announcement),
    );
    expect(serious(findings)).toEqual(['agency.foreign: องค์การบริหารส่วนตำบลหนองสมมติ', 'personal.data: ๐๘๑-๒๓๔-๕๖๗๘']);
    await expect(submitted(announcement)).rejects.toMatchObject({ code: 'proofreading.personal-data' });
  });
});
