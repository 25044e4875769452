import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataPaths } from '../config/paths.js';
import { writeSecretOnce } from '../config/secret-file.js';
import { DomainError } from '../core/errors.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { SealFile, Sealer } from '../editions/edition-sealing.js';
import { namesOf } from '../sealing/certificate-names.js';
import { makeDemoCertificate } from '../sealing/demo-certificate.js';
import { sealPdf } from '../sealing/seal-pdf.js';
import { loadSigner, type Signer } from '../sealing/signer.js';
import { verifySealedPdf } from '../sealing/verify-sealed-pdf.js';
import { sealMaterialInForce } from '../sealing-keys/certificates.queries.js';
import { KnownSeals } from '../sealing-keys/known-seals.js';
import { Vault } from '../sealing-keys/vault.js';
import { patientTimestamps } from './timestamp-authority.js';

const VALID_YEARS = 10;

interface SealKeys {
  readonly certificatesPem: string;
  readonly privateKeyPem: string;
}

export interface SealSettings {
  readonly unitOfWork: UnitOfWork;
  readonly paths: Pick<DataPaths, 'secrets' | 'knownSeals'>;
  /** RFC 3161 authority; with one, nothing is sealed below PAdES B-T. Null: B-B. */
  readonly timestampUrl: string | null;
  /** The clock; tests set another. */
  readonly now?: () => Date;
}

/**
 * The seals of this installation's organizations: their own certificate once they have set one, valid or not, and until
 * then a demo certificate that is made on first use.
 * @throws (the SealFile) DomainError seal.certificate-expired, seal.certificate-invalid, seal.timestamp-pending, seal.failed
 */
export function openSeals({ unitOfWork, paths, timestampUrl, now = () => new Date() }: SealSettings): SealFile {
  const signers = new Signers(unitOfWork, paths, now);
  const getTimestamp = timestampUrl === null ? undefined : patientTimestamps(timestampUrl);
  const minimumLevel = getTimestamp ? 'B-T' : 'B-B';
  return async (pdf, sealer) => {
    const signer = await signers.of(sealer);
    const sealedAt = now();
    const sealed = await sealPdf(pdf, signer, { sealedAt, getTimestamp });
    const { authentic, level, demo, problems } = verifySealedPdf(sealed, { minimumLevel, now: sealedAt });
    if (!authentic || level === null) throw new DomainError('seal.failed', { problems });
    return { pdf: sealed, level, isDemo: demo };
  };
}

/** Opening a PKCS#12 file takes a tenth of a second, so the last signer of each organization is kept. */
class Signers {
  private readonly kept = new Map<string, { readonly name: string; readonly signer: Signer }>();
  private readonly vault: Vault;
  private readonly known: KnownSeals;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly paths: SealSettings['paths'],
    private readonly now: () => Date,
  ) {
    this.vault = Vault.open(paths.secrets);
    this.known = new KnownSeals(paths.knownSeals);
  }

  async of(sealer: Sealer): Promise<Signer> {
    const { organizationId } = sealer;
    const own = await this.unitOfWork.inTenant(organizationId, (tx) =>
      sealMaterialInForce(tx, organizationId, this.vault),
    );
    const name = own?.sha256 ?? 'demo';
    const kept = this.kept.get(organizationId);
    if (kept?.name === name) return kept.signer;
    const signer = own
      ? await loadSigner({ pkcs12: own.pkcs12, passphrase: own.password }, this.now())
      : await this.demo(sealer);
    if (!own || isNamedAs(signer, sealer)) await this.known.remember(signer.certificate);
    this.kept.set(organizationId, { name, signer });
    return signer;
  }

  private async demo({ organizationId, organizationName }: Sealer): Promise<Signer> {
    const file = join(this.paths.secrets, `seal-${organizationId}.json`);
    if (!existsSync(file)) await makeDemoKeys(file, organizationName);
    return loadSigner(JSON.parse(readFileSync(file, 'utf8')) as SealKeys, this.now()); // written below
  }
}

/** An uploaded certificate may bear any name: the installation vouches for one only when it is the organization's. */
function isNamedAs({ certificate }: Signer, { organizationName }: Sealer): boolean {
  const { commonName, organization } = namesOf(new X509Certificate(certificate));
  return [commonName, organization].some((name) => name.normalize('NFC') === organizationName.normalize('NFC'));
}

async function makeDemoKeys(file: string, organizationName: string): Promise<void> {
  const validFrom = new Date(Date.now() - 60_000); // clocks of other machines may be a little behind
  const { certificatesPem, privateKeyPem } = await makeDemoCertificate({
    organizationName,
    validFrom,
    validYears: VALID_YEARS,
  });
  writeSecretOnce(file, JSON.stringify({ certificatesPem, privateKeyPem } satisfies SealKeys));
}
