import type { MeasureContent } from '../../src/core/measure/measure.js';
import type { ReportTransition } from '../../src/core/report/report.lifecycle.js';
import type { MeasureRow } from '../../src/measures/measure.entity.js';
import { draftMeasure } from '../../src/measures/save-measure.js';
import { actOnReport } from '../../src/reports/act-on-report.js';
import { compileReport } from '../../src/reports/compile-report.js';
import type { CompileRequest } from '../../src/reports/compile-request.js';
import type { ReportRow } from '../../src/reports/report.entity.js';
import { aMeasure, type TestAgency } from '../support/agency.js';

/** What tests of reports do again and again. */
export class ReportDesk {
  constructor(private readonly agency: TestAgency) {}

  /** A measure in the state in which its route would have left it. */
  async measure(fiscalYear: number, state: string, content: Partial<MeasureContent> = {}): Promise<MeasureRow> {
    const { organizationId } = this.agency;
    const measure = await this.agency.as('officer', (tx, actor) =>
      draftMeasure(tx, { organizationId, actor, fiscalYear, content: aMeasure([], content) }),
    );
    await this.agency.database.look('update measure set state = $2 where id = $1', [measure.id, state]);
    return measure;
  }

  compile(request: Partial<CompileRequest> & Pick<CompileRequest, 'fiscalYear'>): Promise<ReportRow> {
    const { organizationId } = this.agency;
    return this.agency.as('officer', (tx, actor) =>
      compileReport(tx, { organizationId, actor, title: 'รายงานทดสอบ', ...request }),
    );
  }

  act(userName: string, transition: ReportTransition, report: ReportRow): Promise<ReportRow> {
    return this.agency.as(userName, (tx, actor) =>
      actOnReport(tx, {
        organizationId: this.agency.organizationId,
        itemId: report.id,
        transition,
        actor,
        seenVersion: null,
        shownHash: report.contentHash,
      }),
    );
  }

  /** Submitted by the officer, signed off by the chief administrator; what was frozen. */
  async signed(report: ReportRow): Promise<{ template: string; snapshot: object } | undefined> {
    await this.act('officer', 'submit', report);
    await this.act('chief', 'sign', report);
    const [edition] = await this.agency.database.look<{ template: string; snapshot: object }>(
      'select template, snapshot from edition where item_id = $1',
      [report.id],
    );
    return edition;
  }
}
