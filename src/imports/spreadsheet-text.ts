/** Spreadsheet programs take a file for UTF-8 only when it begins with this mark. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** "_x0041_" in a workbook stands for the letter A, so the text "_x0041_" is written with its first underscore escaped. */
export const escapedLikeXlsx = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
