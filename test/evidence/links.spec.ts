import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LinkLooking, linkSights } from '../../src/evidence/evidence-links.js';
import { lookAtLink } from '../../src/evidence/look-at-link.js';
import { isPublicAddress } from '../../src/evidence/public-addresses.js';
import { StepProcessor } from '../../src/jobs/step-processor.js';
import { recordResults } from '../../src/measures/save-measure.js';
import type { Step } from '../../src/outbox/steps.js';
import { testAgency, type TestAgency } from '../support/agency.js';
import { anApprovedMeasure } from './an-approved-measure.js';

/** A site with a page, a missing page, a page that hates HEAD, and ways to other places. */
class Site {
  readonly asked: string[] = [];
  private constructor(
    private readonly server: Server,
    readonly host: string,
  ) {}

  static async open(): Promise<Site> {
    const server = createServer((request, response) => {
      const { method = '', url = '' } = request;
      site.asked.push(`${method} ${url}`);
      const to = { '/moved': '/page', '/inside': 'http://169.254.169.254/latest', '/round': '/round' }[url];
      if (to) return void response.writeHead(302, { location: to }).end();
      if (url === '/no-head' && method === 'HEAD') return void response.writeHead(405).end();
      if (url === '/never') return;
      response.writeHead(url === '/page' || url === '/no-head' ? 200 : 404).end('x'.repeat(1000));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo; // a listening TCP server has a port
    const site = new Site(server, `127.0.0.1:${port}`);
    return site;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

describe('a look at a link', () => {
  let site: Site;
  beforeAll(async () => (site = await Site.open()));
  afterAll(() => site.close());
  const look = (path: string, signal = new AbortController().signal): ReturnType<typeof lookAtLink> =>
    lookAtLink(`http://${site.host}${path}`, [site.host], signal);

  it.each([
    ['/page', { outcome: 'answered', status: 200 }],
    ['/gone', { outcome: 'answered', status: 404 }],
    ['/no-head', { outcome: 'answered', status: 200 }],
    ['/moved', { outcome: 'answered', status: 200 }],
    ['/round', { outcome: 'answered', status: 302 }],
    ['/inside', { outcome: 'forbidden', status: null }],
  ])('at %s tells what a stranger gets', async (path, found) => {
    expect(await look(path)).toEqual(found);
  });

  it('asks with GET only where HEAD is not understood', async () => {
    site.asked.length = 0;
    await look('/page');
    await look('/no-head');
    expect(site.asked).toEqual(['HEAD /page', 'HEAD /no-head', 'GET /no-head']);
  });

  it('says that nobody answered', async () => {
    expect(await lookAtLink('http://127.0.0.1:1/', ['127.0.0.1:1'], new AbortController().signal)).toEqual({
      outcome: 'silent',
      status: null,
    });
  });

  it('is given back unfinished when the worker stops', async () => {
    const stopping = new AbortController();
    const looking = look('/never', stopping.signal);
    stopping.abort(new Error('the worker stops'));
    await expect(looking).rejects.toThrow('the worker stops');
  });

  it.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://0x7f000001/',
    'http://2130706433/',
    'http://10.0.0.1/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[fd00::1]/',
    'https://user@example.go.th/',
    'https://example.go.th:5432/',
    'file:///etc/hostname',
  ])('does not go to %s', async (address) => {
    expect(await lookAtLink(address, [], new AbortController().signal)).toEqual({ outcome: 'forbidden', status: null });
  });

  it('does not come to this very site unless a test allows it', async () => {
    site.asked.length = 0;
    expect(await lookAtLink(`http://${site.host}/page`, [], new AbortController().signal)).toMatchObject({
      outcome: 'forbidden',
    });
    expect(site.asked).toEqual([]);
  });

  it.each([
    ['203.150.1.1', true],
    ['2001:fb1::1', true],
    ['100.64.0.1', false],
    ['172.31.255.255', false],
    ['172.32.0.1', true],
    ['fe80::1', false],
    ['64:ff9b::7f00:1', false],
    ['2002:7f00:1::', false],
    ['localhost', false],
  ])('takes %s for public: %s', (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic);
  });
});

describe('links of evidence', () => {
  let agency: TestAgency;
  let site: Site;
  beforeAll(async () => {
    agency = await testAgency();
    site = await Site.open();
  });
  afterAll(async () => {
    site.close();
    await agency.database.close();
  });

  const doAllWork = async (): Promise<void> => {
    const { organizationId, unitOfWork, database } = agency;
    const links = new LinkLooking(unitOfWork, [site.host]);
    const handlers = { 'evidence.look': (claim, signal) => links.look(claim, signal) } as ConstructorParameters<
      typeof StepProcessor
    >[1]; // the other steps do not come
    const processor = new StepProcessor(unitOfWork, handlers, (message, facts) => {
      throw new Error(`${message} ${JSON.stringify(facts)}`);
    });
    const step: Step = 'evidence.look';
    const due = await database.look<{ id: string }>(`select id from work where step = $1 and state = 'open'`, [step]);
    for (const { id } of due) await processor.process({ v: 1, organizationId, workId: id, dispatchNo: 1 });
  };
  const sights = (urls: readonly string[]): Promise<unknown> =>
    agency.as('officer', async (tx) => {
      const found = await linkSights(
        tx,
        agency.organizationId,
        urls.map((url) => ({ url })),
      );
      return urls.map((url) => found.get(url)?.status ?? found.get(url)?.outcome ?? null);
    });

  it('are looked at when results are saved, and again when they are saved again', async () => {
    const { organizationId } = agency;
    const urls = [`http://${site.host}/page`, `http://${site.host}/gone`, 'http://10.1.2.3/'];
    const save = async (measure: { id: string; version: number }): Promise<{ id: string; version: number }> =>
      agency.as('officer', (tx, actor) =>
        recordResults(tx, {
          organizationId,
          actor,
          measureId: measure.id,
          seenVersion: measure.version,
          fields: {
            results: [{ kind: 'dash', text: 'ทำแล้ว' }],
            outcomes: [],
            evidence: urls.map((url) => ({ label: 'ล', url })),
          },
        }),
      );
    const once = await save(await anApprovedMeasure(agency));
    expect(await sights(urls)).toEqual([null, null, null]);
    await doAllWork();
    expect(await sights(urls)).toEqual([200, 404, 'forbidden']);
    const asked = site.asked.length;
    await save(once);
    await doAllWork();
    expect(site.asked.length).toBeGreaterThan(asked);
  });
});
