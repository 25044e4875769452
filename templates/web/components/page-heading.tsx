import { MarkedText } from './english.js';
import { StateChip, type StateView } from './state-chip.js';

interface PageHeadingProps {
  /** What kind of thing this is: "มาตรการ". */
  readonly kind?: string;
  readonly title: string;
  readonly state?: StateView;
  /** What happens now and who does it: "รอ นางสมหญิง ผู้อำนวยการกองคลัง เห็นชอบ". */
  readonly now?: string;
}

/** What is this, what state is it in, what now: the first three lines of every page. */
export const PageHeading = ({ kind, title, state, now }: PageHeadingProps) => (
  <div class="heading">
    {kind && <p class="heading__kind">{kind}</p>}
    <h1>
      <MarkedText text={title} />
    </h1>
    {(state || now) && (
      <p class="heading__state">
        {state && <StateChip {...state} />}
        {now && <span class="heading__now">{now}</span>}
      </p>
    )}
  </div>
);
