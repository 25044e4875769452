import { performance } from 'node:perf_hooks';
import { parseDocument } from '../core/proofreading/parse-document.js';
import { proofread } from '../core/proofreading/proofread.js';

const WARM_UP = 3;
const RUNS = 15;
const SIZES = [25, 50, 100, 200, 400];

export interface ProofreadingTime {
  readonly measures: number;
  readonly letters: number;
  readonly findings: number;
  /** Median of 15 runs after warm-up, reading the text included. */
  readonly milliseconds: number;
}

/** Time of proof-reading implementation reports of growing length; 100 measures are to take less than 300 ms. */
export function benchProofreading(): ProofreadingTime[] {
  return SIZES.map((measures) => {
    const text = report(measures);
    for (let run = 0; run < WARM_UP; run += 1) proofread(parseDocument(text));
    const times: number[] = [];
    let findings = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const startedAt = performance.now();
      findings = proofread(parseDocument(text)).length;
      times.push(performance.now() - startedAt);
    }
    times.sort((one, other) => one - other);
    return { measures, letters: text.length, findings, milliseconds: Math.round((times[RUNS >> 1] ?? 0) * 10) / 10 };
  });
}

const SUBJECTS = [
  'การให้บริการ',
  'การใช้งบประมาณ',
  'การใช้ทรัพย์สิน',
  'การรับฟังความคิดเห็น',
  'การเปิดเผยข้อมูล',
  'การจัดการเรื่องร้องเรียน',
];
const PLACES = ['หน้าสำนักงาน', 'ในหมู่บ้าน', 'บนเว็บไซต์', 'ในที่ประชุมประจำเดือน', 'ที่ศูนย์พัฒนาเด็กเล็ก'];

/** A report as long as real ones: about 900 letters a measure, two faults in every tenth. */
function report(measures: number): string {
  const header = 'ลำดับ\tมาตรการ/กิจกรรม\tวิธีดำเนินการ\tระยะเวลา\tผู้รับผิดชอบ\tผลการดำเนินการ\tผลลัพธ์หรือความสำเร็จ';
  const rows = Array.from({ length: measures }, (_, index) => row(index + 1));
  return [
    'รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. 2568\n',
    'องค์การบริหารส่วนตำบลตัวอย่าง อำเภอศรีสำโรง จังหวัดสุโขทัย\n',
    header,
    ...rows,
  ].join('\n');
}

function row(number: number): string {
  const subject = SUBJECTS[number % SUBJECTS.length] ?? '';
  const place = PLACES[number % PLACES.length] ?? '';
  const agency = number % 10 === 0 ? 'องค์การบริหารส่วนตำบลหนองไผ่' : 'องค์การบริหารส่วนตำบลตัวอย่าง';
  const day = (number % 28) + 1;
  return [
    String(number),
    `มาตรการปรับปรุง${subject}ลำดับที่ ${number} ${place}`,
    `1. ทบทวนขั้นตอนของ${subject}ร่วมกับทุกส่วนราชการและผู้แทนชุมชน ชุดที่ ${number} 2. ประกาศแนวทางที่ทบทวนแล้ว${place}ให้ประชาชนทราบล่วงหน้า ${number} วัน 3. จัดอบรมผู้ปฏิบัติงานที่เกี่ยวข้องรุ่นที่ ${number} พร้อมทดสอบความเข้าใจก่อนและหลัง`,
    'ต.ค. 2567 – ก.ย. 2568',
    'สำนักปลัด / กองคลัง',
    `1. ${agency}ทบทวนขั้นตอนของ${subject}แล้วเสร็จเมื่อวันที่ ${day} ก.พ. 2568 มีผู้ร่วมทบทวน ${number + 7} คน 2. ติดประกาศแนวทาง${place}เมื่อวันที่ ${day} มี.ค. 2568 จำนวน ${number + 3} จุด 3. อบรมผู้ปฏิบัติงานรุ่นที่ ${number} ได้ ${number + 11} คน ผ่านการทดสอบทุกคน`,
    `- ผู้รับบริการเรื่อง${subject}ใช้เวลาลดลง ${number + 2} นาที - ผลสำรวจความพึงพอใจครั้งที่ ${number} ได้คะแนนเฉลี่ย ${80 + (number % 15)} จากผู้ตอบ ${number * 3 + 20} ราย${number % 10 === 0 ? ' และบุคคลากรมีความเข้าใจ' : ''}`,
  ].join('\t');
}
