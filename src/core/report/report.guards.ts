import type { ErrorCode } from '../errors.js';
import type { ReportContent } from './report.js';

type Subject = { readonly content: ReportContent };

/** Reports on measures need one; a No Gift report or an analysis stands without. */
export function hasRows({ content: { measures, details } }: Subject): readonly ErrorCode[] {
  if (measures.length > 0 || details?.kind === 'no-gift' || details?.kind === 'ita-analysis') return [];
  return details?.kind === 'progress' ? ['report.no-approved-measure'] : ['report.no-endorsed-measure'];
}

/** Gaps stop a report unless the officer has acknowledged them; the signer sees them either way. */
export const lacksNothing = ({ content }: Subject): readonly ErrorCode[] =>
  content.gaps.length === 0 || content.gapsAcknowledged ? [] : ['report.measure-incomplete'];
