import { parseArgs } from 'node:util';
import { writeOutput } from '../cli/write-output.js';
import { auditVerdictText } from '../../templates/console/audit.js';
import { failureText } from '../../templates/console/failure.js';
import { refusalText } from '../../templates/console/refusal.js';
import { verifyStoredChain } from '../audit/verify-stored-chain.js';
import { verifyBundleCommand } from '../cli/verify-bundle.js';
import { whoSignedCommand } from '../cli/who-signed.js';
import { readEnvironment } from '../config/env.js';
import { dataPaths } from '../config/paths.js';
import { DomainError } from '../core/errors.js';
import type { OrganizationId } from '../database/tenant.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { directory, findBySlug } from '../organizations/organizations.queries.js';
import { BundleMaking } from '../proofs/bundle-making.js';
import { KeySafe } from '../proofs/key-safe.js';
import { LogSigning } from '../proofs/log-signing.js';
import { periodOf, type Period } from '../proofs/period.js';
import { sealSheet } from '../proofs/seal-sheet.js';
import { BlobStore } from '../storage/blob-store.js';
import { withInstalledDatabase } from './with-database.js';

const NOTHING_LOOKED_AT = 2;
const USAGE = `prongsai audit verify                                   ตรวจทุกหน่วยงานในฐานข้อมูล / every organization in the database
prongsai audit verify <bundle.tar> [--log-key k] [--known f]  ตรวจชุดที่ส่งออกโดยไม่ใช้ฐานข้อมูล / an exported log, offline
prongsai audit who-signed <bundle.tar> <pdf | sha256 | id>    ใครลงนามฉบับใด / who signed what version
prongsai audit export --organization <slug> --out <file>      ส่งออกบันทึกของหน่วยงาน / export an organization's log
                      [--from YYYY-MM-DD --to YYYY-MM-DD]     เฉพาะช่วงวันที่ / only what was logged in these days
prongsai audit sheet --organization <slug> --out <file.pdf>   ใบจุดตรวจหนึ่งหน้าสำหรับแฟ้มกระดาษ / one page for the paper file
                     [--month YYYY-MM]                        จุดตรวจสุดท้ายของเดือน / the last checkpoint of a month
prongsai audit rotate-key --organization <slug>               เปลี่ยนกุญแจของบันทึก / let a new key follow the log's key`;

/** A verifier's exit codes (RELIABILITY 5): 0 whole, 1 broken, 3 unusable input; 2 incomplete, or not understood. */
export async function auditCommand([deed, ...rest]: string[]): Promise<number> {
  if (deed === 'verify' && rest.length === 0) return verifyInstallation();
  if (deed === 'verify') return verifyBundleCommand(rest);
  if (deed === 'who-signed') return whoSignedCommand(rest);
  const { organization, out, from, to, month } = optionsIn(rest);
  if (deed === 'export' && organization && out && (from === undefined) === (to === undefined)) {
    return forOrganization(organization, (log) => exportLog(log, out, from && to ? periodOf(from, to) : null));
  }
  if (deed === 'sheet' && organization && out) {
    return forOrganization(organization, (log) => printSheet(log, out, month ?? null));
  }
  if (deed === 'rotate-key' && organization && rest.length === 2) return forOrganization(organization, rotateKey);
  process.stderr.write(`${USAGE}\n`);
  return 2;
}

/** Nothing for what is not understood. */
function optionsIn(args: string[]): Partial<Record<'organization' | 'out' | 'from' | 'to' | 'month', string>> {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args, options: { organization: text, out: text, from: text, to: text, month: text } }).values;
  } catch {
    return {}; // an unknown option: the usage text says what there is
  }
}

/** Only a log that was read and is wrong is called broken: without a database nothing was looked at. */
async function verifyInstallation(): Promise<number> {
  try {
    return await withInstalledDatabase(verifyEverybody);
  } catch (error) {
    const words = error instanceof DomainError ? refusalText(error) : failureText(error);
    if (words === null) throw error;
    process.stderr.write(`${words}\n`);
    return NOTHING_LOOKED_AT;
  }
}

async function verifyEverybody(unitOfWork: UnitOfWork): Promise<number> {
  const organizations = await unitOfWork.withoutTenant((manager) => directory(manager, 100_000));
  if (organizations.length === 0) throw new DomainError('organization.none');
  let broken = 0;
  for (const { slug, organizationId } of organizations) {
    const verdict = await unitOfWork.inTenant(organizationId, (tx) => verifyStoredChain(tx, organizationId));
    if (verdict?.intact === false) broken += 1;
    process.stdout.write(`${auditVerdictText(slug, verdict)}\n`);
  }
  process.stdout.write(`${JSON.stringify({ ok: broken === 0, organizations: organizations.length, broken })}\n`);
  return broken === 0 ? 0 : 1;
}

/** One organization's log, with the keys that sign it. */
interface OwnLog {
  readonly unitOfWork: UnitOfWork;
  readonly organizationId: OrganizationId;
  readonly signing: LogSigning;
  readonly making: BundleMaking;
}

function forOrganization(slug: string, work: (log: OwnLog) => Promise<number>): Promise<number> {
  return withInstalledDatabase(async (unitOfWork) => {
    const found = await unitOfWork.withoutTenant((manager) => findBySlug(manager, slug));
    if (!found) {
      process.stderr.write(`${auditVerdictText(slug, null)}\n`);
      return 3;
    }
    const paths = dataPaths(readEnvironment().dataFolder);
    const signing = new LogSigning(unitOfWork, new KeySafe(paths.secrets));
    const making = new BundleMaking(unitOfWork, signing, new BlobStore(paths.blobs));
    return work({ unitOfWork, organizationId: found.organizationId, signing, making });
  });
}

async function exportLog({ making, organizationId }: OwnLog, path: string, period: Period | null): Promise<number> {
  const { bytes } = await (period ? making.period(organizationId, period) : making.bundle(organizationId, null));
  await writeOutput(path, bytes);
  process.stdout.write(`${path}\n`);
  return 0;
}

/** Of the newest checkpoint: what was logged until now is signed first. */
async function printSheet(
  { unitOfWork, signing, organizationId }: OwnLog,
  path: string,
  month: string | null,
): Promise<number> {
  if (month === null) await signing.checkpoint(organizationId);
  const { publicBaseUrl } = readEnvironment();
  const sheet = await unitOfWork.inTenant(organizationId, (tx) =>
    sealSheet(tx, organizationId, { month, publicBaseUrl }),
  );
  const { printDocument } = await import('../editions/pdf-printer.js');
  await writeOutput(path, await printDocument(sheet));
  process.stdout.write(`${path}\n`);
  return 0;
}

async function rotateKey({ signing, organizationId }: OwnLog): Promise<number> {
  process.stdout.write(`${await signing.rotate(organizationId)}\n`);
  return 0;
}
