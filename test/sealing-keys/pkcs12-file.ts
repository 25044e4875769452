import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { makeDemoCertificate, type DemoCertificateRequest } from '../../src/sealing/demo-certificate.js';
import { withFiles } from '../sealing/other-verifiers.js';

export const PASSWORD = 'รหัสผ่านของหน่วยงาน';

/** A key with its certificates as a certification authority delivers them. @param validFrom a year ago unless told */
export async function aPkcs12(change: Partial<DemoCertificateRequest> = {}): Promise<Buffer> {
  const validFrom = new Date();
  validFrom.setUTCFullYear(validFrom.getUTCFullYear() - 1);
  const { certificatesPem, privateKeyPem } = await makeDemoCertificate({
    organizationName: 'องค์การบริหารส่วนตำบลตัวอย่าง',
    validFrom,
    validYears: 4,
    keyKind: 'p-256',
    ...change,
  });
  return pkcs12Of(certificatesPem, privateKeyPem);
}

const pkcs12Of = (certificatesPem: string, privateKeyPem: string): Buffer =>
  withFiles({ certificates: certificatesPem, key: privateKeyPem }, (path) => {
    const input = ['-in', path('certificates'), '-inkey', path('key'), '-out', path('all.p12')];
    execFileSync('openssl', ['pkcs12', '-export', ...input, '-passout', `pass:${PASSWORD}`], { stdio: 'pipe' });
    return readFileSync(path('all.p12'));
  });

const CONFIG = (name: string): string => `
[req]
distinguished_name = subject
x509_extensions = sealing
prompt = no
utf8 = yes
string_mask = utf8only
[subject]
CN = ${name}
O = ${name}
[sealing]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature,nonRepudiation
`;

/** What no demonstration made: the agency's name and nothing else, valid for 30 days. */
export const anAgencysPkcs12 = (name: string): Buffer =>
  withFiles({ config: CONFIG(name) }, (path) => {
    const output = ['-keyout', path('key'), '-out', path('certificate')];
    const kind = ['-newkey', 'rsa:2048', '-nodes', '-days', '30', '-config', path('config')];
    execFileSync('openssl', ['req', '-x509', ...kind, ...output], { stdio: 'pipe' });
    return pkcs12Of(readFileSync(path('certificate'), 'utf8'), readFileSync(path('key'), 'utf8'));
  });
