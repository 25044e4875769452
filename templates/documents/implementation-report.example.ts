import type { Line, MeasureContent } from '../../src/core/measure/measure.js';
import { themedLayout } from '../../src/core/report/layout-presets.js';
import { EXAMPLE_AGENCY } from './agency.js';
import { EXAMPLE_REPORT_SIGNER } from './report-fields.js';
import type { ImplementationReport } from './implementation-report.v1.js';

const numbered = (...texts: readonly string[]): Line[] => texts.map((text) => ({ kind: 'numbered', text }));
const dashes = (...texts: readonly string[]): Line[] => texts.map((text) => ({ kind: 'dash', text }));

const INSIDE = 'มาตรการเสริมสร้างความโปร่งใสในการปฏิบัติงานของบุคลากรภายในหน่วยงาน';
const OUTSIDE = 'มาตรการสร้างการรับรู้และการมีส่วนร่วมของประชาชนและผู้มีส่วนได้เสีย';

const shared = {
  oCodes: ['O25', 'O26'],
  period: { startsOn: '2024-10-01', endsOn: '2025-09-30', text: 'ตุลาคม 2567 – กันยายน 2568' },
  monitoring: [],
} as const;

/** A plainly fictional measure with results. */
export const EXAMPLE_MEASURE: MeasureContent = {
  ...shared,
  title: 'เผยแพร่แผนและผลการใช้จ่ายงบประมาณให้ตรวจสอบได้ทุกไตรมาส',
  theme: INSIDE,
  indicators: [2],
  responsible: { everyDivision: false, divisionIds: [], text: 'กองคลัง' },
  methods: numbered(
    'จัดทำสรุปผลการใช้จ่ายงบประมาณเป็นรายไตรมาส แยกตามแผนงาน',
    'เผยแพร่บนเว็บไซต์ ปิดประกาศ ณ ที่ทำการ และแจ้งในที่ประชุมประจำเดือน',
    'เปิดช่องทางให้บุคลากรและประชาชนสอบถามและให้ข้อเสนอแนะ',
  ),
  monitoring: dashes('รายงานต่อปลัดทุกสิ้นไตรมาส'),
  results: numbered(
    'สรุปผลการใช้จ่ายงบประมาณครบ 4 ไตรมาส เผยแพร่เมื่อวันที่ 10 ม.ค. 2568, 9 เม.ย. 2568, 10 ก.ค. 2568 และ 26 ก.ย. 2568',
    'แจ้งผลในที่ประชุมพนักงานประจำเดือน จำนวน 4 ครั้ง มีผู้เข้าร่วมรวม 128 คน',
  ),
  outcomes: dashes(
    'ประชาชนและบุคลากรเข้าถึงข้อมูลงบประมาณได้สะดวก มีผู้เปิดอ่านหน้าเว็บไซต์ 1,240 ครั้ง เพิ่มขึ้นจากปีก่อน 415 ครั้ง',
    'ไม่มีข้อทักท้วงจากหน่วยตรวจสอบเรื่องการเบิกจ่าย',
  ),
  evidence: [{ label: 'สรุปผลการใช้จ่ายงบประมาณ', url: 'https://www.example.go.th/budget/2568' }],
};

const vehicleMeasure: MeasureContent = {
  ...shared,
  title: 'กำหนดขั้นตอนการยืมทรัพย์สินของทางราชการ',
  theme: INSIDE,
  indicators: [4],
  responsible: { everyDivision: false, divisionIds: [], text: 'สำนักปลัด / กองคลัง' },
  methods: [
    { kind: 'plain', text: 'ปรับปรุงแนวทางการยืมให้ชัดเจนและใช้แบบฟอร์มเดียวกันทุกกอง' },
    { kind: 'heading', text: 'วิธีดำเนินการ' },
    ...numbered('จัดทำแบบฟอร์มการยืมและผังขั้นตอน', 'ลงทะเบียนการยืมและการคืนทุกครั้ง พร้อมผู้รับผิดชอบ', 'ตรวจนับทรัพย์สินที่ยืมทุกสิ้นเดือน'),
  ],
  results: numbered(
    'ประกาศแนวทางการยืมทรัพย์สิน เมื่อวันที่ 15 พ.ย. 2567 และเวียนให้ทุกกองถือปฏิบัติ',
    'มีการยืมตามทะเบียน 46 รายการ คืนครบตามกำหนด 46 รายการ',
  ),
  outcomes: dashes('การใช้ทรัพย์สินของทางราชการเป็นไปตามระเบียบ ไม่มีทรัพย์สินสูญหาย'),
  evidence: [],
};

const serviceMeasure: MeasureContent = {
  ...shared,
  title: 'เพิ่มบริการผ่านระบบ E-Service ลดการพบปะระหว่างเจ้าหน้าที่กับผู้รับบริการ',
  theme: OUTSIDE,
  indicators: [6, 8],
  responsible: { everyDivision: true, divisionIds: [], text: 'ทุกส่วนราชการ (สำนักปลัด กองคลัง กองช่าง)' },
  methods: numbered('เปิดบริการยื่นคำร้องทั่วไปและคำขออนุญาตก่อสร้างผ่านเว็บไซต์', 'จัดทำคู่มือการใช้งานและประชาสัมพันธ์ในการประชุมหมู่บ้าน'),
  results: numbered(
    'เปิดบริการ 2 ประเภทเมื่อวันที่ 3 ก.พ. 2568 มีผู้ใช้บริการ 187 ราย',
    'ประชาสัมพันธ์ครบ 9 หมู่บ้าน ระหว่างวันที่ 17–28 ก.พ. 2568',
  ),
  outcomes: dashes('ระยะเวลาเฉลี่ยของการพิจารณาคำร้องทั่วไปลดลงจาก 5 วัน เหลือ 3 วัน', 'ไม่พบเรื่องร้องเรียนการเรียกรับผลประโยชน์'),
  evidence: [{ label: '', url: 'https://www.example.go.th/e-service' }],
};

const hearingMeasure: MeasureContent = {
  ...shared,
  title: 'เปิดโอกาสให้ประชาชนมีส่วนร่วมในการจัดทำแผนพัฒนาท้องถิ่น',
  theme: OUTSIDE,
  indicators: [8],
  responsible: { everyDivision: false, divisionIds: [], text: 'สำนักปลัด' },
  methods: dashes('จัดประชาคมหมู่บ้านและรับฟังความเห็นทางออนไลน์', 'สรุปความเห็นและแจ้งผลการพิจารณาให้ประชาชนทราบ'),
  results: dashes('จัดประชาคม 9 หมู่บ้าน มีผู้เข้าร่วม 612 คน และรับความเห็นทางออนไลน์ 74 ความเห็น'),
  outcomes: dashes('โครงการที่ประชาชนเสนอได้รับการบรรจุในแผน 21 โครงการ'),
  evidence: [],
};

/** A plainly fictional report in the layout grouped by theme. */
export const implementationReportExample: ImplementationReport = {
  agency: EXAMPLE_AGENCY,
  fiscalYear: 2568,
  layout: themedLayout,
  introduction: null,
  rows: [EXAMPLE_MEASURE, vehicleMeasure, serviceMeasure, hearingMeasure],
  assessment: { overall: 91.25, level: 'ผ่านดี' },
  signer: EXAMPLE_REPORT_SIGNER,
  signedOn: '2025-10-10',
};
