interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: string | null;
}

/** "แผ่นงาน แผน แถวที่ 4 คอลัมน์ ระยะเวลา" */
export const placeText = ({ sheet, row, column }: Place): string =>
  `แผ่นงาน ${sheet} แถวที่ ${row}${column ? ` คอลัมน์ ${column}` : ''}`;

/** A measure of a file, by its place among them. */
export const measureInFile = (number: string, title: string): string => `มาตรการที่ ${number} ${title}`;
