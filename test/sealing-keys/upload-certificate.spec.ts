import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificateInForce, expiryWarning, sealMaterialInForce } from '../../src/sealing-keys/certificates.queries.js';
import type { OrganizationCertificateRow } from '../../src/sealing-keys/organization-certificate.entity.js';
import { uploadCertificate } from '../../src/sealing-keys/upload-certificate.js';
import { Vault } from '../../src/sealing-keys/vault.js';
import { hasOpenssl } from '../sealing/other-verifiers.js';
import { testAgency, type TestAgency } from '../support/agency.js';
import { aPkcs12, PASSWORD } from './pkcs12-file.js';

(hasOpenssl ? describe : describe.skip)("an organization's own certificate", () => {
  const folder = mkdtempSync(join(tmpdir(), 'keys-'));
  const vault = Vault.open(folder);
  let agency: TestAgency;

  beforeAll(async () => {
    agency = await testAgency();
  });
  afterEach(() => agency.database.look('delete from organization_certificate'));
  afterAll(async () => {
    await agency.database.close();
    rmSync(folder, { recursive: true });
  });

  const upload = (pkcs12: Uint8Array, password = PASSWORD, by = 'admin'): Promise<OrganizationCertificateRow> =>
    agency.as(by, (tx, actor) =>
      uploadCertificate(tx, vault, { organizationId: agency.organizationId, actor, pkcs12, password }),
    );
  const asAgency = <T>(ask: (...given: Parameters<typeof certificateInForce>) => Promise<T>): Promise<T> =>
    agency.unitOfWork.inTenant(agency.organizationId, (tx) => ask(tx, agency.organizationId));
  const stored = (): Promise<{ id: string; material: Buffer | null; sha256: string }[]> =>
    agency.database.look('select id, material, sha256 from organization_certificate order by uploaded_at');
  const endIn = (interval: string): Promise<object[]> =>
    agency.database.look(`update organization_certificate set valid_to = now() + interval '${interval}'`);

  it('is in force once an administrator has given it, and names its holder', async () => {
    expect(await asAgency(certificateInForce)).toBeNull();
    const { id, sha256 } = await upload(await aPkcs12());
    expect(await asAgency(certificateInForce)).toMatchObject({
      id,
      sha256,
      subject: 'ตราประทับสาธิต องค์การบริหารส่วนตำบลตัวอย่าง',
      issuer: 'ผู้ออกใบรับรองสาธิต องค์การบริหารส่วนตำบลตัวอย่าง',
      uploadedBy: agency.personId('admin'),
      replacedAt: null,
    });
    const [event] = await agency.database.look<{ actor: string; after: string }>(
      `select event ->> 'actorPersonId' as actor, event ->> 'contentHashAfter' as after from audit_event
       where event ->> 'action' = 'certificate.upload' and event ->> 'itemId' = $1`,
      [id],
    );
    expect(event).toEqual({ actor: agency.personId('admin'), after: sha256 });
  });

  it('lies in the database locked: neither the file nor its password can be read there', async () => {
    const pkcs12 = await aPkcs12();
    await upload(pkcs12);
    const [{ material } = { material: null }] = await stored();
    for (const secret of [
      pkcs12.subarray(50, 82),
      Buffer.from(PASSWORD),
      Buffer.from(pkcs12.toString('base64', 0, 30)),
    ])
      expect(material?.includes(secret)).toBe(false);
    const opened = await asAgency((tx, id) => sealMaterialInForce(tx, id, vault));
    expect(opened).toMatchObject({ password: PASSWORD });
    expect(pkcs12.equals(opened?.pkcs12 ?? Buffer.alloc(0))).toBe(true);
  });

  it('cannot be opened with the key of another installation, as the seal of another, or changed', async () => {
    await upload(await aPkcs12());
    const elsewhere = mkdtempSync(join(tmpdir(), 'keys-'));
    const closed = { code: 'seal.certificate-invalid', details: { reason: 'vault-closed' } };
    await expect(asAgency((tx, id) => sealMaterialInForce(tx, id, Vault.open(elsewhere)))).rejects.toMatchObject(
      closed,
    );
    rmSync(elsewhere, { recursive: true });
    const [row] = await stored();
    const { material, sha256 } = { material: row?.material ?? Buffer.alloc(0), sha256: row?.sha256 ?? '' };
    const owner = { organizationId: agency.organizationId, sha256 };
    expect(vault.unlock(material, owner).password).toBe(PASSWORD);
    expect(() => vault.unlock(material, { ...owner, organizationId: agency.personId('chief') })).toThrow(closed.code);
    const changed = Buffer.from(material);
    changed[40] = (changed[40] ?? 0) ^ 1;
    expect(() => vault.unlock(changed, owner)).toThrow(closed.code);
  });

  it('replaces the one before, whose key is destroyed', async () => {
    const first = await upload(await aPkcs12());
    const second = await upload(await aPkcs12());
    expect(await asAgency(certificateInForce)).toMatchObject({ id: second.id });
    expect((await stored()).map(({ id }) => id)).toEqual([first.id, second.id]);
    expect((await stored()).map(({ material }) => material === null)).toEqual([true, false]);
  });

  it('given twice is given once', async () => {
    const pkcs12 = await aPkcs12();
    const [first, second] = [await upload(pkcs12), await upload(pkcs12)];
    expect(second.id).toBe(first.id);
    expect(await stored()).toHaveLength(1);
  });

  it('is one, also when two administrators give theirs at once', async () => {
    const files = await Promise.all([aPkcs12(), aPkcs12(), aPkcs12()]);
    await Promise.all(files.map((file) => upload(file)));
    expect((await stored()).filter(({ material }) => material !== null)).toHaveLength(1);
  });

  it.each([
    ['a wrong password', () => aPkcs12(), 'another', { reason: 'pkcs12-unreadable' }],
    ['a file that is no PKCS#12', () => Promise.resolve(Buffer.from('no')), PASSWORD, { reason: 'pkcs12-unreadable' }],
    ['a file beyond all measure', () => Promise.resolve(Buffer.alloc(300_000)), PASSWORD, { reason: 'too-large' }],
    [
      'one that begins later',
      () => aPkcs12({ validFrom: new Date(Date.now() + 86_400_000) }),
      PASSWORD,
      { reason: 'not-yet-valid' },
    ],
  ])('is refused with %s', async (_what, make, password, details) => {
    await expect(upload(await make(), password)).rejects.toMatchObject({ code: 'seal.certificate-invalid', details });
    expect(await stored()).toEqual([]);
  });

  it('is refused when it has ended', async () => {
    const ended = await aPkcs12({ validFrom: new Date('2020-01-01T00:00:00Z'), validYears: 1 });
    await expect(upload(ended)).rejects.toMatchObject({ code: 'seal.certificate-expired' });
  });

  it.each(['officer', 'chief', 'auditor'])('is not for the %s to give', async (userName) => {
    await expect(upload(await aPkcs12(), PASSWORD, userName)).rejects.toMatchObject({ code: 'permission.denied' });
  });

  it.each([
    ['61 days', null],
    ['59 days', { withinDays: 60, daysLeft: 58 }],
    ['29 days 1 hour', { withinDays: 30, daysLeft: 29 }],
    ['6 days 1 hour', { withinDays: 7, daysLeft: 6 }],
    ['1 hour', { withinDays: 7, daysLeft: 0 }],
    ['-1 hour', { withinDays: 0, daysLeft: 0 }],
  ])('with %s left warns of %j', async (left, warning) => {
    await upload(await aPkcs12());
    await endIn(left);
    const given = await asAgency(expiryWarning);
    if (warning === null) expect(given).toBeNull();
    else expect(given).toMatchObject(warning);
  });

  it('is locked by a key that only its owner may read, made once', () => {
    expect(statSync(join(folder, 'certificate-key')).mode & 0o777).toBe(0o600);
    const owner = { organizationId: agency.organizationId, sha256: '0'.repeat(64) };
    const locked = vault.lock({ pkcs12: Buffer.from('p'), password: PASSWORD }, owner);
    expect(Vault.open(folder).unlock(locked, owner).password).toBe(PASSWORD);
  });
});
