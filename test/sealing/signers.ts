import type { DemoCertificate } from '../../src/sealing/demo-certificate.js';
import { makeDemoCertificate } from '../../src/sealing/demo-certificate.js';
import type { Signer } from '../../src/sealing/signer.js';
import { loadSigner } from '../../src/sealing/signer.js';

export const AGENCY = 'องค์การบริหารส่วนตำบลตัวอย่าง';
export const SEALED_AT = new Date('2026-11-20T10:00:00Z');

export interface TestSigner {
  readonly made: DemoCertificate;
  readonly signer: Signer;
}

export async function aSigner(keyKind: 'rsa-3072' | 'p-256' = 'p-256', organizationName = AGENCY): Promise<TestSigner> {
  const made = await makeDemoCertificate({
    organizationName,
    validFrom: new Date('2026-01-01T00:00:00Z'),
    validYears: 5,
    keyKind,
  });
  return { made, signer: await loadSigner(made, SEALED_AT) };
}
