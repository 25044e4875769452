import type { Tone } from '../../../src/core/lifecycle/lifecycle.js';
import { ToneIcon } from './icon.js';

export interface StateView {
  readonly tone: Tone;
  readonly label: string;
}

/** The same chip everywhere: words, colour and shape. */
export const StateChip = ({ tone, label }: StateView) => (
  <span class={`chip chip--${tone}`}>
    <ToneIcon tone={tone} />
    <span>
      <span class="visually-hidden">สถานะ: </span>
      {label}
    </span>
  </span>
);
