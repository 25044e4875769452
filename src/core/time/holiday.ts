/** One day on which government offices are closed. */
export interface Holiday {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly name: string;
  /** False where nobody has compared the day with a resolution of the cabinet: an agency should look. */
  readonly verified: boolean;
  /** Where the day is stated. */
  readonly source: string;
}

/** What an agency says otherwise about a day. */
export interface HolidayChange {
  readonly day: string;
  readonly name: string;
  /** False opens the office on a day that the national list closes it. */
  readonly isHoliday: boolean;
}
