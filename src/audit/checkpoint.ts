/** How far a log had come, and the root over everything until then. */
export interface Checkpoint {
  /** Names the log: "prongsai/" and the organization's UUID. */
  readonly origin: string;
  readonly size: number;
  /** Root of the Merkle tree over the first `size` events, 32 bytes. */
  readonly root: Buffer;
}

/** Also the name of the log's keys. */
export const originOf = (organizationId: string): string => `prongsai/${organizationId}`;

/** Three lines as C2SP tlog-checkpoint has them; no further ones. */
export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${root.toString('base64')}\n`;

/** Null for a text that `checkpointText` could not have written. */
export function readCheckpoint(text: string): Checkpoint | null {
  const [, origin, size, base64] = /^([\x21-\x7e]+)\n(0|[1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\n$/.exec(text) ?? [];
  if (!origin || size === undefined || !base64) return null;
  const checkpoint = { origin, size: Number(size), root: Buffer.from(base64, 'base64') };
  return checkpointText(checkpoint) === text ? checkpoint : null;
}
