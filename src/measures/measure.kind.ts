import { itemKind } from '../approvals/item-kind.js';
import { measureLifecycle } from '../core/measure/measure.lifecycle.js';
import { amendmentFacts } from './amendment-facts.queries.js';
import { applyAmendment } from './apply-amendment.js';
import { MeasureRow } from './measure.entity.js';
import { endorseInterim, endReview, reviewInterim } from './review-interim.js';

export const measureKind = itemKind({
  name: 'measure',
  entity: MeasureRow,
  lifecycle: measureLifecycle,
  stages: {
    review: {
      waitingIn: 'division_review',
      act: 'sign_off',
      completes: 'pass_divisions',
      returns: 'return',
      reopens: 'return_to_review',
      writtenIn: 'draft',
    },
    approval: {
      waitingIn: 'executive_review',
      act: 'approve',
      completes: 'approve',
      returns: 'return',
      reopens: 'return_to_approval',
      writtenIn: 'draft',
    },
    results: {
      waitingIn: 'results_review',
      act: 'endorse',
      completes: 'complete',
      returns: 'return_results',
      reopens: 'return_to_results',
      writtenIn: 'approved',
    },
  },
  factsOf: amendmentFacts,
  responsible: (measure) => measure.content.responsible,
  phaseOf: ({ reviewing }) => reviewing,
  phases: { interim: { act: 'endorse_interim', completes: 'complete_interim' } },
  effects: {
    'apply-amendment': applyAmendment,
    'review-interim': reviewInterim,
    'end-review': endReview,
    'endorse-interim': endorseInterim,
  },
});
