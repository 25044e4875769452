const PIECE = 5;
const LETTERS_KEPT = 256 ** PIECE;
const THAI_BLOCK = 0x0e00;

/** Share (0 to 1) of the five-letter pieces of `one` that also occur in `other`. Linear. */
export const sharedPieces = (one: string, other: string): number => shareOf(piecesOf(one), piecesOf(other));

/** Share of the pieces of `one` that are also among the others. */
export function shareOf(one: ReadonlySet<number>, others: ReadonlySet<number>): number {
  if (one.size === 0) return 0;
  let shared = 0;
  for (const piece of one) if (others.has(piece)) shared += 1;
  return shared / one.size;
}

/** Every piece as one number, eight bits a letter: strings would cost ten times as much. */
export function piecesOf(text: string): Set<number> {
  const pieces = new Set<number>();
  let code = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    code = (code * 256 + (unit >= THAI_BLOCK ? 128 + ((unit - THAI_BLOCK) & 127) : unit & 127)) % LETTERS_KEPT;
    if (at >= PIECE - 1) pieces.add(code);
  }
  return pieces;
}
