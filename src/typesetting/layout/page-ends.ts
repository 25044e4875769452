/** Heights in points that decide where the last row of a table parts. */
export interface LastRow {
  /** Left on the page in hand. */
  readonly room: number;
  /** Of an empty page, repeated rows taken off. */
  readonly page: number;
  /** What closes the document, with the space before it. */
  readonly closing: number;
  readonly whole: number;
  /** The least that may go over: two lines of every cell. */
  readonly carried: number;
}

/**
 * Room to leave empty on the page in hand so that the row's last lines go over with what closes the document, which would
 * otherwise stand alone; 0 where it does not, or where too little of the row would stay.
 */
export function roomForClosing({ room, page, closing, whole, carried }: LastRow): number {
  if (whole + closing <= room) return 0;
  if (whole <= room) return whole > 2 * carried ? room - whole + carried : 0;
  const onLastPage = (whole - room) % page;
  const withheld = page - onLastPage + carried;
  // Pages on the way are not filled to their last point.
  const isRoomy = onLastPage + closing + carried <= page;
  return isRoomy || withheld > room - carried ? 0 : withheld;
}
