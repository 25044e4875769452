import { makeDemoCertificate } from '../sealing/demo-certificate.js';
import { sealPdf } from '../sealing/seal-pdf.js';
import { loadSigner } from '../sealing/signer.js';
import { verifySealedPdf } from '../sealing/verify-sealed-pdf.js';

const ROUNDS = 100;

export interface SealingFigures {
  readonly keyKind: 'rsa-3072' | 'p-256';
  readonly pdfBytes: number;
  /** Documents per second on one core; sealing includes its own verification. */
  readonly sealedPerSecond: number;
  readonly verifiedPerSecond: number;
}

/** Seals and verifies the same PDF again and again. @param pdf an unsealed document, as the typesetter writes it */
export async function benchSealing(
  pdf: Uint8Array,
  keyKind: 'rsa-3072' | 'p-256' = 'rsa-3072',
): Promise<SealingFigures> {
  const sealedAt = new Date();
  const validFrom = new Date(sealedAt.getTime() - 60_000);
  const made = await makeDemoCertificate({
    organizationName: 'Bench',
    validFrom,
    validYears: 1,
    keyKind,
  });
  const signer = await loadSigner(made, sealedAt);
  let sealed = await sealPdf(pdf, signer, { sealedAt });

  const startedAt = performance.now();
  for (let round = 0; round < ROUNDS; round += 1) sealed = await sealPdf(pdf, signer, { sealedAt });
  const sealedMs = performance.now() - startedAt;
  for (let round = 0; round < ROUNDS; round += 1) {
    if (!verifySealedPdf(sealed).authentic) throw new Error('the bench sealed a document that does not verify');
  }
  const verifiedMs = performance.now() - startedAt - sealedMs;
  return {
    keyKind,
    pdfBytes: pdf.length,
    sealedPerSecond: perSecond(sealedMs),
    verifiedPerSecond: perSecond(verifiedMs),
  };
}

const perSecond = (ms: number): number => Math.round((ROUNDS / ms) * 1000);
