/**
 * Characters that have no place in a printed text: control characters except tab and line end, U+0000, bidirectional
 * controls (they make a reader see another text than the signed one), lone surrogates, noncharacters.
 */
const FORBIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFDD0-\uFDEF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** True when a text holds a character that must not be printed. */
export function hasForbiddenCharacter(text: string): boolean {
  return FORBIDDEN.test(text);
}
