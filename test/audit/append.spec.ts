import { appendAudit, type AuditEntry } from '../../src/audit/append-audit.js';
import { canonicalBytes, EVENT_KEYS, parseEvent } from '../../src/audit/canonical-event.js';
import { verifyStoredChain } from '../../src/audit/verify-stored-chain.js';
import { testAgency, type TestAgency } from '../support/agency.js';

/** Everything that JSON writers disagree about. */
const AWKWARD = [
  'น้ำ "ป่า" \\ / ๒๕๖๙',
  'tab\tline\nreturn\rbell\u0007escape\u001bdelete\u007f',
  'line separators \u2028\u2029 and no-break\u00a0space',
  'emoji 🏛️ outside the first plane 𝕋',
  '<script>&amp;</script>',
  '{"seq":"1"}',
  '',
];

describe('the log as PostgreSQL writes it', () => {
  let agency: TestAgency;
  const append = (entry: AuditEntry): Promise<string> =>
    agency.unitOfWork.inTenant(agency.organizationId, (tx) => appendAudit(tx, entry));
  const verdict = (): Promise<unknown> =>
    agency.unitOfWork.inTenant(agency.organizationId, (tx) => verifyStoredChain(tx, agency.organizationId));

  beforeAll(async () => {
    agency = await testAgency('audit-agency');
  });
  afterAll(() => agency.database.close());

  it('is whole for the verifier, whatever the values hold', async () => {
    for (const requestId of AWKWARD) await append({ action: 'test.append', requestId, clientAddress: requestId });
    expect(await verdict()).toMatchObject({ intact: true });
  });

  it('has the bytes that TypeScript would have written', async () => {
    const rows = await agency.database.look<{ bytes: Buffer }>(
      'select bytes from audit_event order by seq desc limit 5',
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { bytes } of rows) {
      const event = parseEvent(bytes);
      expect(typeof event).toBe('object');
      if (typeof event === 'object') {
        expect(Object.keys(event)).toEqual(EVENT_KEYS);
        expect(Buffer.from(canonicalBytes(event)).equals(bytes)).toBe(true);
      }
    }
  });

  it.each([
    ['text that is not NFC', { action: 'test.append', requestId: 'e\u0301' }],
    ['U+0000', { action: 'test.append', requestId: 'a\0b' }],
    ['a lone surrogate', { action: 'test.append', requestId: '\ud800' }],
    ['no action', { action: '' }],
    ['an action with a blank', { action: 'test append' }],
    ['an age that is no number', { action: 'test.append', authAgeSeconds: '4.5' }],
    ['an unknown key', { action: 'test.append', zone: 'x' }],
  ])('refuses %s, so that the chain stays verifiable', async (_name, entry) => {
    await expect(append(entry)).rejects.toThrow();
    expect(await verdict()).toMatchObject({ intact: true });
  });

  it('keeps tenant, number, time and schema in its own hands', async () => {
    const forged = { action: 'test.append', seq: '999', organizationId: 'x', at: 'yesterday', schema: 'other' };
    await append(forged); // a caller outside the types
    expect(await verdict()).toMatchObject({ intact: true });
  });

  it('is found broken after a superuser rewrote history', async () => {
    const [last] = await agency.database.look<{ seq: number }>('select max(seq)::int as seq from audit_event');
    const size = last?.seq ?? 0;
    await agency.database.look('alter table audit_event disable trigger all');
    await agency.database.look(
      "update audit_event set bytes = convert_to(replace(convert_from(bytes, 'UTF8'), 'test.append', 'test.forged'), 'UTF8') where seq = $1",
      [size],
    );
    expect(await verdict()).toEqual({ intact: false, position: size, problem: 'hash-differs' });
  });
});
