export interface Sentence {
  readonly th: string;
  readonly en: string;
}

/** What an import doubts; {name} is filled in. E stops the row until a person decides, W asks to look, I records what was done. */
export const FINDING_SENTENCES = {
  'import.unknown-column': {
    th: 'ไม่รู้จักคอลัมน์ “{column}” ข้อความในคอลัมน์นี้เก็บไว้กับมาตรการแต่ละข้อ',
    en: 'Column “{column}” is not known; its text is kept with each measure.',
  },
  'import.column-missing': {
    th: 'ไฟล์ไม่มีคอลัมน์ “{column}” ต้องกรอกเพิ่มภายหลัง',
    en: 'The file has no column “{column}”; it has to be filled in later.',
  },
  'import.column-repeated': {
    th: 'คอลัมน์ “{column}” มีความหมายซ้ำกับคอลัมน์ก่อนหน้า จึงเก็บข้อความไว้แยกต่างหาก',
    en: 'Column “{column}” means the same as one before it; its text is kept separately.',
  },
  'import.wrong-year': {
    th: 'ข้อความระบุช่วงเวลานอกปีงบประมาณ พ.ศ. {year}',
    en: 'The text names a time outside fiscal year {year} (B.E.).',
  },
  'import.period-unread': {
    th: 'อ่านช่วงเวลาเป็นวันที่ไม่ได้ จึงเก็บไว้ตามที่เขียน',
    en: 'The period could not be read as dates and is kept as written.',
  },
  'import.period-year-assumed': {
    th: 'ไม่ได้เขียนปีไว้ จึงถือเป็นปีงบประมาณ พ.ศ. {year}',
    en: 'No year is written; fiscal year {year} (B.E.) was taken.',
  },
  'import.period-missing': { th: 'ไม่ได้ระบุระยะเวลา', en: 'No period is given.' },
  'import.unit-unknown': {
    th: '“{unit}” ไม่ใช่ส่วนราชการของหน่วยงานนี้ จึงเก็บไว้เป็นข้อความ โปรดเลือกส่วนราชการ',
    en: '“{unit}” is not a division of this organization and is kept as text; please choose a division.',
  },
  'import.unit-assumed': { th: 'ถือว่า “{unit}” หมายถึง {meaning}', en: '“{unit}” was taken to mean {meaning}.' },
  'import.unit-every-differs': {
    th: 'เขียนว่า “ทุก…” แต่ระบุชื่อไว้เพียง {count} ส่วนราชการ จึงใช้เฉพาะที่ระบุ โปรดเลือกให้ตรง',
    en: 'The text says “every” but names {count} divisions only; those were taken. Please choose.',
  },
  'import.unit-missing': { th: 'ไม่ได้ระบุผู้รับผิดชอบ', en: 'Nobody is named as responsible.' },
  'import.method-missing': { th: 'ไม่ได้ระบุวิธีดำเนินการ', en: 'No method is given.' },
  'import.rows-joined': {
    th: 'รวมแถวที่ต่อเนื่องกัน ({rows}) เป็นมาตรการเดียว',
    en: 'Rows {rows} continue each other and were joined into one measure.',
  },
  'import.continuation-numbered': {
    th: 'แถว “(ต่อ)” มีลำดับของตัวเอง แต่เป็นส่วนต่อของมาตรการก่อนหน้า',
    en: 'A row marked “continued” has a number of its own but continues the measure before it.',
  },
  'import.heading-differs': {
    th: 'หัวข้อในส่วนต่อไม่ตรงกับหัวข้อเดิม “{first}”',
    en: 'The continued heading differs from the first one, “{first}”.',
  },
  'import.continuation-mark': {
    th: 'มีคำว่า “(ต่อ)” ค้างอยู่ในข้อความ',
    en: 'A mark of continuation was left inside the text.',
  },
  'import.several-titles': {
    th: 'ช่องชื่อมาตรการมีหลายรายการ จึงเก็บไว้เป็นชื่อเดียว โปรดพิจารณาแยกมาตรการ',
    en: 'The title cell lists several things; they were kept as one title. Consider separate measures.',
  },
  'import.title-repeated': {
    th: 'ชื่อมาตรการซ้ำกับมาตรการก่อนหน้า',
    en: 'The title repeats that of an earlier measure.',
  },
  'import.group-read': { th: 'อ่านแถวนี้เป็นหัวข้อกลุ่มมาตรการ', en: 'This row was read as a group heading.' },
  'import.merged-cell-spread': {
    th: 'ช่อง “{column}” ผสานหลายแถว จึงใช้ข้อความเดียวกันกับมาตรการนี้',
    en: 'Cell “{column}” spans several rows; this measure takes the same text.',
  },
  'import.indicator-unread': {
    th: 'อ่านตัวชี้วัดไม่ได้ จึงเก็บข้อความไว้',
    en: 'The indicator could not be read; its text is kept.',
  },
  'import.result-unread': {
    th: 'อ่านวันที่หรือตัวเลขของผลไม่ได้ จึงเก็บข้อความไว้กับมาตรการ โปรดกรอกในหน้าบันทึกผล',
    en: 'A date or figure of the results could not be read; its text is kept with the measure. Please enter it there.',
  },
  'import.evidence-unread': {
    th: 'หลักฐานไม่มีที่อยู่เว็บที่ขึ้นต้นด้วย https:// จึงเก็บไว้เป็นข้อความ',
    en: 'The evidence has no web address beginning with https:// and is kept as text.',
  },
  'import.code-glyph': {
    th: 'รหัสข้อ OIT อาจพิมพ์เลขศูนย์แทนตัวอักษร O',
    en: 'This looks like an OIT code typed with a zero instead of the letter O.',
  },
  'import.spacing-offer': {
    th: 'มีช่องว่างแทรกกลางคำ เสนอให้แก้เป็นข้อความที่แนะนำ',
    en: 'There are spaces inside Thai words; the suggestion closes them.',
  },
  'import.sara-am-composed': {
    th: 'รวมนิคหิตกับสระอาเป็นสระอำแล้ว {count} แห่ง',
    en: 'Nikhahit and sara aa were composed into sara am in {count} places.',
  },
  'import.date-cell': {
    th: 'ช่องนี้เป็นวันที่ของตารางคำนวณ อ่านเป็น “{date}”',
    en: 'This cell is a spreadsheet date and was read as “{date}”.',
  },
  'import.picture-skipped': { th: 'ไม่ได้นำเข้ารูปภาพในช่องนี้', en: 'The picture in this cell was not imported.' },
  'import.differs': {
    th: 'มีอยู่แล้ว เนื้อหาต่างจากไฟล์: {fields} การนำเข้าไม่เปลี่ยนของเดิม เลือกใช้ข้อความในไฟล์แทนได้: {takeable}',
    en: 'Is there already and differs from the file: {fields}. An import leaves it as it is; you may choose to take over: {takeable}.',
  },
  'import.differs-settled': {
    th: 'มีอยู่แล้ว เนื้อหาต่างจากไฟล์: {fields} ของเดิมไม่เปลี่ยน เพราะส่วนนี้แก้ในขั้นนี้ไม่ได้',
    en: 'Is there already and differs from the file: {fields}. It stays as it is, for these cannot be changed in its state.',
  },
  'import.number-dropped': {
    th: 'เลข “{number}” หน้าชื่อจะไม่พิมพ์ในรายงานที่มีรูปแบบตามตารางนี้ เพราะไม่มีช่องลำดับ',
    en: 'The number “{number}” before the title is not printed in a report of this form, which has no column of numbers.',
  },
  'import.number-replaced': {
    th: 'รายงานจะพิมพ์ลำดับ “{printed}” แทน “{number}” ตามตำแหน่งของมาตรการ',
    en: 'A report prints “{printed}” instead of “{number}”, by the place of the measure.',
  },
  'import.inner-table': {
    th: 'ช่องนี้มีตารางซ้อนอยู่ จึงนำข้อความมาเรียงเป็นบรรทัด ช่องละบรรทัด',
    en: 'This cell holds a table; its cells were taken as lines, one each.',
  },
  'import.error-cell': {
    th: 'ช่อง {cell} เป็นข้อผิดพลาดของตารางคำนวณ จึงเก็บไว้ตามที่แสดง โปรดแก้ไข',
    en: 'Cell {cell} shows an error of the spreadsheet and is kept as shown; please correct it.',
  },
  'import.sheet-hidden': {
    th: 'แผ่นงาน “{sheet}” ถูกซ่อนไว้ จึงไม่ได้นำเข้า หากต้องการ ให้เลิกซ่อนแล้วนำเข้าใหม่',
    en: 'Sheet “{sheet}” is hidden and was not imported; unhide it and import again if it belongs to the plan.',
  },
  'import.rows-hidden': {
    th: 'แถว {rows} ถูกซ่อนไว้ในไฟล์ แต่นำเข้าด้วย โปรดตรวจว่าต้องการ',
    en: 'Rows {rows} are hidden in the file and were imported all the same; please check that they are wanted.',
  },
  'import.column-hidden': {
    th: 'คอลัมน์ “{column}” ถูกซ่อนไว้ในไฟล์ แต่นำเข้าด้วย โปรดตรวจว่าต้องการ',
    en: 'Column “{column}” is hidden in the file and was imported all the same; please check that it is wanted.',
  },
  'import.table-skipped': {
    th: 'ไม่พบหัวตารางมาตรการในส่วนนี้ จึงไม่ได้นำเข้า',
    en: 'This part has no header row of measures and was not imported.',
  },
  'import.table-continued': {
    th: 'ตารางนี้ไม่มีหัวตาราง จึงอ่านต่อจากตารางก่อนหน้าตามลำดับคอลัมน์',
    en: 'This table has no header row and was read as going on from the one before, column by column.',
  },
  'import.spacing-closed': {
    th: 'ปิดช่องว่างที่แทรกกลางคำแล้ว ข้อความเดิมคือข้อความที่อ้างถึง',
    en: 'Spaces inside Thai words were closed; the text quoted is the one before.',
  },
  'import.text-outside-table': {
    th: 'ข้อความนอกตารางไม่ได้นำเข้าเป็นมาตรการ',
    en: 'Text outside the table was not imported as a measure.',
  },
} as const satisfies Readonly<Record<string, Sentence>>;

