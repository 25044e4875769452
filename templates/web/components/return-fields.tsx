import { RETURN_REASON_CHOICES } from '../words/return-words.js';
import { Radios } from './choice-fields.js';
import type { Choice } from './field.js';

export interface ReturnFieldsView {
  /** The submitter first; a single choice needs no question. */
  readonly places: readonly Choice[];
  readonly backToStep: string;
  readonly reasonCode: string;
}

/** To whom an item is sent back, and the kind of reason. */
export const ReturnFields = ({ places, backToStep, reasonCode }: ReturnFieldsView) => (
  <>
    {places.length > 1 && <Radios name="backToStep" label="ส่งคืนถึง" choices={places} chosen={backToStep} />}
    <Radios name="reasonCode" label="ส่งคืนเพราะ" choices={RETURN_REASON_CHOICES} chosen={reasonCode} />
  </>
);
