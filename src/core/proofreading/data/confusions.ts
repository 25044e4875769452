/** Small words in which scanning and careless typing put a look-alike letter; only where the neighbours leave no other reading. */
export const CONFUSIONS: readonly { readonly pattern: RegExp; readonly right: string }[] = [
  {
    pattern:
      /(?<=สิ่ง|กรณี|อย่าง|เรื่อง|ประการ|หนึ่ง|เวลา|ประเภท|เหตุ|หน่วยงาน|ข้อ|แบบ|วิธี|ช่องทาง|ท่าน|คน|ผู้|อัน|อื่น)[ไใ]ต(?![้่ร]|มาส)/g,
    right: 'ใด',
  },
  { pattern: /(?<=สิ่ง|กรณี|อย่าง|ประการ|หนึ่ง|ประเภท|หน่วยงาน|ช่องทาง)ไค(?!ว|ล)/g, right: 'ใด' },
  { pattern: /(?<=ภาย)ไน(?=หน่วยงาน|องค์กร|สังกัด|ปี|ระยะ|กำหนด)/g, right: 'ใน' },
  { pattern: /(?<=การ|ได้|ให้|ผู้|สามารถ|นำมา|นำไป|ขอ|เบิก)ไช้/g, right: 'ใช้' },
  { pattern: /(?<=เพื่อ|โดย|การ|จะ|ได้|ควร)ไห้/g, right: 'ให้' },
  { pattern: /(?<=[ก-ฮ])ไม้(?=ได้|มี|สามารถ|เป็น|พบ|ให้|ควร|ต้อง|เกิน|น้อยกว่า|ต่ำกว่า)/g, right: 'ไม่' },
];
