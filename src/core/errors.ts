/** Every refusal the product can give. The sentence for each, in Thai and English, is in templates/web/sentences.ts. */
export const ERROR_CODES = [
  // any item that moves through a lifecycle
  'item.not-found',
  'item.changed-meanwhile',
  'item.refused',
  'item.shown-hash-differs',
  'lifecycle.wrong-state',
  'lifecycle.wrong-capacity',
  'lifecycle.reason-missing',
  'route.not-your-turn',
  'route.already-decided',
  'route.own-submission',
  'route.nobody-may-sign',
  'override.own',
  'override.not-open',
  'amendment.exists',
  'handover.same-person',
  'route.not-own-submission',
  'route.somebody-decided',
  'route.stage-missing',
  'route.stage-unknown',
  'route.stage-order',
  'route.need-unreachable',
  'route.post-unknown',
  'route.due-invalid',
  'route.too-long',
  // acting orders
  'acting.dates-reversed',
  'acting.person-without-post',
  'acting.own-post',
  'acting.overlap',
  'acting.through-unusable',
  'acting.circular',
  'acting.chain-too-long',
  'acting.handed-on',
  // measures
  'measure.title-missing',
  'measure.division-missing',
  'measure.method-missing',
  'measure.period-missing',
  'measure.period-outside-year',
  'measure.results-missing',
  'measure.outcomes-missing',
  // reports and announcements
  'report.no-endorsed-measure',
  'report.measure-incomplete',
  'report.layout-unknown',
  'report.layout-invalid',
  'report.layout-name-taken',
  'announcement.parameter-missing',
  'announcement.parameter-invalid',
  'announcement.template-unknown',
  // assessments and catalogues
  'assessment.not-found',
  'assessment.level-contradicts',
  'assessment.overall-impossible',
  'assessment.instrument-impossible',
  'assessment.code-unknown',
  'assessment.proposal-not-found',
  'assessment.proposal-decided',
  'catalogue.weights-not-whole',
  'catalogue.line-needed',
  // numbers and registers
  'register.number-not-found',
  // documents, editions, publications
  'document.template-unknown',
  'document.language-unknown',
  'document.data-invalid',
  'document.too-large',
  'document.render-failed',
  'document.render-timeout',
  'document.content-refused',
  'document.image-refused',
  'font.unreadable',
  'font.unknown',
  'edition.not-found',
  'edition.bytes-differ',
  'edition.bytes-missing',
  'seal.certificate-missing',
  'seal.certificate-expired',
  'seal.certificate-invalid',
  'seal.failed',
  'publication.not-found',
  'publication.bytes-differ',
  'publication.unreachable',
  'publication.refused',
  'publication.not-published',
  // background work
  'work.not-found',
  'work.no-outcome',
  // people and organizations
  'organization.not-found',
  'sign-in.failed',
  'sign-in.required',
  'sign-in.confirm',
  'sign-in.too-many-attempts',
  'permission.denied',
  // imports
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
  // proof-reading of files
  'proofing.kind-unknown',
  'proofing.file-unreadable',
  'proofing.no-text',
  // requests
  'input.invalid',
  'input.control-character',
  'input.too-long',
  'input.file-not-found',
  'input.body-too-large',
  'input.not-a-pdf',
  'idempotency.key-reused',
  'idempotency.still-running',
  'request.not-found',
  'request.withdrawn',
  'request.wrong-type',
  'request.forbidden-origin',
  'request.too-many',
  'system.unavailable',
  'system.unexpected',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** Names the offending field or place and what a sentence needs to be concrete. Values are shown to people, so no secrets. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

/** An expected refusal: a person can act on it. Anything else that is thrown is a surprise. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details: ErrorDetails = {},
  ) {
    super(code);
    this.name = 'DomainError';
  }
}
