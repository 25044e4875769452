import type { X509Certificate } from 'node:crypto';
import type { SealVerdict } from './seal-verdict.js';
import { verifySealedPdf, type VerifyOptions } from './verify-sealed-pdf.js';

/**
 * As `verifySealedPdf`; the identity counts as checked when the seal is one of those known, and a stranger's seal is no
 * reproach: its verdict says "identity-not-checked".
 */
export function verifyKnownSeal(
  pdf: Uint8Array,
  known: readonly X509Certificate[],
  options: Omit<VerifyOptions, 'trustedRoots'> = {},
): SealVerdict {
  const verdict = verifySealedPdf(pdf, { ...options, trustedRoots: known });
  return verdict.problems.includes('issuer-not-trusted') ? verifySealedPdf(pdf, options) : verdict;
}
