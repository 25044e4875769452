/** Why a signer sends an item back, for counting; the words to the author stand beside it. */
export const RETURN_REASONS = [
  'incomplete',
  'wrong-figures',
  'wrong-format',
  'wrong-division',
  'unclear',
  'evidence-missing',
  'other',
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];
