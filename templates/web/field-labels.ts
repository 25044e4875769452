/** What a field is called on its form, by its name in the data. */
const LABELS: Readonly<Record<string, { readonly th: string; readonly en: string }>> = {
  title: { th: 'ชื่อมาตรการ', en: 'title' },
  theme: { th: 'กลุ่มมาตรการ', en: 'theme' },
  methods: { th: 'วิธีดำเนินการ', en: 'methods' },
  period: { th: 'ระยะเวลา', en: 'period' },
  periodText: { th: 'ระยะเวลา', en: 'period' },
  startsOn: { th: 'วันเริ่ม', en: 'start' },
  endsOn: { th: 'วันสิ้นสุด', en: 'end' },
  responsible: { th: 'หน่วยงานรับผิดชอบ', en: 'responsible' },
  responsibleText: { th: 'หน่วยงานรับผิดชอบ', en: 'responsible' },
  divisionIds: { th: 'ส่วนราชการ', en: 'divisions' },
  monitoring: { th: 'การกำกับติดตาม', en: 'monitoring' },
  results: { th: 'ผลการดำเนินงาน', en: 'results' },
  outcomes: { th: 'ผลลัพธ์หรือความสำเร็จ', en: 'outcomes' },
  evidence: { th: 'หลักฐาน', en: 'evidence' },
  oCodes: { th: 'รหัสข้อมูล OIT', en: 'O-codes' },
  indicators: { th: 'ตัวชี้วัด ITA', en: 'ITA indicators' },
  fiscalYear: { th: 'ปีงบประมาณ', en: 'fiscal year' },
  reason: { th: 'เหตุผล', en: 'reason' },
  password: { th: 'รหัสผ่าน', en: 'password' },
  userName: { th: 'ชื่อผู้ใช้', en: 'user name' },
  organization: { th: 'หน่วยงาน', en: 'organization' },
  file: { th: 'ไฟล์', en: 'file' },
  languages: { th: 'ภาษา', en: 'languages' },
  layout: { th: 'แบบตาราง', en: 'layout' },
};

/** Unknown names, as programs send them, are shown as they are. */
export const fieldLabel = (field: string, language: 'th' | 'en'): string => LABELS[field]?.[language] ?? field;