export type FindingCode = keyof typeof FINDING_SENTENCES;

/** What a person can do about a refused file. */
export const IMPORT_REMEDIES = {
  'save-as-xlsx': {
    th: 'เปิดไฟล์ในโปรแกรมตารางคำนวณแล้วบันทึกเป็น .xlsx (ไม่เข้ารหัส) หรือ .csv',
    en: 'Open it in a spreadsheet program and save it as .xlsx (without a password) or .csv.',
  },
  'make-smaller': {
    th: 'ลบแผ่นงาน แถว หรือรูปภาพที่ไม่ใช่มาตรการ แล้วนำเข้าใหม่',
    en: 'Remove sheets, rows or pictures that are not measures and import again.',
  },
  'remove-macros': { th: 'บันทึกไฟล์เป็น .xlsx ที่ไม่มีแมโคร', en: 'Save the file as .xlsx without macros.' },
  'paste-values': {
    th: 'คัดลอกช่องที่มีสูตรแล้ววางเป็นค่า (วางแบบพิเศษ > ค่า)',
    en: 'Copy the cells with formulas and paste them as values.',
  },
  'name-columns': {
    th: 'ตั้งชื่อคอลัมน์ในแถวหัวตาราง เช่น มาตรการ, วิธีดำเนินการ, ระยะเวลา, ผู้รับผิดชอบ',
    en: 'Name the columns in the header row: มาตรการ, วิธีดำเนินการ, ระยะเวลา, ผู้รับผิดชอบ.',
  },
  'choose-year': {
    th: 'เลือกปีงบประมาณให้ตรงกับเอกสาร หรือแก้ปีในเอกสาร',
    en: 'Choose the fiscal year of the document, or correct the years in it.',
  },
  'give-title': { th: 'กรอกชื่อมาตรการในช่องนี้', en: 'Enter the title of the measure in this cell.' },
  'shorten-cell': { th: 'แบ่งข้อความในช่องนี้ให้สั้นลง', en: 'Shorten the text of this cell.' },
  'retype-cell': { th: 'แล้วนำเข้าใหม่', en: 'Then import again.' },
  'add-measures': { th: 'เพิ่มมาตรการอย่างน้อยหนึ่งแถวใต้หัวตาราง', en: 'Add at least one measure below the header row.' },
} as const satisfies Readonly<Record<string, Sentence>>;

export type ImportRemedy = keyof typeof IMPORT_REMEDIES;
