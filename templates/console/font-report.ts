import { FONT_REMARKS } from '../web/words/font-words.js';

export const fontSaid = {
  usage: 'npx prongsai font check <file.ttf|file.otf> [--specimen specimen.pdf] [--json]',
  usable: { th: 'ใช้ได้', en: 'This font will do' },
  usableWithRemarks: { th: 'ใช้ได้ แต่มีข้อควรทราบ', en: 'This font will do, with remarks' },
  unusable: { th: 'ใช้ไม่ได้', en: 'This font will not do' },
  unreadable: FONT_REMARKS.unreadable,
  missing: { th: 'ตัวที่ขาด', en: 'Missing' },
  styles: { th: 'น้ำหนักที่พบในโฟลเดอร์', en: 'Styles found beside it' },
  specimen: { th: 'ตัวอย่างตัวพิมพ์', en: 'Specimen' },
} as const;
