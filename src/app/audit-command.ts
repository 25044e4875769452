import { writeFile } from 'node:fs/promises';
import { auditVerdictText } from '../../templates/console/audit.js';
import { exportBundle, verifyStoredChain } from '../audit/export-bundle.js';
import { verifyBundleCommand } from '../cli/verify-bundle.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { directory, findBySlug, type DirectoryEntry } from '../organizations/organizations.queries.js';
import { withOwnDatabase } from './with-database.js';

const USAGE = `prongsai audit verify                                    ตรวจทุกหน่วยงานในฐานข้อมูล / every organization in the database
prongsai audit verify <bundle.ndjson> [--known n:sha256] ตรวจไฟล์ที่ส่งออกโดยไม่ใช้ฐานข้อมูล / an exported log, offline
prongsai audit export --organization <slug> --out <file> ส่งออกบันทึกของหน่วยงาน / export an organization's log`;

/** A verifier's exit codes (RELIABILITY 5): 0 whole, 1 broken, 3 unusable input; 2 the command was not understood. */
export async function auditCommand([deed, ...rest]: string[]): Promise<number> {
  if (deed === 'verify' && rest.length === 0) return withOwnDatabase(verifyEverybody);
  if (deed === 'verify') return verifyBundleCommand(rest);
  const [option, slug, out, path] = rest;
  if (deed === 'export' && option === '--organization' && slug && out === '--out' && path) {
    return withOwnDatabase((unitOfWork) => exportLog(unitOfWork, slug, path));
  }
  process.stderr.write(`${USAGE}\n`);
  return 2;
}

async function verifyEverybody(unitOfWork: UnitOfWork): Promise<number> {
  const organizations = await unitOfWork.withoutTenant((manager) => directory(manager, 100_000));
  let broken = 0;
  for (const { slug, organizationId } of organizations) {
    const verdict = await unitOfWork.inTenant(organizationId, (tx) => verifyStoredChain(tx, organizationId));
    if (verdict?.intact === false) broken += 1;
    process.stdout.write(`${auditVerdictText(slug, verdict)}\n`);
  }
  process.stdout.write(`${JSON.stringify({ ok: broken === 0, organizations: organizations.length, broken })}\n`);
  return broken === 0 ? 0 : 1;
}

async function exportLog(unitOfWork: UnitOfWork, slug: string, path: string): Promise<number> {
  const found: DirectoryEntry | null = await unitOfWork.withoutTenant((manager) => findBySlug(manager, slug));
  const bundle =
    found && (await unitOfWork.inTenant(found.organizationId, (tx) => exportBundle(tx, found.organizationId)));
  if (!bundle) {
    process.stderr.write(`${auditVerdictText(slug, null)}\n`);
    return 3;
  }
  await writeFile(path, bundle);
  process.stdout.write(`${path}\n`);
  return 0;
}
