const HEAD = 5;

/** What parent and printing child say to each other over pipes. */
export type FrameKind = 'ready' | 'print' | 'pdf' | 'refused' | 'failed' | 'font' | 'specimen' | 'inspect' | 'reports';
/** A kind is sent as its place here. */
const KINDS: readonly FrameKind[] = [
  ...(['ready', 'print', 'pdf', 'refused', 'failed'] as const),
  ...(['font', 'specimen', 'inspect', 'reports'] as const),
];

export interface Frame {
  readonly kind: FrameKind;
  readonly body: Buffer;
}

/** One kind byte, four length bytes, the body. */
export function frame(kind: FrameKind, body: Uint8Array | string = ''): Buffer {
  const bytes = Buffer.from(body);
  const head = Buffer.alloc(HEAD);
  head.writeUInt8(KINDS.indexOf(kind), 0);
  head.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
}

/** Puts frames together again from the pieces in which a pipe delivers them. */
export class FrameReader {
  private held: Buffer[] = [];
  private size = 0;

  /** @param longest most bytes of one body; more is a broken or hostile child */
  constructor(
    private readonly longest: number,
    private readonly receive: (frame: Frame) => void,
  ) {}

  /** @throws Error when a frame is longer than allowed or of no known kind */
  take(piece: Buffer): void {
    this.held.push(piece);
    this.size += piece.length;
    while (this.size >= HEAD) {
      const head = this.joined();
      const kind = KINDS[head.readUInt8(0)];
      const end = HEAD + head.readUInt32BE(1);
      if (!kind || end - HEAD > this.longest) throw new Error('the printing process sent something unreadable');
      if (this.size < end) return;
      this.held = [head.subarray(end)];
      this.size -= end;
      this.receive({ kind, body: head.subarray(HEAD, end) });
    }
  }

  private joined(): Buffer {
    const [first] = this.held;
    const whole = this.held.length === 1 && first ? first : Buffer.concat(this.held);
    this.held = [whole];
    return whole;
  }
}
