import type { Bilingual, Severity } from '../finding.js';

/** A form to avoid, looked for in the text with spaces (`loose`) or without (`tight`). */
export interface Term {
  readonly pattern: RegExp;
  readonly on: 'loose' | 'tight';
  /** The right form, or how it follows from the written one. */
  readonly right: string | ((written: string) => string);
  readonly severity: Severity;
  readonly message: Bilingual;
}

const term = (
  on: Term['on'],
  pattern: RegExp,
  right: Term['right'],
  severity: Severity,
  th: string,
  en: string,
): Term => ({
  pattern,
  on,
  right,
  severity,
  message: { th, en },
});

/** Names of the assessment, of kinds of agencies and of policies. Sources: DOMAIN 1.1, 1.5, 5.4. */
export const TERMS: readonly Term[] = [
  term(
    'tight',
    /การประเมินผลคุณธรรมและความโปร่งใส(?:ในการดำเนินงาน)?/g,
    'การประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน',
    'W',
    'ชื่อทางการคือ “การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ”',
    'The official name is การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ',
  ),
  term(
    'tight',
    /(?<=ในการ)ดำเนินงานของหน่วยงาน(?:ของ)?รัฐ(?!บาล|วิสาหกิจ)(?:\(ITA\))?/g,
    'ดำเนินงานของหน่วยงานภาครัฐ',
    'W',
    'ชื่อการประเมินใช้คำว่า “หน่วยงานภาครัฐ”',
    'The name of the assessment says หน่วยงานภาครัฐ',
  ),
  term(
    'tight',
    /องค์กรบริหารส่วน(?:ตำบล|จังหวัด)/g,
    (written) => written.replace('องค์กร', 'องค์การ'),
    'E',
    'คำทางการคือ “องค์การบริหารส่วน…”',
    'The official word is องค์การ, not องค์กร',
  ),
  term(
    'tight',
    /คุณธรรมและโปร่งใส(?=ในการดำเนินงาน|ภายในหน่วยงาน)/g,
    'คุณธรรมและความโปร่งใส',
    'W',
    'ขาดคำว่า “ความ”',
    'The word ความ is missing',
  ),
  term(
    'tight',
    /คุณธรรมและความโปร่งใสการดำเนินงาน/g,
    'คุณธรรมและความโปร่งใสในการดำเนินงาน',
    'W',
    'ขาดคำว่า “ใน”',
    'The word ใน is missing',
  ),
  term(
    'loose',
    /(?!No Gift Policy|NO GIFT POLICY)[Nn][Oo]\s?-?[Gg][Ii][Ff][Tt]\s?-?(?:Policy|policy|POLICY)/g,
    'No Gift Policy',
    'W',
    'เขียน “No Gift Policy”',
    'Write No Gift Policy',
  ),
  term(
    'loose',
    /No\s+Gifts?\s+Polic(?:e|ies|y’s|t|ys|u)\b/gi,
    'No Gift Policy',
    'W',
    'เขียน “No Gift Policy”',
    'Write No Gift Policy',
  ),
  term(
    'tight',
    /(?<!Perceptions?Index)(?<!ดัชนีการรับรู้การทุจริต)(?<=[:(])CPI\)/g,
    'Corruption Perceptions Index : CPI',
    'W',
    'CPI ย่อจาก Corruption Perceptions Index (ดัชนีการรับรู้การทุจริต)',
    'CPI stands for Corruption Perceptions Index',
  ),
  term(
    'tight',
    /Integrity(?:&|and)Transparen(?:cy)?Assesment|IntegrityandTransparencyAssess?ment(?<!Assessment)|Intregrity|Integerity|Integity|Transparancy|Tranparency|Transperency|Assesment|Assessement/gi,
    'Integrity and Transparency Assessment',
    'W',
    'สะกดภาษาอังกฤษผิด',
    'Misspelt English',
  ),
  term('loose', /ในปีที่\s?พ\.\s?ศ\.(?=\s?25)/g, 'ในปี พ.ศ.', 'W', 'คำเกิน: “ปีที่ พ.ศ.”', 'One word too many'),
  term(
    'tight',
    /คณะกรรมการทำงาน/g,
    'คณะทำงาน',
    'W',
    'ใช้ “คณะกรรมการ” หรือ “คณะทำงาน” อย่างใดอย่างหนึ่ง',
    'A committee or a working group, not both',
  ),
  term('loose', /(?<![ก-๙.])พรบ\.?(?![ก-๙.]*\.)/g, 'พ.ร.บ.', 'I', 'เขียนอักษรย่อ “พ.ร.บ.”', 'The short form is พ.ร.บ.'),
  term(
    'loose',
    /\bNo\s?Gif(?!t)s?\s?Policy|\bNo\s?Gift\s?(?:Polic|Policty|Poilcy|Ploicy)\b/gi,
    'No Gift Policy',
    'W',
    'เขียน “No Gift Policy”',
    'Write No Gift Policy',
  ),
  term('loose', /(?<![ก-๙])ปปช\.?|ป\.ป\.ช(?!\.)/g, 'ป.ป.ช.', 'I', 'เขียนอักษรย่อ “ป.ป.ช.”', 'The short form is ป.ป.ช.'),
  term(
    'loose',
    /(?<![ก-๙.])(?:อตบ|อบค|อปต)\.(?=\s?[ก-ฮเ-ไ])/g,
    'อบต.',
    'W',
    'อักษรย่อของหน่วยงานคือ “อบต.”',
    'The short form is อบต.',
  ),
  term(
    'loose',
    /(?<![ก-๙.])ท[ดค]\.(?=\s?[ก-ฮเ-ไ])/g,
    'ทต.',
    'W',
    'อักษรย่อของเทศบาลตำบลคือ “ทต.”',
    'The short form is ทต.',
  ),
  term(
    'tight',
    /ผู้มีส่วนได้(?!เสีย|ส่วนเสีย|รับ|เสียง)(?:ส่วน(?:ร่วม|ได้)?)?/g,
    'ผู้มีส่วนได้ส่วนเสีย',
    'W',
    'ขาดคำ: “ผู้มีส่วนได้เสีย” หรือ “ผู้มีส่วนได้ส่วนเสีย”',
    'A word is missing after ผู้มีส่วนได้',
  ),
  term('tight', /(?:จัด)?ส่งมอบ(?=ความโปร่งใส|คุณธรรม|จริยธรรม)/g, 'ส่งเสริม', 'W', 'น่าจะเป็น “ส่งเสริม”', 'Probably ส่งเสริม'),
  term(
    'tight',
    /ประโยชน์(?:สูงสุด|สุข)?(?:ของ|แก่|ต่อ|เพื่อ)?ส่วนร่วม/g,
    'ประโยชน์ส่วนรวม',
    'W',
    'น่าจะเป็น “ส่วนรวม”',
    'Probably ส่วนรวม',
  ),
  term(
    'tight',
    /ผลประโยชน์ทับช้อน|ผลประโยชน์ซับซ้อน/g,
    'ผลประโยชน์ทับซ้อน',
    'W',
    'คำที่ถูกคือ “ผลประโยชน์ทับซ้อน”',
    'The word is ผลประโยชน์ทับซ้อน',
  ),
  term(
    'tight',
    /การเจตจำนงสุจริต|เจตจำนงค์สุจริต|เจตนารมณ์สุจริตสุจริต/g,
    'เจตจำนงสุจริต',
    'W',
    'คำที่ถูกคือ “เจตจำนงสุจริต”',
    'The word is เจตจำนงสุจริต',
  ),
  term('tight', /อย่างครบครัน/g, 'อย่างครบถ้วน', 'W', 'ภาษาราชการใช้ “ครบถ้วน”', 'Official usage is ครบถ้วน'),
  term(
    'tight',
    /(?:ความรู้)?ความเข้าใจในเกี่ยวกับ/g,
    'ความเข้าใจเกี่ยวกับ',
    'W',
    'คำบุพบทซ้อน “ในเกี่ยวกับ”',
    'Two prepositions in a row',
  ),
  term(
    'tight',
    /(?:ยังไม่มี|ไม่มี|ขาด)(?=(?:ปรับปรุง|ประชาสัมพันธ์|เผยแพร่|ดำเนินงาน|ติดตาม|ประเมินผล|มีส่วนร่วม|ตรวจสอบ)(?:การ|ข้อมูล|งาน|อย่าง|แผน|ใน))/g,
    (written) => `${written}การ`,
    'W',
    'ขาดคำว่า “การ”',
    'The word การ is missing',
  ),
];
