import { SENTENCES, sentenceOf } from '../../../templates/web/sentences.js';
import type { ErrorCode } from '../../core/errors.js';
import type { ImportRun } from '../../imports/runs/import-run.queries.js';
import type { Problem } from '../../outbox/work.queries.js';
import type { ImportDifference } from '../../measures/import-differences.js';
import type { ImportDifferenceReply, ImportRunReply, ImportTroubleReply } from './import.dto.js';

export const importRunReply = (run: ImportRun): ImportRunReply => ({
  id: run.id,
  state: run.state,
  fiscalYear: run.fiscalYear,
  fileName: run.fileName,
  fileSha256: run.fileSha256,
  measures: run.measures,
  settled: run.settled,
  askedBy: run.askedBy,
  askedAt: run.askedAt.toISOString(),
  doneAt: run.doneAt?.toISOString() ?? null,
  created: run.created,
  alreadyThere: run.alreadyThere,
  problem: run.problem && troubleReply(run.problem),
});

/** A later version of the worker may have written a code that is not known here. */
function troubleReply({ code }: Problem): ImportTroubleReply {
  const known = code in SENTENCES ? (code as ErrorCode) : 'system.unexpected'; // just looked up
  return { code, detail: { th: sentenceOf(known, {}, 'th'), en: sentenceOf(known, {}, 'en') } };
}

export const differenceReply = ({ measure, fields, takeable }: ImportDifference): ImportDifferenceReply => ({
  measureId: measure.id,
  version: measure.version,
  fields,
  takeable,
});
