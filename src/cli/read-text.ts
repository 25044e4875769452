/**
 * Text of a file as people's machines write it: UTF-8 with or without a mark, or UTF-16 with one (Windows PowerShell).
 * @throws TypeError when the bytes are none of these
 */
export function readText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}
