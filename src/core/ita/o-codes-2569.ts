import type { OCode } from './o-codes.js';

/** OIT items of fiscal year 2569 (DOMAIN 1.3). From the pages of one public organisation; O2 and O5 to O7 are not known. */
export const O_CODES_2569: readonly OCode[] = [
  { number: 1, title: null, verified: false },
  { number: 2, title: null, verified: false },
  { number: 3, title: null, verified: false },
  { number: 4, title: null, verified: false },
  { number: 5, title: null, verified: false },
  { number: 6, title: null, verified: false },
  { number: 7, title: null, verified: false },
  { number: 8, title: null, verified: false },
  { number: 9, title: null, verified: false },
  { number: 10, title: 'ระบบการให้บริการผ่านช่องทางออนไลน์ (E-Service)', verified: true },
  { number: 11, title: 'สรุปผลการจัดซื้อจัดจ้างฯ รายเดือน', verified: true },
  { number: 12, title: 'รายงานสรุปผลการจัดซื้อจัดจ้างฯ', verified: true },
  { number: 13, title: 'หลักเกณฑ์และแผนการบริหารและพัฒนาทรัพยากรบุคคล', verified: true },
  { number: 14, title: 'รายงานผลการบริหารและพัฒนาทรัพยากรบุคคล', verified: true },
  { number: 15, title: 'ประมวลจริยธรรม การขับเคลื่อนจริยธรรม', verified: true },
  { number: 16, title: 'แนวปฏิบัติเรื่องร้องเรียน', verified: true },
  { number: 17, title: 'ช่องทางแจ้งเรื่องร้องเรียน', verified: true },
  { number: 18, title: 'ข้อมูลสถิติเรื่องร้องเรียน', verified: true },
  { number: 19, title: 'ผลการเปิดโอกาสให้มีส่วนร่วมในการดำเนินงาน', verified: true },
  {
    number: 20,
    title:
      'การขับเคลื่อนนโยบาย No Gift Policy จากการปฏิบัติหน้าที่และการเสริมสร้างความรู้เกี่ยวกับหลักเกณฑ์การรับทรัพย์สินหรือประโยชน์อื่นใดโดยธรรมจรรยาของเจ้าพนักงานของรัฐ',
    verified: true,
  },
  { number: 21, title: 'การประเมินความเสี่ยงการทุจริต', verified: true },
  { number: 22, title: 'รายงานผลการดำเนินการตามแผนบริหารจัดการความเสี่ยงการทุจริต', verified: true },
  { number: 23, title: 'แผนปฏิบัติการป้องกันการทุจริต', verified: true },
  { number: 24, title: 'รายงานผลการดำเนินการป้องกันการทุจริต', verified: true },
  { number: 25, title: 'การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร', verified: true },
  { number: 26, title: 'รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน', verified: true },
];
