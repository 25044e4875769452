/** Why a file is not what was sealed. The sentences of this page's codes are in templates/web/verdict-sentences.ts. */
export const SEAL_PROBLEMS = [
  'not-a-pdf',
  'structure-unreadable',
  'no-seal',
  'several-seals',
  'seal-form-unknown',
  'byte-range-wrong',
  'appended-after-sealing',
  'changed-after-sealing',
  'signature-malformed',
  'signature-wrong',
  'signing-certificate-differs',
  'certificate-chain-wrong',
  'certificate-not-for-sealing',
  'certificate-not-valid-then',
  'sealing-time-malformed',
  'sealing-time-in-future',
  'timestamp-wrong',
  'level-too-low',
  'issuer-not-trusted',
] as const;
export type SealProblem = (typeof SEAL_PROBLEMS)[number];

/** What a reader has to know besides, also when the file is whole. */
export const SEAL_NOTES = [
  'demo-certificate',
  'identity-not-checked',
  'time-not-proven',
  'certificate-ended-since',
] as const;
export type SealNote = (typeof SEAL_NOTES)[number];

/** Why the bytes of one audit event are not an event. */
export const EVENT_PROBLEMS = [
  'event-not-json',
  'event-keys-differ',
  'event-value-not-text',
  'event-value-malformed',
  'event-schema-unknown',
  'event-not-canonical',
] as const;
export type EventProblem = (typeof EVENT_PROBLEMS)[number];

/** Why a log is not the one that was written. */
export const CHAIN_PROBLEMS = [
  ...EVENT_PROBLEMS,
  'position-differs',
  'organization-differs',
  'seq-differs',
  'hash-differs',
  'anchor-differs',
  'tail-missing',
  'tail-added',
  'head-differs',
] as const;
export type ChainProblem = (typeof CHAIN_PROBLEMS)[number];

/** Why the signed checkpoints of a log, its keys or its proofs do not hold. */
export const PROOF_PROBLEMS = [
  'log-key-malformed',
  'log-key-unknown',
  'log-key-not-announced',
  'log-key-not-endorsed',
  'checkpoint-malformed',
  'checkpoint-signature-wrong',
  'checkpoint-key-not-valid-then',
  'checkpoint-twice',
  'checkpoint-differs',
  'known-checkpoint-wrong',
  'known-checkpoint-differs',
  'start-not-proven',
  'proof-malformed',
  'proof-wrong',
  'proof-missing',
  'stamp-wrong',
  'stamp-not-trusted',
  'stamp-order-wrong',
  'witness-key-malformed',
  'cosignature-wrong',
] as const;
export type ProofProblem = (typeof PROOF_PROBLEMS)[number];

/** Why what stands beside the log does not agree with it. */
export const RECORD_PROBLEMS = [
  'record-malformed',
  'content-hash-differs',
  'reason-differs',
  'decision-without-event',
  'edition-without-event',
  'record-differs',
  'record-missing',
  'override-without-event',
  'own-submission-decided',
  'own-text-decided',
  'set-aside-differs',
  'decided-twice',
  'deed-not-in-lifecycle',
  'history-differs',
  'file-missing',
  'file-unexpected',
  'file-differs',
  'manifest-signature-wrong',
] as const;
export type RecordProblem = (typeof RECORD_PROBLEMS)[number];

/** What a verdict on a whole bundle cannot promise. */
export const BUNDLE_NOTES = [
  'not-anchored',
  'not-stamped',
  'not-cosigned',
  'tail-not-covered',
  'clock-went-back',
  'known-not-compared',
  'earlier-not-complete',
  'period-not-covered',
] as const;
export type BundleNote = (typeof BUNDLE_NOTES)[number];

/** The same for a log in a file, and why a file is no such log at all. */
export const BUNDLE_PROBLEMS = [
  ...CHAIN_PROBLEMS,
  ...PROOF_PROBLEMS,
  ...RECORD_PROBLEMS,
  'line-malformed',
  'bundle-unreadable',
  'manifest-malformed',
] as const;
export type BundleProblem = (typeof BUNDLE_PROBLEMS)[number];
