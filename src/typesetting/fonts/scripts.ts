/** ISO 15924 code of the writing system a piece of text is shaped in. `Zyyy` is digits and punctuation alone. */
export type ScriptCode = 'Thai' | 'Latn' | 'Laoo' | 'Grek' | 'Cyrl' | 'Hani' | 'Zyyy';

export interface ScriptPiece {
  readonly start: number;
  readonly end: number;
  readonly script: ScriptCode;
}

const OTHER_SCRIPTS: readonly (readonly [RegExp, ScriptCode])[] = [
  [/\p{Script=Latin}/u, 'Latn'],
  [/\p{Script=Lao}/u, 'Laoo'],
  [/\p{Script=Greek}/u, 'Grek'],
  [/\p{Script=Cyrillic}/u, 'Cyrl'],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u, 'Hani'],
];

function scriptOf(code: number): ScriptCode {
  if (code >= 0x0e00 && code <= 0x0e7f) return isThaiCommon(code) ? 'Zyyy' : 'Thai';
  if (code < 0x80) return (code | 32) >= 0x61 && (code | 32) <= 0x7a ? 'Latn' : 'Zyyy';
  const letter = String.fromCodePoint(code);
  return OTHER_SCRIPTS.find(([pattern]) => pattern.test(letter))?.[1] ?? 'Zyyy';
}

/** The baht sign is the one Thai character that Unicode counts as common. */
function isThaiCommon(code: number): boolean {
  return code === 0x0e3f;
}

/** Cuts a text where the writing system changes; digits and punctuation stay with the letters before them. */
export function itemizeByScript(text: string): ScriptPiece[] {
  const pieces: ScriptPiece[] = [];
  let start = 0;
  let current: ScriptCode = 'Zyyy';
  for (let i = 0; i < text.length;) {
    const code = text.codePointAt(i) ?? 0;
    const script = scriptOf(code);
    if (script !== 'Zyyy' && script !== current) {
      if (current !== 'Zyyy') {
        pieces.push({ start, end: i, script: current });
        start = i;
      }
      current = script;
    }
    i += code > 0xffff ? 2 : 1;
  }
  if (start < text.length) pieces.push({ start, end: text.length, script: current });
  return pieces;
}
