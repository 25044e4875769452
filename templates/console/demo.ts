const PARTS = {
  responsible: { th: 'ส่วนราชการ', en: 'division' },
  period: { th: 'ระยะเวลาในปีงบประมาณ', en: 'period within the year' },
  methods: { th: 'วิธีดำเนินการ', en: 'methods' },
  results: { th: 'ผลการดำเนินการ', en: 'results' },
  outcomes: { th: 'ผลลัพธ์', en: 'outcomes' },
} as const;

/** What `npm run demo` prints, a line each as it happens: Thai first, then English. */
export const said = {
  starting: (folder: string) => `เริ่มบริการสำหรับสาธิต · Starting services in ${folder}`,
  ready: (name: string) => `หน่วยงานสาธิตพร้อม · Demo organization ready: ${name}`,
  imported: (file: string, measures: number, findings: number) =>
    `นำเข้าแผน ${measures} มาตรการ ข้อสังเกต ${findings} ข้อ · Imported ${measures} measures with ${findings} findings from ${file}`,
  completed: (part: keyof typeof PARTS, title: string) =>
    `เจ้าหน้าที่กรอก${PARTS[part].th}ที่ไฟล์ไม่ได้บอกไว้ · Officer filled in the ${PARTS[part].en} that the file left open: ${title}`,
  overridden: (title: string, count: number, quotes: readonly string[]) =>
    `ระบบตรวจพบข้อผิดพลาด ${count} แห่ง เจ้าหน้าที่ยืนยันเสนอพร้อมเหตุผล · Proof-reading found ${count} errors (${quotes.join(' | ')}); the officer went on with a reason: ${title}`,
  submitted: (title: string) => `เสนอ · Submitted: ${title}`,
  returned: (title: string, reason: string) => `ส่งคืนแก้ไข · Returned: ${title} — ${reason}`,
  resubmitted: (title: string) => `แก้ไขและเสนอใหม่ · Corrected and resubmitted: ${title}`,
  signedOff: (title: string, people: readonly string[]) => `เห็นชอบครบ · Signed off by ${people.join(', ')}: ${title}`,
  approved: (title: string, person: string) => `อนุมัติ · Approved by ${person}: ${title}`,
  endorsed: (title: string) => `บันทึกผลและรับรองผลแล้ว · Results recorded and endorsed: ${title}`,
  compiled: (title: string, rows: number) => `รวบรวมรายงาน ${rows} มาตรการ · Compiled: ${title}`,
  reportSigned: (person: string) => `ปลัดลงนามรายงาน · Report signed off by ${person}`,
  announcementSigned: (title: string, person: string) => `ลงนามประกาศ · Announcement signed by ${person}: ${title}`,
  waiting: (count: number) =>
    `รอจัดทำ PDF ประทับรับรอง และเผยแพร่ ${count} ฉบับ · Waiting for ${count} documents to be rendered, sealed and published`,
  verified: (address: string, sha256: string) =>
    `ตรวจพบบนเว็บ แฮชตรงกัน · Fetched back, hash agrees: ${address} sha256 ${sha256}`,
  sealed: (file: string, signer: string) => `ตราประทับถูกต้อง · Seal is authentic: ${file} (${signer})`,
  audited: (size: number) => `บันทึกตรวจสอบครบถ้วน ${size} รายการ · Audit chain is whole: ${size} events`,
  failed: (step: string, message: string) => `ขั้นตอนที่ล้มเหลว · Failing step: ${step}\n${message}`,
  stopping: () => 'ปิดบริการ · Stopping services',
} as const;

/** Text the demo's people write. */
export const written = {
  returnReason: 'โปรดระบุการกำกับติดตามให้ชัดเจนว่าใครรายงานและเมื่อใด',
  correction: 'ผู้รับผิดชอบรายงานความก้าวหน้าต่อปลัดในที่ประชุมพนักงานประจำเดือน',
  overrideReason: 'ข้อความเป็นไปตามเอกสารต้นฉบับของหน่วยงานที่นำมาสาธิต',
  method: 'ดำเนินการตามที่กำหนดไว้ในมาตรการ',
  result: 'ดำเนินการแล้วตามวิธีดำเนินการที่กำหนด (ข้อความสาธิต)',
  outcome: 'บุคลากรปฏิบัติตามมาตรการ (ข้อความสาธิต)',
  reportingChannels: 'https://www.example.go.th/report',
  reportTitle: (year: number) =>
    `รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. ${year}`,
} as const;
