/**
 * What may happen before a character. `IfTooLong` and all above break only what a whole line cannot hold, the lowest
 * first: the higher, the more firmly both sides belong together. From `Firm` on no line is ended for looks.
 */
export const Break = { None: 0, Allowed: 1, Required: 2, IfTooLong: 3, Firm: 5 } as const;

/** Firmness of a place: how much holds it together. */
const FIRMEST = 255;

/** Withholds a break that is allowed; a place inside several stretches is held by all of them. @param firmness 1 or more */
export function withhold(breaks: Uint8Array, at: number, firmness: number): void {
  const now = breaks[at] ?? Break.None;
  if (now === Break.Allowed) breaks[at] = Break.IfTooLong - 1 + firmness;
  else if (now >= Break.IfTooLong) breaks[at] = Math.min(FIRMEST, now + firmness);
}

/** Below, above and following vowels, tone marks, mai yamok, paiyannoi, closing signs: never first on a line. */
export const NEVER_FIRST = /[\u0E2F-\u0E3A\u0E45-\u0E4E\u0300-\u036F)\]}”’»…%,.:;!?]/;
/** Leading vowels and opening signs: never last on a line. */
export const NEVER_LAST = /[\u0E40-\u0E44([{“‘«]/;

/** Whether an over-long word can be cut before this character without splitting what is written as one letter. */
export function isLetterBoundary(text: string, at: number): boolean {
  const next = text.charCodeAt(at);
  if (next >= 0xdc00 && next <= 0xdfff) return false;
  return !NEVER_FIRST.test(text.charAt(at)) && !NEVER_LAST.test(text.charAt(at - 1));
}
