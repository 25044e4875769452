export const fontSaid = {
  usage: 'npx prongsai font check <file.ttf|file.otf> [--specimen specimen.pdf] [--json]',
  usable: { th: 'ใช้ได้', en: 'This font will do' },
  usableWithRemarks: { th: 'ใช้ได้ แต่มีข้อควรทราบ', en: 'This font will do, with remarks' },
  unusable: { th: 'ใช้ไม่ได้', en: 'This font will not do' },
  unreadable: {
    th: 'เปิดอ่านไฟล์ไม่ได้ กรุณาใช้ไฟล์ .ttf หรือ .otf ที่สมบูรณ์',
    en: 'The file cannot be read. Use a complete .ttf or .otf file.',
  },
  missing: { th: 'ตัวที่ขาด', en: 'Missing' },
  styles: { th: 'น้ำหนักที่พบในโฟลเดอร์', en: 'Styles found beside it' },
  specimen: { th: 'ตัวอย่างตัวพิมพ์', en: 'Specimen' },
} as const;

/** What is to be said about a font, by the engine's name for it. */
export const fontRemarks = {
  'thai-missing': { th: 'ขาดอักษรไทย', en: 'Thai letters are missing' },
  'embedding-forbidden': {
    th: 'ผู้ผลิตไม่อนุญาตให้ฝังแบบอักษรลงใน PDF กรุณาใช้แบบอักษรอื่นหรือขอสิทธิ์จากผู้ผลิต',
    en: 'Its maker forbids embedding in PDF files. Use another font, or ask the maker.',
  },
  'subsetting-forbidden': {
    th: 'ผู้ผลิตไม่อนุญาตให้ฝังเฉพาะบางตัวอักษร กรุณาตรวจสอบสัญญาอนุญาตก่อนใช้',
    en: 'Its maker forbids embedding a part of it. Read its licence before you use it.',
  },
  'bitmap-only': { th: 'อนุญาตให้ฝังเฉพาะภาพตัวอักษร จึงพิมพ์ไม่ได้', en: 'Only its bitmaps may be embedded' },
  'letters-missing': {
    th: 'ขาดอักษรหรือเครื่องหมายบางตัว ซึ่งจะพิมพ์เป็นกรอบว่าง',
    en: 'Some letters or signs are missing; they print as an empty frame',
  },
  'marks-collide': {
    th: 'วรรณยุกต์อาจซ้อนทับสระบน กรุณาดูไฟล์ตัวอย่าง',
    en: 'Tone marks may lie on vowels; look at the specimen',
  },
  'no-layout-rules': {
    th: 'ไม่มีกฎการจัดวางสระและวรรณยุกต์ กรุณาดูไฟล์ตัวอย่าง',
    en: 'It has no rules for placing vowels and tone marks; look at the specimen',
  },
} as const;
