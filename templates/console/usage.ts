/** One line for each command of `npx prongsai`, Thai and English. */
const COMMAND_LINES: readonly { readonly usage: string; readonly th: string; readonly en: string }[] = [
  { usage: 'start', th: 'เริ่มทั้งระบบบนเครื่องนี้', en: 'start everything on this machine' },
  { usage: 'demo [--plan file.xlsx]', th: 'เดินงานตัวอย่างตั้งแต่ต้นจนเผยแพร่', en: 'walk a plan through to publication' },
  { usage: 'render <template> --data f.json --out f.pdf', th: 'จัดทำเอกสารหนึ่งฉบับ', en: 'render one document' },
  { usage: 'import <file> --organization <slug> --fiscal-year 2568', th: 'นำเข้ามาตรการ', en: 'import measures' },
  { usage: 'lint <file>', th: 'ตรวจทานเอกสาร', en: 'proof-read a file' },
  { usage: 'verify <file.pdf>', th: 'ตรวจว่าไฟล์ PDF เป็นของแท้', en: 'check that a PDF is genuine' },
  { usage: 'audit verify', th: 'ตรวจความครบถ้วนของบันทึกการดำเนินการ', en: 'verify the audit chain' },
  { usage: 'witness list', th: 'พยานของบันทึก และบันทึกที่เป็นพยานให้', en: 'witnesses of the log, and logs witnessed here' },
  { usage: 'font check <file.ttf>', th: 'ตรวจแบบอักษร', en: 'check a font' },
  { usage: 'bench [name …]', th: 'วัดความเร็ว', en: 'run the benchmarks' },
  { usage: 'migrate', th: 'เตรียมหรือปรับปรุงฐานข้อมูล', en: 'prepare or update the database' },
  { usage: 'web', th: 'กระบวนการเว็บสำหรับใช้งานจริง', en: 'a web process, for production' },
  { usage: 'worker', th: 'กระบวนการงานเบื้องหลังสำหรับใช้งานจริง', en: 'a worker process, for production' },
  { usage: 'version', th: 'แสดงรุ่นของโปรแกรม', en: 'show the version of the program' },
  { usage: 'help', th: 'แสดงข้อความนี้', en: 'show this text' },
];

export function usageText(): string {
  const width = Math.max(...COMMAND_LINES.map(({ usage }) => usage.length));
  const lines = COMMAND_LINES.map(({ usage, th, en }) => `  ${usage.padEnd(width)}  ${th} / ${en}`);
  return ['โปร่งใส / Prongsai', '', 'npx prongsai <command>', '', ...lines, ''].join('\n');
}

export const unknownCommand = (name: string): string => `ไม่รู้จักคำสั่ง ${name} / Unknown command: ${name}\n`;
