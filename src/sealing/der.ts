/** Strict DER, read without a library so that what checks a seal is not what made it. */

export class DerError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'DerError';
  }
}

export interface DerNode {
  /** Identifier octet: class, constructed bit and number. Numbers above 30 do not occur in signatures. */
  readonly tag: number;
  readonly content: Buffer;
  /** Identifier, length and content. */
  readonly raw: Buffer;
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8String: 0x0c,
  printableString: 0x13,
  generalizedTime: 0x18,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const;

/** The one value that fills the bytes; whatever follows it is refused. */
export function readDer(bytes: Uint8Array): DerNode {
  const { node, rest } = readFirst(asBuffer(bytes));
  if (rest.length > 0) throw new DerError('bytes-after-value');
  return node;
}

/** The value at the beginning of a padded hole, and what follows it. */
export function readFirst(bytes: Buffer): { readonly node: DerNode; readonly rest: Buffer } {
  const tag = bytes[0] ?? missing();
  if ((tag & 0x1f) === 0x1f) throw new DerError('long-tag');
  const { length, from } = readLength(bytes);
  if (from + length > bytes.length) throw new DerError('cut-off');
  const raw = bytes.subarray(0, from + length);
  return { node: { tag, content: raw.subarray(from), raw }, rest: bytes.subarray(from + length) };
}

export function children(node: DerNode): DerNode[] {
  const found: DerNode[] = [];
  for (let rest = node.content; rest.length > 0;) {
    const first = readFirst(rest);
    found.push(first.node);
    rest = first.rest;
  }
  return found;
}

/** The children of a node that must have this tag. */
export function open(node: DerNode | undefined, tag: number): DerNode[] {
  return children(expect(node, tag));
}

export function expect(node: DerNode | undefined, tag: number): DerNode {
  if (node?.tag !== tag) throw new DerError('other-tag');
  return node;
}

/** The only element of a SET or SEQUENCE that may hold no other. */
export function only(nodes: readonly DerNode[]): DerNode {
  const [node] = nodes;
  if (!node || nodes.length !== 1) throw new DerError('not-exactly-one');
  return node;
}

/** Dotted form. */
export function oidOf(node: DerNode | undefined): string {
  const { content } = expect(node, TAG.oid);
  if (content.length === 0 || (content.at(-1) ?? 0) & 0x80) throw new DerError('malformed-oid');
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of content) {
    if (arc === 0 && byte === 0x80) throw new DerError('malformed-oid');
    arc = arc * 128 + (byte & 0x7f);
    if (byte & 0x80) continue;
    arcs.push(arc);
    arc = 0;
  }
  const [first = 0, ...others] = arcs;
  const root = Math.min(Math.floor(first / 40), 2);
  return [root, first - root * 40, ...others].join('.');
}

function readLength(bytes: Buffer): { readonly length: number; readonly from: number } {
  const first = bytes[1] ?? missing();
  if (first < 0x80) return { length: first, from: 2 };
  const count = first & 0x7f;
  if (count === 0 || count > 4 || bytes.length < 2 + count) throw new DerError('length-form');
  const length = bytes.readUIntBE(2, count);
  if (length < 0x80 || length < 2 ** (8 * (count - 1))) throw new DerError('length-not-minimal');
  return { length, from: 2 + count };
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const missing = (): never => {
  throw new DerError('cut-off');
};
