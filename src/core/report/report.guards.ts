import type { ErrorCode } from '../errors.js';
import type { ReportContent } from './report.js';

type Subject = { readonly content: ReportContent };

export const hasRows = ({ content }: Subject): readonly ErrorCode[] =>
  content.measures.length > 0 ? [] : ['report.no-endorsed-measure'];

/** Gaps stop a report unless the officer has acknowledged them; the signer sees them either way. */
export const lacksNothing = ({ content }: Subject): readonly ErrorCode[] =>
  content.gaps.length === 0 || content.gapsAcknowledged ? [] : ['report.measure-incomplete'];
