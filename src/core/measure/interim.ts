import type { InterimResults, MeasureContent } from './measure.js';

/** The measure as it stood after six months: its interim results in the place of the final ones, where there are any. Pure. */
export function atSixMonths(content: MeasureContent): MeasureContent {
  const { interim, figures: _final, ...rest } = content;
  if (!interim) return content;
  return { ...rest, ...resultsOf(interim) };
}

/** What an interim result has in common with a final one: where the officer begins at the end of the year. */
export const resultsOf = ({
  results,
  outcomes,
  figures,
}: InterimResults): Pick<MeasureContent, 'results' | 'outcomes' | 'figures'> => ({
  results,
  outcomes,
  ...(figures ? { figures } : {}),
});
