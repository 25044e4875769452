/** A TrueType file of the given tables, checksums included. @param tables sorted by tag */
export function assembleSfnt(tables: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const size = tables.reduce((sum, [, data]) => sum + ((data.length + 3) & ~3), 12 + tables.length * 16);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  const power = 2 ** Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x00010000);
  [tables.length, power * 16, Math.log2(power), (tables.length - power) * 16].forEach((value, index) =>
    view.setUint16(4 + index * 2, value),
  );
  let at = 12 + tables.length * 16;
  tables.forEach(([tag, data], index) => {
    const row = 12 + index * 16;
    for (let i = 0; i < 4; i++) bytes[row + i] = tag.charCodeAt(i);
    bytes.set(data, at);
    const padded = (data.length + 3) & ~3;
    view.setUint32(row + 4, checksum(view, at, padded));
    view.setUint32(row + 8, at);
    view.setUint32(row + 12, data.length);
    at += padded;
  });
  return bytes;
}

function checksum(view: DataView, start: number, length: number): number {
  let sum = 0;
  for (let at = start; at < start + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
