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

/** Beside the state, wherever it is shown, until another person has ratified. */
const OverrideChip = () => (
  <span class="chip chip--wait">
    <ToneIcon tone="wait" />
    <span>ใช้อำนาจกรณีฉุกเฉิน รอรับรอง</span>
  </span>
);

export interface MarkedState {
  readonly state: StateView;
  readonly hasOpenOverride?: boolean;
}

/** The state as a list shows it. */
export const StateCell = ({ state, hasOpenOverride = false }: MarkedState) => (
  <>
    <StateChip {...state} />
    {hasOpenOverride && <OverrideChip />}
  </>
);
