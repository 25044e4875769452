import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from '../../../src/core/proofreading/parse-document.js';
import { proofread } from '../../../src/core/proofreading/proofread.js';

const FOLDER = join(import.meta.dirname, 'faulty');

/** Every fault that was put into our own fictional documents, as severity, rule and the beginning of its quote; nothing else is wrong. */
const FAULTS: Readonly<Record<string, readonly string[]>> = {
  'analysis.txt': [
    'E score.level ระดับผ่านดีเยี่ยม คะแนน ๙๒.๕๐',
    'W score.total ระดับผ่านดีเยี่ยม คะแนน ๙๒.๕๐',
    'E number.difference เพิ่มขึ้นจากปี ๒๕๖๖ ที่ได้ ๘๙.๕๐ คะแนน จ',
    'W term.indicator การปรับปรุงระบบการทำงาน',
    'E score.range ๑๐๒.๐๐',
    'W numbering.gap ๓.',
    'E score.extreme ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่ ได้คะแน',
    'W term.indicator ตัวชี้วัดที่ ๖ คุณภาพการทำงาน',
    'E number.direction ลดลงจากปี ๒๕๖๖ จำนวน ๒.๐๐ คะแนน แสดงให้เ',
    'W numbering.gap ๔.๑',
    'W numbering.gap ๔.๔',
    'W target.reached เป้าหมายไม่น้อยกว่า ๙๐.๐๐',
    'W date.before-result ๓๑ มี.ค. ๒๕๖๗',
    'E cell.empty รับฟังความคิดเห็น สำนักปลัด รายงานทุกไตร',
  ],
  'announcement.txt': [
    'E term.official องค์กรบริหารส่วนตำบล',
    'W word.misspelt รับผิดขอบ',
    'W numbering.gap ข้อ 4',
    'W agency.kind นายกเทศมนตรี',
    'E personal.data 089-999-9999',
    'E personal.data test.user@gmail.com',
    'E date.impossible 31 กันยายน 2568',
    'W date.outside-year 31 กันยายน 2568',
    'W date.outside-year 1 ตุลาคม พ.ศ. 2567',
    'W agency.kind นายกเทศมนตรี',
    'E agency.foreign เทศมนตรีตำบลนาตัวอย่าง',
  ],
  'report.txt': [
    'E place.district อำเภอท่าม่วง จังหวัดราชบุรี',
    'E score.level ๙๖.๑๐ คะแนน อยู่ในระดับผ่าน',
    'E date.impossible ๓๑ พ.ย. ๒๕๖๗',
    'E number.difference เพิ่มขึ้นจาก ๑๐ เรื่อง เป็น ๔',
    'W date.outside-period ๑๕ เมษายน ๒๕๖๘',
    'W word.misspelt เวปไซต์',
    'W numbering.gap ๒',
    'E date.outside-year ๒๐ ก.พ. ๒๕๖๙',
    'E date.weekday วันพุธที่ ๒๐ กุมภาพันธ์ ๒๕๖๘',
    'W number.sum รวม ๔๕ คน',
    'E number.difference เพิ่มขึ้น ๑๕.๐๐ คะแนน',
    'W numbering.gap ๔',
    'E period.unreadable ส.ค. ๒๕๖๘ – ก.ค. ๒๕๖๘',
    'E cell.copied กองคลัง',
    'E code.glyph 012',
    'E code.unknown O52',
    'E agency.foreign เทศบาลตำบลเขาสมมติ',
    'W link.home-page https://www.khaosommut.example.go.th',
    'W sentence.unfinished และ',
    'E cell.empty ๖ เพิ่มช่องทางร้องเรียน ๑. ติดตั้งตู้รับ',
    'E title.duplicate เพิ่มช่องทางร้องเรียน',
    'E year.differs ปีงบประมาณ ๒๕๖๖',
    'E agency.foreign เทศบาลตำบลหนองเสือ',
    'W list.missing ดังต่อไปนี้',
  ],
};

describe('documents with faults', () => {
  it.each(readdirSync(FOLDER).sort())('%s is read as a careful person reads it', (name) => {
    const findings = proofread(parseDocument(readFileSync(join(FOLDER, name), 'utf8')));
    const serious = findings.filter(({ severity }) => severity !== 'I');
    const told = serious.map(
      ({ severity, rule, quote }) => `${severity} ${rule} ${quote.replace(/\s+/g, ' ').slice(0, 40)}`,
    );
    expect(told).toEqual(FAULTS[name]);
  });
});
