import type { Request } from 'express';
import type { ClearingForm, FindingListProps } from '../../../templates/web/components/finding-list.js';
import { links } from '../../../templates/web/links.js';
import type { AnnouncementRow } from '../../announcements/announcement.entity.js';
import type { MeasureRow } from '../../measures/measure.entity.js';
import type { ItemFinding } from '../../proofreading/item-findings.js';
import type { ReportRow } from '../../reports/report.entity.js';
import { csrfTokenOf } from '../csrf.js';
import { isOfficer, type Me } from '../desk.js';
import { isSettled } from '../item-doors.js';
import { correctionOf, findingList, type FindingPlaces } from './findings.view.js';

interface Proof {
  readonly proof?: FindingListProps;
}

interface Subject {
  readonly id: string;
  readonly state: string;
  readonly contentHash: string;
}

/** Findings beside a measure, each with the field where an officer corrects it. */
export const measureProof = (findings: readonly ItemFinding[], measure: MeasureRow, me: Me, request: Request): Proof =>
  proofOf(findings, measure, {
    hrefOf: (finding) => (isOfficer(me) ? correctionOf(finding, measure) : null),
    ...clearing('measures', measure, me, request),
  });

/** Findings beside a compiled report: each names its measure, where it is corrected. */
export const reportProof = (findings: readonly ItemFinding[], report: ReportRow, me: Me, request: Request): Proof =>
  proofOf(findings, report, {
    hrefOf: ({ at }) => (at === null ? null : links.measure(at.split('.')[0] ?? '')),
    titles: new Map(report.content.measures.map(({ measureId, content }) => [measureId, content.title])),
    ...clearing('reports', report, me, request),
  });

export const announcementProof = (
  findings: readonly ItemFinding[],
  announcement: AnnouncementRow,
  me: Me,
  request: Request,
): Proof =>
  proofOf(findings, announcement, {
    hrefOf: ({ at }) => {
      if (!isOfficer(me) || announcement.state !== 'draft') return null;
      const isInAnnex = at?.split('.')[1] === 'annexes';
      return isInAnnex ? links.announcementAnnexes(announcement.id) : links.editAnnouncement(announcement.id);
    },
    ...clearing('announcements', announcement, me, request),
  });

const proofOf = (findings: readonly ItemFinding[], item: Subject, places: FindingPlaces): Proof =>
  isSettled(item) ? {} : { proof: findingList(findings, places) };

const CLEARERS = ['officer', 'division_head', 'chief_administrator', 'executive'] as const;

function clearing(section: string, item: Subject, { actor }: Me, request: Request): { clearing?: ClearingForm } {
  if (!CLEARERS.some((capacity) => actor.capacities.includes(capacity))) return {};
  const action = links.clearance(section, item.id);
  return { clearing: { action, shownHash: item.contentHash, csrfToken: csrfTokenOf(request) } };
}
