/** What the questions of IIT and EIT ask about (most specific first), and the words by which a measure on it is known. */
export const TOPICS: readonly {
  readonly question: RegExp;
  readonly answer: RegExp;
  readonly th: string;
  readonly en: string;
}[] = [
  { question: /สินบน|เรียกรับ/, answer: /สินบน|เรียกรับ|NoGift|ไม่รับของขวัญ/i, th: 'การรับสินบน', en: 'bribery' },
  { question: /มีส่วนร่วม/, answer: /มีส่วนร่วม/, th: 'การมีส่วนร่วม', en: 'participation' },
  { question: /ออนไลน์|E-?Service/i, answer: /E-?Service|ออนไลน์/i, th: 'บริการออนไลน์', en: 'online services' },
  {
    question: /ขั้นตอน|ระยะเวลา/,
    answer: /ขั้นตอน|ระยะเวลา|คู่มือการ(?:ให้บริการ|ปฏิบัติงาน)/,
    th: 'ขั้นตอนและระยะเวลา',
    en: 'steps and time',
  },
  { question: /เท่าเทียม|เลือกปฏิบัติ/, answer: /เท่าเทียม|เลือกปฏิบัติ|เป็นธรรม/, th: 'ความเท่าเทียม', en: 'equal treatment' },
  {
    question: /สื่อสาร|ตอบข้อซักถาม|ชัดเจน/,
    answer: /สื่อสาร|ตอบข้อ|ช่องทางการติดต่อ|เผยแพร่|ประชาสัมพันธ์/,
    th: 'การสื่อสาร',
    en: 'communication',
  },
  { question: /ปรับปรุง|พัฒนา/, answer: /ปรับปรุง|พัฒนา|ลดขั้นตอน/, th: 'การปรับปรุงการทำงาน', en: 'improvement' },
  { question: /ทรัพย์สิน/, answer: /ทรัพย์สิน|พัสดุ/, th: 'การใช้ทรัพย์สิน', en: 'use of property' },
  { question: /งบประมาณ|จัดซื้อ/, answer: /งบประมาณ|จัดซื้อ/, th: 'งบประมาณ', en: 'budget' },
  {
    question: /มอบหมาย|อำนาจ|บังคับบัญชา/,
    answer: /อำนาจ|มอบหมาย|บังคับบัญชา|ประเมินผลการปฏิบัติงาน/,
    th: 'การใช้อำนาจ',
    en: 'use of power',
  },
  { question: /ร้องเรียน|ทุจริต/, answer: /ร้องเรียน|ทุจริต/, th: 'การร้องเรียนและการทุจริต', en: 'complaints and corruption' },
];
