/** Every kind of background work; one queue and one processor each. The reference is the id of the row it works on. */
export const STEPS = [
  'edition.render',
  'edition.seal',
  'publication.send',
  'publication.recheck',
  'publication.patrol',
  'evidence.look',
  'import.run',
  'audit.checkpoint',
  'audit.stamp',
  'audit.cosign',
  'audit.export',
] as const;
export type Step = (typeof STEPS)[number];

/** All that travels through the queue: ids. Version 1; a worker that reads another version leaves the work alone. */
export type WorkPayload = {
  readonly v: 1;
  readonly organizationId: string;
  readonly workId: string;
  readonly dispatchNo: number;
};
