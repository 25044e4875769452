import type { TargetKind } from '../publication.entity.js';
import type { PublishingTarget } from './target.js';

/** The targets that this installation can serve, by kind. */
export type Targets = Readonly<Record<TargetKind, PublishingTarget>>;

/** Where an organization's documents go. Today every organization has the built-in site and nothing else. */
export const TARGETS_OF_EVERY_ORGANIZATION: readonly TargetKind[] = ['public-site'];
