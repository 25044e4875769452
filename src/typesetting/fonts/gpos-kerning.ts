const KERN = 0x6b65726e;
const ANY_SCRIPT = [0x44464c54, 0x64666c74, 0x6c61746e]; // DFLT, dflt, latn
const NO_REQUIRED_FEATURE = 0xffff;

/**
 * Whether GPOS kerns a script itself, in which case "kern" is not used.
 * @param script ISO 15924 code; the OpenType tag is the same in small letters. (OpenType 1.9, script list)
 */
export function kernsByGpos(gpos: DataView | undefined, script: string): boolean {
  if (!gpos) return false;
  try {
    return hasKernFeature(gpos, script);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function hasKernFeature(gpos: DataView, script: string): boolean {
  const [scripts, features] = [gpos.getUint16(4), gpos.getUint16(6)];
  const chosen = scriptTable(gpos, scripts, script);
  const language = chosen === null ? 0 : gpos.getUint16(chosen);
  if (chosen === null || language === 0) return false;
  const system = chosen + language;
  const indexes = Array.from({ length: gpos.getUint16(system + 4) }, (_, n) => gpos.getUint16(system + 6 + n * 2));
  const required = gpos.getUint16(system + 2);
  return [...indexes, ...(required === NO_REQUIRED_FEATURE ? [] : [required])].some(
    (index) => gpos.getUint32(features + 2 + index * 6) === KERN,
  );
}

function scriptTable(gpos: DataView, scripts: number, script: string): number | null {
  const records = new Map<number, number>();
  for (let left = gpos.getUint16(scripts), at = scripts + 2; left > 0; left -= 1, at += 6) {
    records.set(gpos.getUint32(at), scripts + gpos.getUint16(at + 4));
  }
  const own = [...script.toLowerCase()].reduce((tag, letter) => tag * 256 + letter.charCodeAt(0), 0);
  for (const tag of [own, ...ANY_SCRIPT]) {
    const found = records.get(tag);
    if (found !== undefined) return found;
  }
  return null;
}
