/** How far a measure has come in the middle of the year. */
export const PROGRESS_STATES = ['not_started', 'in_progress', 'done'] as const;
export type ProgressState = (typeof PROGRESS_STATES)[number];

export const PROGRESS_LABELS: Readonly<Record<ProgressState, { readonly th: string; readonly en: string }>> = {
  not_started: { th: 'ยังไม่ได้ดำเนินการ', en: 'Not started' },
  in_progress: { th: 'อยู่ระหว่างดำเนินการ', en: 'In progress' },
  done: { th: 'ดำเนินการแล้วเสร็จ', en: 'Done' },
};

/** How many measures stand in each state; the counts add up to the number of measures. */
export function countProgress(states: readonly ProgressState[]): Readonly<Record<ProgressState, number>> {
  const count = (wanted: ProgressState): number => states.filter((state) => state === wanted).length;
  return { not_started: count('not_started'), in_progress: count('in_progress'), done: count('done') };
}

/** The shares that each state allows, per cent. */
const SHARES: Readonly<Record<ProgressState, readonly [number, number]>> = {
  not_started: [0, 0],
  in_progress: [0, 99],
  done: [100, 100],
};

/** False for a share that says something else than the state. @param percent 0 to 100; null says nothing */
export function agrees(state: ProgressState, percent: number | null): boolean {
  const [least, most] = SHARES[state];
  return percent === null || (percent >= least && percent <= most);
}
