import type { ErrorCode } from '../../core/errors.js';

/** What may stand in the way of writing to an item. */
export const EDIT_REFUSALS: readonly ErrorCode[] = [
  'item.not-found',
  'item.changed-meanwhile',
  'item.refused',
  'input.too-long',
  'idempotency.still-running',
  'idempotency.key-reused',
];

/** Why results cannot be kept. */
export const RESULT_REFUSALS: readonly ErrorCode[] = [
  ...EDIT_REFUSALS,
  'measure.result-date-impossible',
  'measure.result-start-missing',
  'measure.result-dates-reversed',
  'measure.figure-incomplete',
  'measure.figure-not-number',
];

/** What may stand in the way of a deed. `item.refused` names every objection. */
export const DEED_REFUSALS: readonly ErrorCode[] = [
  ...EDIT_REFUSALS,
  'item.shown-hash-differs',
  'sign-in.confirm',
  'request.not-found',
  'route.nobody-may-sign',
  'proofreading.errors-found',
  'proofreading.personal-data',
];

/** Why a file is not taken by any item. */
const FILE_REFUSALS: readonly ErrorCode[] = [
  'input.file-not-found',
  'input.file-empty',
  'evidence.kind-unknown',
  'evidence.too-large',
  'evidence.too-many-pages',
  'evidence.too-many-pixels',
  'evidence.encrypted',
  'evidence.unreadable',
  'evidence.too-complex',
  'evidence.already-there',
];
export const EVIDENCE_REFUSALS: readonly ErrorCode[] = [...FILE_REFUSALS, 'evidence.too-many'];
export const ANNEX_REFUSALS: readonly ErrorCode[] = [
  ...FILE_REFUSALS,
  'announcement.annexes-too-many',
  'announcement.annexes-too-large',
];

export const DOCUMENT_REFUSALS: readonly ErrorCode[] = [
  ...EDIT_REFUSALS,
  'document.template-unknown',
  'document.language-unknown',
  'announcement.language-dropped',
  'document.data-invalid',
];

export const COMPILE_REFUSALS: readonly ErrorCode[] = [
  ...EDIT_REFUSALS,
  'assessment.not-found',
  'report.policy-date-missing',
  'report.foreword-placeholder',
  'report.assessment-differs',
  'report.progress-contradicts',
  'assessment.level-contradicts',
  'report.layout-unknown',
  'report.annex-unknown',
  'report.annexes-too-many',
  'report.annexes-too-large',
  'document.data-invalid',
];

/** Why an acting order may not be made. */
export const ACTING_REFUSALS: readonly ErrorCode[] = [
  'acting.dates-reversed',
  'acting.person-without-post',
  'acting.own-post',
  'acting.overlap',
  'acting.through-unusable',
  'acting.circular',
  'acting.chain-too-long',
  'acting.handed-on',
];

/** What may stand in the way of a request with an Idempotency-Key. */
export const KEY_REFUSALS: readonly ErrorCode[] = ['idempotency.still-running', 'idempotency.key-reused'];

/** Why a person may not hold a post on these days. */
export const APPOINTMENT_REFUSALS: readonly ErrorCode[] = [
  'appointment.dates-reversed',
  'appointment.overlap',
  'appointment.post-taken',
  'appointment.post-ended',
  'appointment.acted-since',
];

export const DIVISION_REFUSALS: readonly ErrorCode[] = [
  'division.dates-reversed',
  'division.name-taken',
  'division.posts-held',
];

/** Why a route could never complete. */
export const ROUTE_REFUSALS: readonly ErrorCode[] = [
  'route.stage-missing',
  'route.stage-unknown',
  'route.stage-order',
  'route.need-unreachable',
  'route.post-unknown',
  'route.due-invalid',
  'route.too-long',
  'route.same-signer-twice',
  'route.no-divisions',
  'route.nobody-may-sign',
];

/** What a report may lack when it is submitted. */
export const REPORT_REFUSALS: readonly ErrorCode[] = [
  'report.no-endorsed-measure',
  'report.no-approved-measure',
  'report.measure-incomplete',
];

export const ASSESSMENT_REFUSALS: readonly ErrorCode[] = [
  'item.changed-meanwhile',
  'assessment.code-unknown',
  'assessment.level-contradicts',
  'assessment.overall-impossible',
  'assessment.instrument-impossible',
];

export const PROPOSAL_REFUSALS: readonly ErrorCode[] = [
  'assessment.not-found',
  'assessment.proposal-not-found',
  'assessment.proposal-decided',
];

export const LAYOUT_REFUSALS: readonly ErrorCode[] = [
  'item.changed-meanwhile',
  'report.layout-unknown',
  'report.layout-invalid',
  'report.layout-name-taken',
];

export const WORDING_REFUSALS: readonly ErrorCode[] = [
  'announcement.template-unknown',
  'document.template-unknown',
  'document.language-unknown',
  'document.data-invalid',
];

export const IMPORT_REFUSALS: readonly ErrorCode[] = [
  'import.not-a-spreadsheet',
  'import.file-too-large',
  'import.too-many-rows',
  'import.macros-refused',
  'import.formula-refused',
  'import.no-header-row',
  'import.unknown-column',
  'import.wrong-year',
  'import.title-empty',
  'import.cell-too-long',
  'import.no-measures',
  'input.file-not-found',
  'input.file-empty',
  'idempotency.still-running',
  'idempotency.key-reused',
];
