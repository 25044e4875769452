import type { Tone } from '../../../src/core/lifecycle/lifecycle.js';

/** One shape for each tone, so that state never depends on colour alone. Drawn for this product, 16 by 16. */
const SHAPES: Readonly<Record<Tone, string>> = {
  draft: 'M3 13l.7-3L10.8 2.9l2.3 2.3L6 12.3z',
  wait: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 4.8V8l2.4 1.6',
  returned: 'M6 3 2.5 6.5 6 10M2.8 6.5H10a3.3 3.3 0 0 1 0 6.6H7.5',
  ok: 'M2.8 8.5 6.3 12l7-7.6',
  working: 'M8 2a6 6 0 1 1-6 6M8 5.2v2.9h2.6',
  published: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM2.2 8h11.6M8 2c-3.6 4-3.6 8 0 12M8 2c3.6 4 3.6 8 0 12',
  stopped: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM3.8 3.8l8.4 8.4',
};

export const ToneIcon = ({ tone }: { readonly tone: Tone }) => (
  <svg class="tone-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    <path
      d={SHAPES[tone]}
      fill="none"
      stroke="currentColor"
      stroke-width="1.7"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>
);
