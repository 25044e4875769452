import type { ActorInHand } from '../approvals/actor.js';
import type { Line } from '../core/measure/measure.js';
import type { ReportLayout } from '../core/report/layout.js';
import type { ProgressState } from '../core/report/progress.js';
import type { PolicyActivity, ReceivedGift, ReportContent, ReportKindName } from '../core/report/report.js';
import type { OrganizationId } from '../database/tenant.js';

/** How far one measure has come, where the officer says more than its state tells. */
export interface ProgressGiven {
  readonly measureId: string;
  readonly state?: ProgressState;
  /** 0 to 100 */
  readonly percent?: number | null;
  readonly obstacles?: readonly Line[];
}

export interface NoGiftGiven {
  /** YYYY-MM-DD; without it the day on which the year's No Gift announcement was signed. */
  readonly announcedOn?: string | null;
  readonly activities?: readonly PolicyActivity[];
  /** Left out or empty: nothing was received. */
  readonly gifts?: readonly ReceivedGift[];
  readonly obstacles?: string | null;
  readonly suggestions?: string | null;
}

/** What decides the content of a report. */
export interface ContentRequest {
  readonly organizationId: OrganizationId;
  /** Implementation report without it. A report that exists keeps its kind, whatever is asked. */
  readonly kind?: ReportKindName;
  /** Year of the measures; of an ITA analysis the year that was assessed. Buddhist era. */
  readonly fiscalYear: number;
  /** For implementation reports; the usual one when left out. */
  readonly layout?: ReportLayout;
  /** Quoted by the introduction; when left out, the recorded result of the year before. */
  readonly assessment?: ReportContent['assessment'];
  readonly gapsAcknowledged?: boolean;
  readonly progress?: readonly ProgressGiven[];
  readonly noGift?: NoGiftGiven;
  /** Files of evidence printed behind the report, by id, in this order. */
  readonly annexes?: readonly string[];
  /** Foreword of an ITA analysis in place of the template's. */
  readonly foreword?: string | null;
}

export interface CompileRequest extends ContentRequest {
  readonly actor: ActorInHand;
  readonly title: string;
}
