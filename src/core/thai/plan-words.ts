/** What a column of a plan or report holds. */
export const PLAN_FIELDS = [
  'number',
  'title',
  'theme',
  'indicator',
  'oCodes',
  'methods',
  'period',
  'startsOn',
  'endsOn',
  'responsible',
  'divisions',
  'monitoring',
  'results',
  'resultDays',
  'outcomes',
  'figures',
  'evidence',
  'interimAsOf',
  'interimProgress',
  'interimResults',
  'interimResultDays',
  'interimOutcomes',
  'interimFigures',
] as const;

export type PlanField = (typeof PLAN_FIELDS)[number];

/** The header our own files carry; also how a field is named to people. */
export const FIELD_HEADERS: Readonly<Record<PlanField, string>> = {
  number: 'ลำดับ',
  title: 'มาตรการ',
  theme: 'กลุ่มมาตรการ',
  indicator: 'ตัวชี้วัด',
  oCodes: 'ข้อ OIT',
  methods: 'วิธีดำเนินการ',
  period: 'ระยะเวลาดำเนินการ',
  startsOn: 'วันเริ่มต้น',
  endsOn: 'วันสิ้นสุด',
  responsible: 'ผู้รับผิดชอบ',
  divisions: 'ส่วนราชการในระบบ',
  monitoring: 'การกำกับติดตาม',
  results: 'ผลการดำเนินการ',
  resultDays: 'วันที่ของผลแต่ละข้อ',
  outcomes: 'ผลลัพธ์หรือความสำเร็จของการดำเนินการ',
  figures: 'ตัวเลขของผลลัพธ์',
  evidence: 'หลักฐาน',
  interimAsOf: 'รอบ ๖ เดือน: ข้อมูล ณ วันที่',
  interimProgress: 'รอบ ๖ เดือน: ความก้าวหน้า',
  interimResults: 'รอบ ๖ เดือน: ผลการดำเนินการ',
  interimResultDays: 'รอบ ๖ เดือน: วันที่ของผลแต่ละข้อ',
  interimOutcomes: 'รอบ ๖ เดือน: ผลลัพธ์',
  interimFigures: 'รอบ ๖ เดือน: ตัวเลขของผลลัพธ์',
};

/** Headers as agencies write them, without spaces, the first match wins. (DOMAIN 6, and their usual variants) */
export const HEADER_PATTERNS: readonly (readonly [PlanField, RegExp])[] = [
  // only as our own files write them
  ['interimAsOf', /^รอบ๖เดือน:ข้อมูลณวันที่$/],
  ['interimProgress', /^รอบ๖เดือน:ความก้าวหน้า$/],
  ['interimResults', /^รอบ๖เดือน:ผลการดำเนินการ$/],
  ['interimResultDays', /^รอบ๖เดือน:วันที่ของผลแต่ละข้อ$/],
  ['interimOutcomes', /^รอบ๖เดือน:ผลลัพธ์$/],
  ['interimFigures', /^รอบ๖เดือน:ตัวเลขของผลลัพธ์$/],
  ['resultDays', /^วันที่ของผลแต่ละข้อ$/],
  ['figures', /^ตัวเลขของผลลัพธ์$/],
  ['number', /^(ลำดับ(ที่)?|ที่|ข้อ(ที่)?|no\.?)$/i],
  ['oCodes', /^(ข้อ|รหัส|ข้อมูล)?(oit|o-?codes?)$/i],
  ['indicator', /^ตัวชี้วัด(ที่|ita|การประเมินita)?$/i],
  ['theme', /^(กลุ่มมาตรการ|กลุ่ม|หมวด|ด้าน|ประเด็น(การพัฒนา|การประเมิน)?|theme)$/i],
  ['outcomes', /^(ผลลัพธ์|ความสำเร็จ|ผลสำเร็จ|ผลที่(ได้รับ|เกิดขึ้น|คาดว่า)|outcomes?$)/i],
  ['results', /^((สรุป|รายงาน)?ผลการ(ดำเนิน|ปฏิบัติ)|(สรุป|รายงาน)ผล|ผลดำเนินการ|results?$)/i],
  ['monitoring', /^(การ|วิธี(การ)?|แนวทาง(การ)?)?(กำกับ|ติดตาม)|^monitoring$/i],
  ['methods', /^(วิธี(การ)?|ขั้นตอน|แนวทาง(การ)?(ดำเนิน|ปฏิบัติ)|กระบวนการ|การดำเนิน(การ|งาน)$|methods?$)/i],
  ['startsOn', /^(วัน(ที่)?เริ่ม|เริ่มต้น$|starts?on$)/i],
  ['endsOn', /^(วัน(ที่)?สิ้นสุด|สิ้นสุด$|endson$)/i],
  ['period', /^(ระยะเวลา|ช่วงเวลา|ห้วงเวลา|กำหนดเวลา|กำหนดการ|วันเดือนปี|วัน\/เดือน\/ปี|period$)/i],
  ['divisions', /^ส่วนราชการในระบบ$/],
  ['responsible', /^((ผู้|หน่วยงาน|ส่วนราชการ|ฝ่าย|กอง|สำนัก\/กอง)(ที่)?รับผิดชอบ|ส่วนราชการ$|หน่วยงาน$|responsible)/i],
  ['evidence', /^((เอกสาร)?หลักฐาน|เอกสาร(อ้างอิง|ประกอบ)|ลิงก์|link|url|evidence$)/i],
  ['title', /^(ชื่อ)?(มาตรการ|โครงการ|กิจกรรม|measures?$)/i],
];

/** Written in a cell of our own files to say that there is no date and no division. */
export const NONE = '-';

/** A header is a few words; longer text that begins like one is a sentence. */
export const HEADER_LETTERS = 60;

/** Begins what stands below a table: signatures and notes. */
export const BELOW_TABLE = /^(\(?ลงชื่อ|หมายเหตุ|ผู้จัดทำ|ผู้รายงาน|ผู้เสนอ|ผู้อนุมัติ|ผู้เห็นชอบ|ตำแหน่ง|\.{3,}|_{3,})/;

export const INDICATOR = /ตัวชี้วัด(?:ที่)?\s*(๑๐|10|[1-9๑-๙])(?![0-9๐-๙])/g;
export const FISCAL_YEAR_STATED = /ปี\s*งบประมาณ\s*(?:พ\s*\.?\s*ศ\s*\.?)?\s*([0-9๐-๙]{4}|[0-9๐-๙]{2}(?![0-9๐-๙]))/g;

/** Tables of a Word document have no names of their own. */
export const tableName = (number: number): string => `ตารางที่ ${number}`;
