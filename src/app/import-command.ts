import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { refusalJson, refusalText } from '../../templates/console/refusal.js';
import { actorToday } from '../approvals/actor.js';
import { readGivenFile } from '../cli/read-given-file.js';
import { DomainError } from '../core/errors.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { ImportFinding, ImportedPlan } from '../imports/imported-plan.js';
import { differenceFindings } from '../imports/difference-findings.js';
import { readPlan } from '../imports/read-plan.js';
import { importDifferences } from '../measures/import-differences.js';
import { importMeasures, type ImportOutcome } from '../measures/import-measures.js';
import type { MeasureRow } from '../measures/measure.entity.js';
import { differencesSeen, takeOverFile } from '../measures/take-over-file.js';
import { divisionsOf, findBySlug } from '../organizations/organizations.queries.js';
import { progressOn } from './import-progress.js';
import { withInstalledDatabase } from './with-database.js';

const USAGE = `prongsai import <file> --organization <slug> --fiscal-year 2568 [--as <user name>] [--preview] [--accept] [--take-over] [--json]

  นำเข้ามาตรการจาก XLSX, CSV, TSV หรือตารางใน DOCX / measures from XLSX, CSV, TSV or tables in DOCX
  --as       ผู้นำเข้า (เจ้าหน้าที่) ถ้าไม่ระบุใช้เจ้าหน้าที่คนแรก / the officer who imports; the first one when absent
  --preview  อ่านและแสดงข้อสังเกตเท่านั้น / read and show findings only
  --accept   นำเข้าแม้มีข้อสังเกตระดับ E / import although there are findings of severity E
  --take-over  มาตรการที่มีอยู่แล้วและต่างจากไฟล์ ให้ใช้ข้อความในไฟล์แทนเท่าที่แก้ได้
               / measures that are there already say what the file says now, where they may still be changed`;

/** Less is refused by whatever reads the file, with its own limit. */
const LARGEST_FILE_BYTES = 500_000_000;

interface ImportRequest {
  readonly file: string;
  readonly organization: string;
  readonly fiscalYear: number;
  readonly userName: string | null;
  readonly preview: boolean;
  readonly accept: boolean;
  readonly takeOver: boolean;
  readonly json: boolean;
}

/**
 * `prongsai import …`: all measures of the file or none.
 * @returns 0 imported, 1 refused (nothing was written), 2 the command was not understood
 */
export async function importCommand(args: string[]): Promise<number> {
  const request = requestFrom(args);
  if (request === null) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  try {
    return await withInstalledDatabase((unitOfWork) => carryOut(unitOfWork, request));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (request.json) process.stdout.write(`${refusalJson(error)}\n`);
    process.stderr.write(`${refusalText(error)}\n`);
    return 1;
  }
}

async function carryOut(unitOfWork: UnitOfWork, request: ImportRequest): Promise<number> {
  const found = await unitOfWork.withoutTenant((manager) => findBySlug(manager, request.organization));
  if (!found) throw new DomainError('organization.not-found', { organization: request.organization });
  const { organizationId } = found;
  const divisions = await unitOfWork.inTenant(organizationId, (tx) => divisionsOf(tx, organizationId));
  const { fiscalYear } = request;
  const read = await readPlan(await fileOf(request.file), { fiscalYear, divisions });
  const differences = await unitOfWork.inTenant(organizationId, (tx) =>
    importDifferences(tx, organizationId, fiscalYear, read.measures),
  );
  const plan = { ...read, findings: [...differenceFindings(read.measures, differences), ...read.findings] };
  if (!request.json) for (const finding of plan.findings) process.stdout.write(`${line(finding)}\n`);

  const errors = plan.findings.filter(({ severity }) => severity === 'E').length;
  const stops = request.preview || (errors > 0 && !request.accept);
  const outcome = stops ? null : await written(unitOfWork, organizationId, request, plan);
  process.stdout.write(`${JSON.stringify(summary(request, plan, outcome))}\n`);
  return outcome || request.preview ? 0 : 1;
}

const written = (
  unitOfWork: UnitOfWork,
  organizationId: Parameters<typeof actorToday>[1],
  { userName, fiscalYear, takeOver }: ImportRequest,
  { measures }: ImportedPlan,
): Promise<Written> =>
  unitOfWork.inTenant(organizationId, async (tx) => {
    const [officer]: { id: string }[] = await tx.query(OFFICER, [organizationId, userName]);
    if (!officer) throw new DomainError('permission.denied', { userName });
    const actor = await actorToday(tx, organizationId, officer.id);
    const told = progressOn(process.stderr, measures.length);
    const request = { organizationId, actor, fiscalYear, measures };
    const outcome = await importMeasures(tx, { ...request, ...(told ? { told } : {}) });
    const seen = differencesSeen(outcome.differing);
    return { ...outcome, takenOver: takeOver ? await takeOverFile(tx, { ...request, seen }) : [] };
  });

interface Written extends ImportOutcome {
  readonly takenOver: readonly MeasureRow[];
}

const OFFICER = `
  select n.id from person n
  join appointment a on a.organization_id = n.organization_id and a.person_id = n.id
  join post p on p.organization_id = a.organization_id and p.id = a.post_id and p.kind = 'officer'
  where n.organization_id = $1 and n.closed_at is null and ($2::text is null or n.user_name = $2)
  order by n.user_name limit 1`;

async function fileOf(path: string): Promise<{ name: string; bytes: Uint8Array }> {
  return { name: basename(path), bytes: await readGivenFile(path, LARGEST_FILE_BYTES) };
}

const line = ({ severity, code, place, message, suggestion }: ImportFinding): string => {
  const where = [place.sheet, `แถว ${place.row}`, ...(place.column ? [place.column] : [])].join(' · ');
  return `${severity} ${code} [${where}] ${message.th}${suggestion ? ` → ${suggestion}` : ''}`;
};

const summary = (request: ImportRequest, plan: ImportedPlan, outcome: Written | null): object => ({
  ok: outcome !== null || request.preview,
  fiscalYear: plan.fiscalYear,
  measures: plan.measures.length,
  created: outcome?.created.length ?? 0,
  alreadyThere: outcome?.alreadyThere.length ?? 0,
  differing: outcome?.differing.length ?? 0,
  takenOver: outcome?.takenOver.length ?? 0,
  findings: request.json ? plan.findings : plan.findings.length,
  ...(request.preview && request.json ? { preview: plan.measures } : {}),
});

function requestFrom(args: string[]): ImportRequest | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        organization: { type: 'string' },
        'fiscal-year': { type: 'string' },
        as: { type: 'string' },
        preview: { type: 'boolean', default: false },
        accept: { type: 'boolean', default: false },
        'take-over': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const [file] = positionals;
    const fiscalYear = Number(values['fiscal-year']);
    if (!file || positionals.length !== 1 || !values.organization || !(fiscalYear >= 2500 && fiscalYear <= 2700))
      return null;
    const { organization, preview, accept, json } = values;
    const takeOver = values['take-over'];
    return { file, organization, fiscalYear, userName: values.as ?? null, preview, accept, takeOver, json };
  } catch {
    return null; // an option that does not exist
  }
}
