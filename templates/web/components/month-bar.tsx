/** One day of a month as a bar shows it. */
export interface BarDay {
  readonly number: string;
  readonly isFilled: boolean;
  /** Saturdays, Sundays, holidays. */
  readonly isOff: boolean;
  readonly isToday: boolean;
}

/** A month at a glance. The same days stand beside it in words, so that nothing is lost where it is not seen. */
export const MonthBar = ({ days }: { readonly days: readonly BarDay[] }) => (
  <span class="month-bar" aria-hidden="true">
    {days.map((day) => (
      <span class={classOf(day)} key={day.number}>
        {day.number}
      </span>
    ))}
  </span>
);

const classOf = ({ isFilled, isOff, isToday }: BarDay): string =>
  [
    'month-bar__day',
    ...(isFilled ? ['month-bar__day--filled'] : []),
    ...(isOff ? ['month-bar__day--off'] : []),
    ...(isToday ? ['month-bar__day--today'] : []),
  ].join(' ');
