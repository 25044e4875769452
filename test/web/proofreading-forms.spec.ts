import { draftAnnouncement } from '../../src/announcements/draft-announcement.js';
import { draftMeasure } from '../../src/measures/save-measure.js';
import { ReportDesk } from '../reports/report-desk.js';
import { aMeasure } from '../support/agency.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';
import { Visit } from './support/visit.js';

const OTHER = 'องค์การบริหารส่วนตำบลหนองสมมติ';
const FOREIGN = `เผยแพร่บนเว็บไซต์ของ${OTHER}`;
const FOUND = 'ต้องแก้ ๑ แห่ง';

let web: RunningWeb;
let officer: Visit;
beforeAll(async () => {
  web = await runningWeb();
  officer = await Visit.signedIn(web.address, 'officer');
});
afterAll(() => web.close());

describe('the forms on which an officer corrects', () => {
  const shows = async (path: string): Promise<void> => {
    const page = await officer.get(path);
    expect([page.status, page.text.includes(FOUND), page.text.includes(OTHER)]).toEqual([200, true, true]);
  };

  it('show what was found in the plan of a measure, and the theme leads to its field', async () => {
    const { organizationId } = web.agency;
    const content = aMeasure([web.agency.divisions.get('กองคลัง') ?? ''], {
      theme: `การสร้างการรับรู้ของ${OTHER}`,
      results: [],
      outcomes: [],
    });
    const { id } = await web.agency.as('officer', (tx, actor) =>
      draftMeasure(tx, { organizationId, actor, fiscalYear: 2568, content }),
    );
    await shows(`/measures/${id}/edit`);
    expect((await officer.get(`/measures/${id}`)).text).toContain(`/measures/${id}/edit#theme`);
  });

  it('show what was found in an announcement', async () => {
    const { organizationId } = web.agency;
    const parameters = { reportingChannels: FOREIGN, furtherRules: [] };
    const { id } = await web.agency.as('officer', (tx, actor) =>
      draftAnnouncement(tx, {
        organizationId,
        actor,
        fiscalYear: 2568,
        template: 'no-gift-announcement.v1',
        languages: ['th'],
        parameters,
      }),
    );
    await shows(`/announcements/${id}/edit`);
  });

  it('show what was found in a compiled report', async () => {
    const desk = new ReportDesk(web.agency);
    const period = { startsOn: null, endsOn: null, text: 'ปีงบประมาณ พ.ศ. ๒๕๗๕' };
    await desk.measure(2575, 'completed', {
      title: 'จัดทำคู่มือการให้บริการ',
      period,
      results: [{ kind: 'dash', text: FOREIGN }],
    });
    const { id } = await desk.compile({ fiscalYear: 2575, gapsAcknowledged: true });
    await shows(`/reports/${id}/edit`);
  });
});
