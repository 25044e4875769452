/** A number as PDF writes it: no exponent, no more digits than can be seen. */
export function num(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) || !Number.isFinite(rounded) ? '0' : String(rounded);
}

export function ref(object: number): string {
  return `${object} 0 R`;
}

/** A name such as /P; anything outside the safe letters is escaped. */
export function name(text: string): string {
  return `/${text.replace(/[^A-Za-z0-9+\-_.]/g, (letter) => `#${(letter.charCodeAt(0) & 255).toString(16).padStart(2, '0')}`)}`;
}

/** A text string: plain where it is ASCII, UTF-16 with its mark where it is not. */
export function textString(text: string): string {
  if (/^[\x20-\x7E]*$/.test(text)) return literal(text);
  let hex = '';
  for (let i = 0; i < text.length; i++) hex += hex4(text.charCodeAt(i));
  return `<FEFF${hex}>`;
}

/** A string of ASCII bytes. */
export function literal(ascii: string): string {
  return `(${ascii.replace(/[\\()]/g, (letter) => `\\${letter}`)})`;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).toUpperCase().padStart(2, '0'));

export function hex4(code: number): string {
  return (HEX[(code >> 8) & 255] ?? '00') + (HEX[code & 255] ?? '00');
}

/** UTF-16 code units in hexadecimal, without a mark. */
export function utf16Hex(text: string): string {
  let hex = '';
  for (let i = 0; i < text.length; i++) hex += hex4(text.charCodeAt(i));
  return hex;
}

/** D:YYYYMMDDHHmmSSZ in UTC. */
export function pdfDate(instant: Date): string {
  return `(D:${instant.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z)`;
}
