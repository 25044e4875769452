const MOST_NAMED = 20;

/** Characters that a printed document shows as empty frames, for the terminal. */
export function unprintableText(letters: readonly string[]): string {
  const named = letters.slice(0, MOST_NAMED).map((letter) => `${letter} (U+${hex(letter)})`);
  const list = [...named, ...(letters.length > MOST_NAMED ? ['…'] : [])].join(' ');
  return `แบบอักษรไม่มีอักขระเหล่านี้ จึงพิมพ์เป็นกรอบว่าง: ${list}\nPrinted as empty frames, for the typeface lacks them: ${list}`;
}

const hex = (letter: string): string => (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
