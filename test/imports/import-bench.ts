import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataPaths } from '../../src/config/paths.js';
import { askImport } from '../../src/imports/runs/ask-import.js';
import { importRunOf, type ImportRun } from '../../src/imports/runs/import-run.queries.js';
import { ImportRunning } from '../../src/imports/runs/import-running.js';
import { StepProcessor, type StepHandler } from '../../src/jobs/step-processor.js';
import { STEPS, type Step } from '../../src/outbox/steps.js';
import { BlobStore } from '../../src/storage/blob-store.js';
import { testAgency, type TestAgency } from '../support/agency.js';

/** A table of so many measures, told apart by a number. */
export const longPlan = (measures: number): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    [
      'มาตรการ,วิธีดำเนินการ,ระยะเวลา,หน่วยงานรับผิดชอบ',
      ...Array.from(
        { length: measures },
        (_unused, index) => `เผยแพร่ข้อมูลชุดที่ ${index + 1} ต่อสาธารณะ,1. จัดทำ 2. เผยแพร่,ปีงบประมาณ พ.ศ. 2568,สำนักปลัด`,
      ),
    ].join('\n'),
  );

/** Does the import work of one agency, as the worker does when its turn comes. */
export class ImportWork {
  private readonly processor: StepProcessor;

  constructor(
    private readonly agency: TestAgency,
    blobs: BlobStore,
  ) {
    const imports = new ImportRunning(agency.unitOfWork, blobs);
    const others: StepHandler = (claim) => Promise.reject(new Error(`${claim.step} is not done here`));
    const handlers = Object.fromEntries(STEPS.map((step) => [step, others])) as Record<Step, StepHandler>;
    handlers['import.run'] = (claim, signal) => imports.run(claim, signal);
    this.processor = new StepProcessor(agency.unitOfWork, handlers, () => undefined);
  }

  /** Everything that is open, now. */
  async workOff(): Promise<void> {
    const { organizationId, database } = this.agency;
    const open = await database.look<{ id: string }>(
      `update work set next_at = now() where organization_id = $1 and step = 'import.run' and state = 'open' returning id`,
      [organizationId],
    );
    for (const { id: workId } of open) await this.processor.process({ v: 1, organizationId, workId, dispatchNo: 1 });
  }
}

/** An agency whose officer asks for long imports. */
export class ImportBench {
  private constructor(
    readonly agency: TestAgency,
    readonly folder: string,
    readonly blobs: BlobStore,
    readonly work: ImportWork,
  ) {}

  static async open(): Promise<ImportBench> {
    const agency = await testAgency();
    const folder = mkdtempSync(join(tmpdir(), 'imports-'));
    const blobs = new BlobStore(dataPaths(folder).blobs);
    return new ImportBench(agency, folder, blobs, new ImportWork(agency, blobs));
  }

  /** @returns the id of the run */
  async ask(measures: number, userName = 'officer'): Promise<string> {
    const { organizationId } = this.agency;
    const sha256 = await this.blobs.put(longPlan(measures));
    const file = { name: 'แผน.csv', sha256 };
    const request = { requestId: 'r', clientAddress: '', sessionHash: '', authMethod: '', authAgeSeconds: '' };
    return this.agency.as(userName, (tx, actor) =>
      askImport(tx, { organizationId, actor, request, fiscalYear: 2568, file, closeSpaces: false, measures }),
    );
  }

  run(id: string): Promise<ImportRun> {
    const { organizationId, unitOfWork } = this.agency;
    return unitOfWork.inTenant(organizationId, (tx) => importRunOf(tx, organizationId, id));
  }

  /** How many measures there are, how many differ, and how many of them the log knows as drafted. */
  async stock(): Promise<{ readonly measures: number; readonly keys: number; readonly logged: number }> {
    const [row] = await this.agency.database.look<{ measures: number; keys: number; logged: number }>(
      `select count(*)::int as measures, count(distinct import_key)::int as keys,
         (select count(distinct event ->> 'itemId')::int from audit_event
          where event ->> 'action' = 'draft' and event ->> 'itemKind' = 'measure') as logged
       from measure`,
    );
    if (!row) throw new Error('counting always answers');
    return row;
  }

  async close(): Promise<void> {
    await this.agency.database.close();
    rmSync(this.folder, { recursive: true });
  }
}
