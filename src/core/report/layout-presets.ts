import type { ReportColumn, ReportLayout } from './layout.js';

const TITLE = [
  'รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน',
  'ประจำปีงบประมาณ พ.ศ. {ปีงบประมาณ}',
] as const;

const SHARED = {
  numbersTitles: false,
  titleLines: TITLE,
  hasCover: false,
  digits: 'thai',
  orientation: 'landscape',
  hasSignature: true,
} as const;

const FORM_COLUMNS = {
  number: { key: 'number', header: 'ลำดับ', weight: 5 },
  indicator: { key: 'indicator', header: 'ตัวชี้วัด', weight: 12 },
} as const satisfies Record<string, ReportColumn>;

/** One list of numbered measures, seven columns, no cover. */
export const numberedListLayout: ReportLayout = {
  ...SHARED,
  grouping: 'flat',
  columns: [
    FORM_COLUMNS.number,
    { key: 'measure', header: 'มาตรการ/กิจกรรม', weight: 15 },
    { key: 'methods', header: 'วิธีดำเนินการ', weight: 20 },
    { key: 'period', header: 'ระยะเวลาในการดำเนินการ', weight: 10 },
    { key: 'responsible', header: 'ผู้รับผิดชอบ', weight: 11 },
    { key: 'results', header: 'สรุปผลการดำเนินการตามมาตรการหรือกิจกรรม', weight: 20 },
    { key: 'outcomes', header: 'ผลลัพธ์หรือความสำเร็จในการดำเนินการ', weight: 19 },
  ],
  introduction: `{หน่วยงาน}ได้รับผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA) ประจำปีงบประมาณ พ.ศ. {ปีก่อน} เท่ากับ {คะแนน} คะแนน อยู่ในระดับ{ระดับ}

ในปีงบประมาณ พ.ศ. {ปีงบประมาณ} {หน่วยงาน}ได้กำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน และขอรายงานวิธีดำเนินการ ผู้รับผิดชอบ ผลการดำเนินการ และผลลัพธ์ของแต่ละมาตรการ ดังนี้`,
};

/** One list without numbers, six columns, no cover. */
export const plainListLayout: ReportLayout = {
  ...SHARED,
  grouping: 'flat',
  columns: [
    { key: 'measure', header: 'มาตรการ/กิจกรรม', weight: 15 },
    { key: 'methods', header: 'วิธีดำเนินการ', weight: 23 },
    { key: 'period', header: 'ระยะเวลาดำเนินการ', weight: 10 },
    { key: 'responsible', header: 'ผู้รับผิดชอบ', weight: 10 },
    { key: 'results', header: 'ผลการดำเนินการ', weight: 22 },
    { key: 'outcomes', header: 'ผลลัพธ์หรือความสำเร็จของการดำเนินการ', weight: 20 },
  ],
  introduction:
    'ตามที่{หน่วยงาน}ได้ประกาศใช้มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. {ปีงบประมาณ} นั้น บัดนี้การดำเนินการตามมาตรการเสร็จสิ้นแล้ว ปรากฏผลดังนี้',
};

/** Measures under bold theme rows, six columns, with a cover. */
export const themedLayout: ReportLayout = {
  ...SHARED,
  grouping: 'theme',
  numbersTitles: true,
  hasCover: true,
  columns: [
    { key: 'measure', header: 'มาตรการ', weight: 15 },
    { key: 'methods', header: 'วิธีดำเนินการ', weight: 23 },
    { key: 'period', header: 'ระยะเวลา', weight: 10 },
    { key: 'responsible', header: 'หน่วยงานรับผิดชอบ', weight: 10 },
    { key: 'results', header: 'ผลการดำเนินงาน', weight: 22 },
    { key: 'outcomes', header: 'ผลลัพธ์หรือความสำเร็จของการดำเนินการ', weight: 20 },
  ],
  introduction:
    '{หน่วยงาน}ได้นำผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (Integrity and Transparency Assessment : ITA) ประจำปีงบประมาณ พ.ศ. {ปีก่อน} มาวิเคราะห์ และกำหนดมาตรการที่จะดำเนินการในปีงบประมาณ พ.ศ. {ปีงบประมาณ} เพื่อรักษามาตรฐานและยกระดับคุณธรรมและความโปร่งใสของหน่วยงาน ผลการดำเนินการระหว่างเดือน {ช่วงเวลา} มีรายละเอียดดังนี้',
};

/** One row or more for each of the ten ITA indicators, seven columns, with a cover, no introduction. */
export const indicatorLayout: ReportLayout = {
  ...SHARED,
  grouping: 'indicator',
  hasCover: true,
  titleLines: ['รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส', 'ประจำปีงบประมาณ พ.ศ. {ปีงบประมาณ}'],
  columns: [
    { ...FORM_COLUMNS.indicator, spans: true },
    { key: 'measure', header: 'มาตรการ/แนวทางที่จะดำเนินการ', weight: 18 },
    { key: 'methods', header: 'วิธีการดำเนินการ', weight: 18 },
    { key: 'responsible', header: 'ผู้รับผิดชอบ', weight: 9 },
    { key: 'period', header: 'ระยะเวลาดำเนินการ', weight: 9 },
    { key: 'results', header: 'สรุปผลการดำเนินการ', weight: 18 },
    { key: 'outcomes', header: 'ผลลัพธ์/ความสำเร็จ', weight: 16 },
  ],
  introduction: null,
};

/** The plan before it is carried out: four columns, the monitoring cell spanning the rows of its part. */
export const measuresPlanLayout: ReportLayout = {
  ...SHARED,
  grouping: 'flat',
  titleLines: ['มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน', 'ประจำปีงบประมาณ พ.ศ. {ปีงบประมาณ}'],
  orientation: 'portrait',
  columns: [
    { key: 'measure', header: 'มาตรการ', weight: 27 },
    { key: 'methods', header: 'ขั้นตอนหรือวิธีการปฏิบัติ', weight: 38 },
    { key: 'responsible', header: 'ผู้รับผิดชอบ', weight: 17 },
    { key: 'monitoring', header: 'การกำกับติดตาม', weight: 18, spans: true },
  ],
  introduction:
    'จากผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA) {หน่วยงาน}กำหนดมาตรการ ขั้นตอน ผู้รับผิดชอบ และการกำกับติดตาม ประจำปีงบประมาณ พ.ศ. {ปีงบประมาณ} ดังนี้',
};

/** The layouts that come with the product. A preset keeps its name for ever; a copy of it belongs to the organization. */
export const LAYOUT_PRESETS = {
  'numbered-list': {
    label: { th: 'ตารางเรียงลำดับ ๗ คอลัมน์', en: 'Numbered list, 7 columns' },
    layout: numberedListLayout,
  },
  'plain-list': { label: { th: 'ตารางไม่มีลำดับ ๖ คอลัมน์', en: 'Plain list, 6 columns' }, layout: plainListLayout },
  'by-theme': { label: { th: 'จัดกลุ่มตามประเด็น มีปก', en: 'Grouped by theme, with cover' }, layout: themedLayout },
  'by-indicator': {
    label: { th: 'เรียงตามตัวชี้วัด ITA มีปก', en: 'By ITA indicator, with cover' },
    layout: indicatorLayout,
  },
  'measures-plan': {
    label: { th: 'ตารางมาตรการและการกำกับติดตาม', en: 'Plan of measures with monitoring' },
    layout: measuresPlanLayout,
  },
} as const satisfies Record<string, { label: { th: string; en: string }; layout: ReportLayout }>;

export type LayoutPreset = keyof typeof LAYOUT_PRESETS;
