import { appendAudit } from '../audit/append-audit.js';
import { checkpointText, originOf } from '../audit/checkpoint.js';
import { endorsementText, KEY_ACTION, keyFingerprint, keyInForce, type LogKeyEntry } from '../audit/log-keys.js';
import { LogWalk, logStart, NOTHING_EXPECTED, type LogPlace } from '../audit/log-walk.js';
import { signNote, verifierKey } from '../audit/signed-note.js';
import { DomainError } from '../core/errors.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx, UnitOfWork } from '../database/unit-of-work.js';
import { checkpointedPlace, latestCheckpoint, logKeys, type StoredCheckpoint } from './checkpoints.queries.js';
import type { KeySafe, OwnKey } from './key-safe.js';

const PAGE = 2_000;

/** Signs what the logs of this installation have become. */
export class LogSigning {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly safe: KeySafe,
  ) {}

  /**
   * A checkpoint of everything that was logged until now: a new one, or the last when nothing was added since. The events
   * since then are followed by chain first; a broken log is never signed.
   * @throws DomainError audit.log-key-missing, audit.log-broken
   */
  async checkpoint(organizationId: OrganizationId): Promise<StoredCheckpoint> {
    const key = await this.keyInForce(organizationId);
    return this.unitOfWork.inTenant(organizationId, (tx) => this.checkpointWith(tx, organizationId, key));
  }

  /** The private half of the key in force; of a log without one, the key it is going to announce. No transaction is open. */
  async keyInForce(organizationId: OrganizationId): Promise<OwnKey> {
    const keys = await this.unitOfWork.inTenant(organizationId, (tx) => logKeys(tx, organizationId));
    const inForce = keys.at(-1)?.key;
    const own = inForce ? this.safe.privateOf(organizationId, inForce) : this.safe.first(organizationId);
    if (!own) throw new DomainError('audit.log-key-missing', { organizationId });
    return own;
  }

  /**
   * The private half of the key that was in force at a size of the log. @throws DomainError audit.log-key-missing
   */
  async keyAt(organizationId: OrganizationId, size: number): Promise<OwnKey> {
    const keys = await this.unitOfWork.inTenant(organizationId, (tx) => logKeys(tx, organizationId));
    const entry = keyInForce(keys, size);
    const own = entry && this.safe.privateOf(organizationId, entry.key);
    if (!own) throw new DomainError('audit.log-key-missing', { organizationId });
    return own;
  }

  /** The same within a transaction of the caller's. @param key from `keyInForce` */
  async checkpointWith(tx: Tx, organizationId: OrganizationId, key: OwnKey): Promise<StoredCheckpoint> {
    await takeTurn(tx, organizationId);
    const keys = await announced(tx, organizationId, key);
    const head = await headOf(tx, organizationId);
    const from = await checkpointedPlace(tx, organizationId);
    if (head.seq > (from?.size ?? 0)) await sign(tx, { organizationId, ...head, from, keys }, key);
    const latest = await latestCheckpoint(tx, organizationId);
    if (!latest) throw new Error('a log with a key has a checkpoint');
    return latest;
  }

  /**
   * Lets a new key follow the present one, which signs it for the last time here.
   * @returns the new key as it is to be published
   * @throws DomainError audit.log-key-missing, audit.log-broken
   */
  async rotate(organizationId: OrganizationId): Promise<string> {
    const old = await this.keyInForce(organizationId);
    const next = this.safe.next(organizationId, old.note);
    const text = endorsementText(organizationId, verifierKey(next.note));
    const endorsement = signNote(text, originOf(organizationId), old.privateKey);
    await this.unitOfWork.inTenant(organizationId, async (tx) => {
      await this.checkpointWith(tx, organizationId, old);
      await announce(tx, organizationId, next, { before: keyFingerprint(old.note), endorsement });
      await this.checkpointWith(tx, organizationId, next);
    });
    return verifierKey(next.note);
  }
}

/** Whoever signs for a log waits for whoever signs for it now. */
const takeTurn = (tx: Tx, organizationId: OrganizationId): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`log-signing/${organizationId}`]);

/** The log's keys; a log without one announces it now. @throws Error when another key came into force meanwhile */
async function announced(tx: Tx, organizationId: OrganizationId, key: OwnKey): Promise<LogKeyEntry[]> {
  const keys = await logKeys(tx, organizationId);
  if (keys.length === 0) {
    await announce(tx, organizationId, key, { before: '', endorsement: '' });
    return logKeys(tx, organizationId);
  }
  if (!keys.at(-1)?.key.publicKey.equals(key.note.publicKey)) throw new Error('the key of the log changed meanwhile');
  return keys;
}

async function announce(
  tx: Tx,
  organizationId: OrganizationId,
  { note }: OwnKey,
  { before, endorsement }: { readonly before: string; readonly endorsement: string },
): Promise<void> {
  const seq = await appendAudit(tx, {
    action: KEY_ACTION,
    itemKind: 'organization',
    itemId: organizationId,
    contentHashBefore: before,
    contentHashAfter: keyFingerprint(note),
  });
  await tx.query(
    'insert into audit_log_key (organization_id, since, public_key, endorsement) values ($1, $2, $3, $4)',
    [organizationId, seq, note.publicKey, endorsement],
  );
}

async function headOf(tx: Tx, organizationId: OrganizationId): Promise<{ seq: number; createdAt: string }> {
  const [row]: { seq: string; createdAt: string }[] = await tx.query(
    'select seq, created_at as "createdAt" from audit_head where organization_id = $1',
    [organizationId],
  );
  return { seq: Number(row?.seq ?? '0'), createdAt: row?.createdAt ?? '' };
}

interface Growth {
  readonly organizationId: OrganizationId;
  readonly createdAt: string;
  readonly seq: number;
  readonly from: LogPlace | null;
  readonly keys: readonly LogKeyEntry[];
}

async function sign(tx: Tx, { organizationId, createdAt, seq, from, keys }: Growth, key: OwnKey): Promise<void> {
  const subject = { organizationId, createdAt };
  const walk = new LogWalk(subject, { ...NOTHING_EXPECTED, keys }, from ?? logStart(subject));
  while (walk.size < seq) await followPage(tx, organizationId, walk, seq);
  const { size, head, frontier } = walk.place;
  const origin = originOf(organizationId);
  const note = signNote(checkpointText({ origin, size, root: walk.root }), origin, key.privateKey);
  await tx.query(
    'insert into audit_checkpoint (organization_id, size, root, head, frontier, note) values ($1, $2, $3, $4, $5, $6)',
    [organizationId, size, walk.root, head, frontier, note],
  );
}

async function followPage(tx: Tx, organizationId: OrganizationId, walk: LogWalk, end: number): Promise<void> {
  const rows: { seq: string; bytes: Buffer; hash: Buffer }[] = await tx.query(
    `select seq, bytes, hash from audit_event where organization_id = $1 and seq > $2 and seq <= $3
     order by seq limit ${PAGE}`,
    [organizationId, walk.size, end],
  );
  if (rows.length === 0) throw brokenLog({ position: walk.size + 1, problem: 'tail-missing' });
  for (const { seq, bytes, hash } of rows) {
    const broken = walk.accept({ seq: Number(seq), bytes, hash: hash.toString('hex') });
    if (broken) throw brokenLog(broken);
  }
}

const brokenLog = ({ position, problem }: { readonly position: number; readonly problem: string }): DomainError =>
  new DomainError('audit.log-broken', { position, problem });
