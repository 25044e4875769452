import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Running } from '../../src/app/process-life.js';
import { runWeb } from '../../src/app/run-web.js';
import { readEnvironment } from '../../src/config/env.js';
import { testAgency, type TestAgency } from '../support/agency.js';
import { freePort } from '../support/free-port.js';
import { LinePlatform } from '../web/support/line-platform.js';

let agency: TestAgency;
let line: LinePlatform;
let folder: string;
beforeAll(async () => {
  agency = await testAgency();
  line = await LinePlatform.open();
  folder = mkdtempSync(join(tmpdir(), 'prongsai-line-'));
});
afterAll(async () => {
  await line.close();
  await agency.database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A web process with these settings. */
async function withWeb(settings: Record<string, string>, work: (address: string) => Promise<void>): Promise<void> {
  const port = await freePort();
  const running: Running = await runWeb(
    readEnvironment({
      NODE_ENV: 'test',
      DATABASE_URL: agency.database.appUrl,
      PORT: String(port),
      PRONGSAI_DATA: folder,
      LOG_LEVEL: 'silent',
      ...settings,
    }),
  );
  try {
    await work(`http://127.0.0.1:${port}`);
  } finally {
    await running.stop();
  }
}

describe('a web process', () => {
  it('listens to LINE when token and secret are set', async () => {
    const { channelToken, channelSecret } = line.account;
    const settings = { LINE_CHANNEL_TOKEN: `${channelToken}-of-twenty-letters`, LINE_CHANNEL_SECRET: channelSecret };
    await withWeb(settings, async (address) => {
      expect((await line.tells(address, [])).status).toBe(200);
      expect((await line.tells(address, [], 'AAAA')).status).toBe(401);
    });
  });

  it('has no door for LINE otherwise', async () => {
    await withWeb({}, async (address) => expect((await line.tells(address, [])).status).toBe(404));
  });
});
