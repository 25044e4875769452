import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Sentences of our own that hold what goes wrong in Thai PDFs: stacked marks, sara am, Latin leads, old letters. */
export const CORPUS: readonly string[] = [
  'ประกาศองค์การบริหารส่วนตำบลตัวอย่าง เรื่อง นโยบายไม่รับของขวัญ (No Gift Policy) ประจำปีงบประมาณ พ.ศ. ๒๕๖๘',
  'การดำเนินการตามมาตรการ น้ำท่วม ซ้ำเติม ค้ำประกัน ย่ำค่ำ ล้ำหน้า กล้ำกราย จำนำ สำคัญ ทำเนียบ',
  'ป้าปี่ปั้นปู ฝ้ายฝั่งฝี่ ฟ้าฟื้นฟู จุฬาฬี่ ญู่ญี่ปุ่น ฐานฐูฐี่ ปฏิญญา กัญญู อรัญญิก รัฏฐาภิปาลโนบาย',
  'ก่อน A วันที่ ๑ ต.ค. ๒๕๖๘ คะแนน 95.25 ITA2568 O27 IIT/EIT/OIT E-Service คู่มือ(manual)ฉบับที่ ๒/๒๕๖๘',
  'สมเด็จฯ ทรงพระกรุณาโปรดเกล้าฯ ต่าง ๆ นานา ฯลฯ “ข้อความในอัญประกาศ” ‘ซ้อน’ – ยาว … จบ',
  'อบต. อบจ. ป.ป.ช. น.ส.สมมติ ใจดี พ.ศ.๒๕๖๘ เวลา ๐๘.๓๐ - ๑๖.๓๐ น. โทร. ๐-๔๓๐๐-๐๐๐๐ ต่อ ๑๒',
  'ฤๅษี ฦๅชา กฎ กุฎุมพี ณ ฑีฆา ศีรษะ เหตุการณ์ พิสูจน์ สิทธิ์ ศักดิ์ศรี กษัตริย์ พันธุ์ เปอร์เซ็นต์ ก๊าซ โต๊ะ จ๋า',
  'ราคา ๑,๒๓๔.๕๐ บาท ฿99 50% #1 @ที่นี่ a+b=c [ก] {ข} <ค> ก/ข ก_ข ~ ^ | \\ § © ® ° ± ² ½ × ÷ €',
  '☐ ยังไม่เสร็จ ☑ เสร็จแล้ว ✓ ผ่าน ☒ ไม่ผ่าน',
];

/** Every whitespace-free run of a text once. */
export function distinctRuns(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => text.split(/\s+/)))].filter((run) => run !== '');
}

/** Real documents next to the checkout, where they are. */
export function seedTexts(): string[] {
  const folder = process.env['PRONGSAI_SEEDS'] ?? join(process.cwd(), '..', 'shared', 'seeds');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}
