import { hasOpenssl } from '../sealing/other-verifiers.js';
import { aPkcs12, anAgencysPkcs12, PASSWORD } from '../sealing-keys/pkcs12-file.js';
import { Program } from './support/program.js';
import { runningWeb, type RunningWeb } from './support/running-web.js';

const AGENCY = 'องค์การบริหารส่วนตำบลตัวอย่าง';
const PATH = '/api/v1/certificate';

(hasOpenssl ? describe : describe.skip)('the certificate through the API', () => {
  let web: RunningWeb;
  let administrator: Program;

  beforeAll(async () => {
    web = await runningWeb();
    administrator = await Program.signedIn(web.address, 'admin');
  });
  afterAll(() => web.close());

  const bring = (by: Program, file: Buffer, password = PASSWORD): ReturnType<Program['upload']> =>
    by.upload(PATH, 'seal.p12', Uint8Array.from(file), { password });

  it('is the demonstration first, then what an administrator brought', async () => {
    expect((await administrator.get(PATH)).json).toEqual({ certificate: null, warning: null });
    const { status, json, text } = await bring(administrator, anAgencysPkcs12(AGENCY));
    expect([status, text]).toEqual([200, expect.not.stringContaining(PASSWORD)]);
    expect(json).toMatchObject({ subject: AGENCY, issuer: AGENCY });
    expect((await administrator.get(PATH)).json).toEqual({
      certificate: json,
      warning: { withinDays: 30, daysLeft: expect.any(Number) as unknown },
    });
    const [event] = await web.agency.database.look<{ request: string; auth: string }>(
      `select event ->> 'requestId' as request, event ->> 'authMethod' as auth from audit_event
       where event ->> 'action' = 'certificate.upload'`,
    );
    expect(event).toEqual({ request: expect.stringMatching(/./) as unknown, auth: 'password' });
  });

  it('is refused with its code', async () => {
    expect((await bring(administrator, await aPkcs12(), 'another')).json).toMatchObject({
      status: 422,
      code: 'seal.certificate-invalid',
      reason: 'pkcs12-unreadable',
      detail: {
        th: expect.stringContaining('รหัสผ่านของไฟล์') as unknown,
        en: expect.stringContaining('Check its password') as unknown,
      },
    });
    const ended = await aPkcs12({ validFrom: new Date('2020-01-01T00:00:00Z'), validYears: 1 });
    expect((await bring(administrator, ended)).json).toMatchObject({ status: 422, code: 'seal.certificate-expired' });
    const officer = await Program.signedIn(web.address, 'officer');
    expect((await bring(officer, await aPkcs12())).json).toMatchObject({ status: 403, code: 'permission.denied' });
    expect((await bring(new Program(web.address), await aPkcs12())).status).toBe(401);
    expect(web.surprises).toEqual([]);
  });

  it('is not taken from a sign-in older than five minutes', async () => {
    await web.agency.database.look(
      `update http_session set sess = (sess::jsonb || jsonb_build_object('authenticatedAt',
         (sess ->> 'authenticatedAt')::bigint - 301000))::json`,
    );
    expect((await bring(administrator, await aPkcs12())).json).toMatchObject({ status: 401, code: 'sign-in.confirm' });
  });
});
