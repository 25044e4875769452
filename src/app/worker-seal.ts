import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SealFile } from '../editions/edition-sealing.js';
import { DomainError } from '../core/errors.js';
import { makeDemoCertificate } from '../sealing/demo-certificate.js';
import { sealPdf } from '../sealing/seal-pdf.js';
import { loadSigner, type Signer } from '../sealing/signer.js';
import { verifySealedPdf } from '../sealing/verify-sealed-pdf.js';

const VALID_YEARS = 10;

interface SealKeys {
  readonly certificatesPem: string;
  readonly privateKeyPem: string;
}

/** The seals of this installation's organizations, from the folder of secrets; a demo certificate is made on first use. */
export function openSeals(secretsFolder: string): SealFile {
  const signers = new Map<string, Promise<Signer>>();
  return async (pdf, { organizationId, organizationName }) => {
    const known =
      signers.get(organizationId) ?? openSigner(join(secretsFolder, `seal-${organizationId}.json`), organizationName);
    signers.set(organizationId, known);
    known.catch(() => signers.delete(organizationId)); // a certificate that is mended is read again
    const sealed = await sealPdf(pdf, await known, { sealedAt: new Date() });
    const { authentic, level, demo, problems } = verifySealedPdf(sealed);
    if (!authentic || level === null) throw new DomainError('seal.failed', { problems });
    return { pdf: sealed, level, isDemo: demo };
  };
}

/** @throws DomainError seal.certificate-invalid, seal.certificate-expired */
async function openSigner(file: string, organizationName: string): Promise<Signer> {
  if (!existsSync(file)) await makeKeys(file, organizationName);
  return loadSigner(JSON.parse(readFileSync(file, 'utf8')) as SealKeys, new Date()); // written below
}

/** Of several workers starting at once one wins, and none ever reads half a key. */
async function makeKeys(file: string, organizationName: string): Promise<void> {
  const validFrom = new Date(Date.now() - 60_000); // clocks of other machines may be a little behind
  const { certificatesPem, privateKeyPem } = await makeDemoCertificate({
    organizationName,
    validFrom,
    validYears: VALID_YEARS,
  });
  const draft = `${file}.${process.pid}`;
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
  writeFileSync(draft, JSON.stringify({ certificatesPem, privateKeyPem } satisfies SealKeys), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
}
