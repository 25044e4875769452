const PIECE = 5;

/** Share (0 to 1) of the five-letter pieces of `one` that also occur in `other`. Linear. */
export function sharedPieces(one: string, other: string): number {
  const pieces = piecesOf(one);
  if (pieces.size === 0) return 0;
  const others = piecesOf(other);
  let shared = 0;
  for (const piece of pieces) if (others.has(piece)) shared += 1;
  return shared / pieces.size;
}

function piecesOf(text: string): Set<string> {
  const pieces = new Set<string>();
  for (let at = 0; at + PIECE <= text.length; at += 1) pieces.add(text.slice(at, at + PIECE));
  return pieces;
}
