import { announcementTemplate } from '../announcement-template.js';

const th = `
# มาตรการเผยแพร่ข้อมูลต่อสาธารณะและการกำกับติดตาม
ประจำปีงบประมาณ พ.ศ. {ปีงบประมาณ}

เพื่อให้ประชาชนเข้าถึงข้อมูลของ{หน่วยงาน}ได้สะดวก ถูกต้อง และเป็นปัจจุบัน จึงกำหนดมาตรการเผยแพร่ข้อมูล
และการกำกับติดตามดังนี้

ข้อ 1 ข้อมูลที่ต้องเผยแพร่บนเว็บไซต์หลัก {เว็บไซต์} ได้แก่
- โครงสร้าง ผู้บริหารทั้งฝ่ายการเมืองและฝ่ายประจำ และข้อมูลการติดต่อ
- แผนและผลการดำเนินงาน การใช้งบประมาณ และการจัดซื้อจัดจ้าง
- คู่มือการให้บริการ สถิติการให้บริการ และช่องทางบริการออนไลน์
- ประกาศ มาตรการ และรายงานด้านคุณธรรมและความโปร่งใส
- {ข้อมูลเพิ่มเติม}

ข้อ 2 ขั้นตอนการเผยแพร่
(1) ส่วนราชการเจ้าของข้อมูลจัดทำและตรวจสอบความถูกต้อง รวมทั้งปกปิดข้อมูลส่วนบุคคลที่ไม่จำเป็น
(2) หัวหน้าส่วนราชการให้ความเห็นชอบก่อนเผยแพร่
(3) ผู้ดูแลเว็บไซต์เผยแพร่ภายใน {จำนวนวันเผยแพร่} วันทำการ พร้อมวันที่เผยแพร่และที่อยู่ถาวรของเอกสาร

ข้อ 3 การกำกับติดตาม ให้{ส่วนราชการที่รับผิดชอบ}ตรวจสอบทุกเดือนว่าเว็บไซต์และเอกสารทุกรายการเปิดอ่านได้
เป็นฉบับปัจจุบัน และรายงานผลต่อปลัดทุกไตรมาส

ข้อ 4 ประชาชนที่พบข้อมูลไม่ครบหรือไม่ถูกต้องแจ้งได้ที่เว็บไซต์ของหน่วยงาน ซึ่งจะแก้ไขหรือชี้แจงภายใน 7 วันทำการ

จึงประกาศให้ทราบและถือปฏิบัติ
`;

/** Public disclosure of information and how it is monitored. */
export const publicDisclosureV1 = announcementTemplate({
  id: 'public-disclosure.v1',
  title: { th: 'ประกาศมาตรการเผยแพร่ข้อมูลต่อสาธารณะ', en: 'Public disclosure and its monitoring' },
  parameters: [
    { name: 'website', label: { th: 'เว็บไซต์', en: 'Web site' }, type: 'text', required: true, maxLength: 200 },
    {
      name: 'responsibleDivision',
      label: { th: 'ส่วนราชการที่รับผิดชอบ', en: 'Responsible division' },
      type: 'text',
      required: true,
    },
    {
      name: 'publicationDays',
      label: { th: 'จำนวนวันเผยแพร่', en: 'Days to publish' },
      type: 'number',
      required: true,
    },
    {
      name: 'furtherInformation',
      label: { th: 'ข้อมูลเพิ่มเติม', en: 'Further information' },
      type: 'list',
      required: false,
      maxLength: 500,
    },
  ],
  wording: { th },
  exampleValues: {
    website: 'https://www.example.go.th',
    responsibleDivision: 'สำนักปลัด',
    publicationDays: 3,
    furtherInformation: [],
  },
});
