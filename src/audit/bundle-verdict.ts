import type { BundleNote, BundleProblem } from '../core/verdicts.js';
import type { BundleManifest, BundlePeriod } from './bundle.js';
import type { CosignedBy } from './bundle-cosignatures.js';
import type { NewestStamp } from './bundle-stamps.js';

/** Where a bundle can first be shown to be broken. */
export interface BundleBreak {
  readonly intact: false;
  /** Name of the file inside the bundle, or of a file that was given besides. */
  readonly file: string;
  /** Number of the event in the log, or of the line in another file; 0 for a file as a whole. */
  readonly position: number;
  readonly problem: BundleProblem;
}

export interface WholeBundle {
  readonly intact: true;
  /** Number of events that were checked. */
  readonly size: number;
  /** Hash of the last event of the log. */
  readonly head: string;
  /** Of a part of a log: its days, and how many events from before them came with it. */
  readonly period: (BundlePeriod & { readonly earlier: number }) | null;
  /** The newest checkpoint that holds: how far a signature covers the log. */
  readonly covered: number;
  readonly checkpoints: number;
  /** Null when no authority has stamped a checkpoint of it. */
  readonly stamp: NewestStamp | null;
  /** By witness, as the bundle names them; empty when none has cosigned a checkpoint of it. */
  readonly cosigned: readonly CosignedBy[];
  /** Numbers of the events that override four eyes in an emergency. */
  readonly overrides: readonly number[];
  /** Empty when everything holds and was compared with something from elsewhere. */
  readonly notes: readonly BundleNote[];
}

export type BundleVerdict =
  | { readonly usable: false; readonly problem: 'bundle-unreadable' | 'manifest-malformed' }
  | ({ readonly usable: true; readonly manifest: BundleManifest } & (WholeBundle | BundleBreak));

export const brokenAt = (file: string, position: number, problem: BundleProblem): BundleBreak => ({
  intact: false,
  file,
  position,
  problem,
});
