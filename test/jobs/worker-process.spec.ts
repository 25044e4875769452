import { mkdtempSync, readFileSync, rmSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { dataPaths } from '../../src/config/paths.js';
import { publicationStatuses } from '../../src/publishing/publications.queries.js';
import { verifySealedPdf } from '../../src/sealing/verify-sealed-pdf.js';
import { BlobStore } from '../../src/storage/blob-store.js';
import { builtProgram } from '../editions/built-program.js';
import { Seat } from '../journeys/seat.js';
import { freezeAnnouncement } from '../journeys/signed-announcement.js';
import { HostileSite } from '../publishing/hostile-site.js';
import { testAgency, type TestAgency } from '../support/agency.js';

describe('a worker process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'worker-'));
  const blobs = new BlobStore(dataPaths(folder).blobs);
  let agency: TestAgency;
  let site: HostileSite;
  let worker: Seat;

  beforeAll(async () => {
    await builtProgram();
    agency = await testAgency();
    site = new HostileSite(agency, blobs);
    await site.listen();
    const settings = {
      NODE_ENV: 'test',
      DATABASE_URL: agency.database.appUrl,
      PUBLIC_BASE_URL: site.url,
      PRONGSAI_DATA: folder,
      QUEUE_URL: '',
    };
    worker = new Seat('worker', settings, join(folder, 'worker.log'));
    await worker.start();
  });
  afterAll(async () => {
    await worker.stop();
    await site.close();
    await agency.database.close();
    rmSync(folder, { recursive: true });
  });

  it('carries a signed document to its public address, sealed', async () => {
    const editionId = await freezeAnnouncement(agency, 'ทดสอบ');
    let sha256: string | null = null;
    while (sha256 === null) {
      await pause(50);
      const [status] = await agency.unitOfWork.inTenant(agency.organizationId, (tx) =>
        publicationStatuses(tx, agency.organizationId),
      );
      if (status?.undone?.problem) throw new Error(JSON.stringify(status.undone));
      if (status?.standing === 'published' && status.editionId === editionId) sha256 = status.sha256;
    }
    expect(verifySealedPdf(await blobs.get(sha256))).toMatchObject({ authentic: true, demo: true });
    const actions = await agency.database.look<{ action: string }>(
      `select event ->> 'action' as action from audit_event where event ->> 'itemKind' in ('edition', 'publication') order by seq`,
    );
    expect(actions.map(({ action }) => action)).toEqual([
      'edition.freeze',
      'edition.render',
      'edition.seal',
      'publication.publish',
    ]);
  });

  it('keeps the key of its seal to itself', () => {
    const { secrets } = dataPaths(folder);
    const keys = readdirSync(secrets).filter((name) => name.startsWith('seal-'));
    expect(keys.map((name) => statSync(join(secrets, name)).mode & 0o777)).toEqual([0o600]);
  });

  it('gives everything back when it is told to stop', async () => {
    site.delay = () => 60_000; // what it looks at does not answer
    await freezeAnnouncement(agency, 'ทดสอบการหยุด');
    const leased = `select 1 from work where step = 'publication.send' and lease_until > now()`;
    while ((await agency.database.look(leased)).length === 0) await pause(50);
    expect(await worker.stop()).toBe(0);
    expect(await agency.database.look(`select step from work where lease_until is not null or claims > 0`)).toEqual([]);
    expect(readFileSync(join(folder, 'worker.log'), 'utf8')).not.toContain('could not be recorded');
  });
});
