/** Begins every expression for more divisions than are named. */
export const EVERY = 'ทุก';

/** Every division of the agency, however it is called. (DOMAIN 3.1) */
export const EVERY_DIVISION: readonly string[] = [
  'ทุกส่วนราชการ',
  'ทุกสำนัก/กอง',
  'ทุกกอง/สำนัก',
  'ทุกหน่วยงาน',
  'ทุกส่วนงาน',
  'ทุกส่วน',
  'ทุกฝ่าย',
  'ทุกสำนัก',
];

/** Every division that is called กอง; the office of the clerk is not one of them. */
export const EVERY_DEPARTMENT = 'ทุกกอง';
export const DEPARTMENT = 'กอง';

/** What may follow the name of a division to say whose it is: "สำนักปลัดอบต.", "สำนักปลัดเทศบาล". */
export const OWNER_SUFFIXES: readonly string[] = [
  'องค์การบริหารส่วนตำบล',
  'องค์การบริหารส่วนจังหวัด',
  'เทศบาลตำบล',
  'เทศบาลเมือง',
  'เทศบาลนคร',
  'เทศบาล',
  'อบต.',
  'อบต',
  'อบจ.',
  'อบจ',
  'ทต.',
  'ทม.',
  'ทน.',
];

/** Cuts a long name short: "กองการศึกษาฯ". */
export const CUT_SHORT = 'ฯ';
export const AND = 'และ';
