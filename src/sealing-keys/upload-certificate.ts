import { createHash, X509Certificate } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { requireCapacity, type ActorInHand } from '../approvals/actor.js';
import type { RequestFacts } from '../approvals/run-transition.js';
import { appendAudit } from '../audit/append-audit.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { retryWork } from '../outbox/retry-work.js';
import { stuckWork } from '../outbox/work.queries.js';
import { momentOfSigning } from '../organizations/organizations.queries.js';
import { namesOf } from '../sealing/certificate-names.js';
import { invalid, loadSigner, type Signer } from '../sealing/signer.js';
import { certificateInForce } from './certificates.queries.js';
import { OrganizationCertificateRow } from './organization-certificate.entity.js';
import type { Vault } from './vault.js';

/** A key with its whole chain takes some 10 kB. */
const LARGEST_PKCS12_BYTES = 200_000;

export interface CertificateToUpload {
  readonly organizationId: OrganizationId;
  readonly actor: ActorInHand;
  /** As the certification authority delivered it (.p12, .pfx). */
  readonly pkcs12: Uint8Array;
  readonly password: string;
  readonly request?: RequestFacts;
}

/**
 * From now on the organization seals with this certificate, and the key of the one before is destroyed; documents that
 * were set aside for want of a usable one go on. Key and password leave this function only through the vault. The
 * certificate in force given again changes nothing.
 * @throws DomainError permission.denied; seal.certificate-invalid (details.reason: pkcs12-unreadable also for a wrong
 *   password, too-large, no-certificate-for-this-key, not-for-sealing, key-kind-unknown, not-yet-valid); seal.certificate-expired
 */
export async function uploadCertificate(
  tx: Tx,
  vault: Vault,
  { organizationId, actor, pkcs12, password, request }: CertificateToUpload,
): Promise<OrganizationCertificateRow> {
  requireCapacity(actor, 'administrator');
  if (pkcs12.length > LARGEST_PKCS12_BYTES) throw invalid('too-large');
  const { at } = await momentOfSigning(tx);
  const signer = await loadSigner({ pkcs12, passphrase: password }, at);
  const certificate = describe(signer);
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 9))', [organizationId]);
  const before = await certificateInForce(tx, organizationId);
  if (before?.sha256 === certificate.sha256) return before;

  if (before) await retire(tx, before, at);
  const id = uuidv7();
  const material = vault.lock({ pkcs12, password }, { organizationId, sha256: certificate.sha256 });
  await tx.insert(OrganizationCertificateRow, {
    organizationId,
    id,
    material,
    ...certificate,
    uploadedBy: actor.personId,
    replacedAt: null,
  });
  await appendAudit(tx, {
    action: 'certificate.upload',
    itemKind: 'certificate',
    itemId: id,
    actorPersonId: actor.personId,
    actorPostId: actor.posts.find(({ kind }) => kind === 'administrator')?.postId,
    contentHashBefore: before?.sha256,
    contentHashAfter: certificate.sha256,
    ...request,
  });
  await sealWhatWaited(tx, organizationId, actor);
  return tx.findOneByOrFail(OrganizationCertificateRow, { organizationId, id });
}

async function sealWhatWaited(tx: Tx, organizationId: OrganizationId, { personId }: ActorInHand): Promise<void> {
  for (const { workId, step, isSetAside, problem } of await stuckWork(tx, organizationId)) {
    const lacksCertificate = step === 'edition.seal' && problem?.code.startsWith('seal.certificate-');
    if (isSetAside && lacksCertificate) await retryWork(tx, organizationId, workId, { personId });
  }
}

type Described = Pick<OrganizationCertificateRow, 'subject' | 'issuer' | 'validFrom' | 'validTo' | 'sha256'>;

function describe({ certificate, validFrom, validTo }: Signer): Described {
  const { commonName, issuerName } = namesOf(new X509Certificate(certificate));
  const sha256 = createHash('sha256').update(certificate).digest('hex');
  return { subject: commonName, issuer: issuerName, validFrom, validTo, sha256 };
}

async function retire(tx: Tx, { organizationId, id }: OrganizationCertificateRow, at: Date): Promise<void> {
  await tx.update(OrganizationCertificateRow, { organizationId, id }, { material: null, replacedAt: at });
}
