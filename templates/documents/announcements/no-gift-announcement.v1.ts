import { announcementTemplate } from '../announcement-template.js';

const th = `
# นโยบายไม่รับของขวัญและของกำนัลทุกชนิด
จากการปฏิบัติหน้าที่ (No Gift Policy)
ประจำปีงบประมาณ พ.ศ. {ปีงบประมาณ}

ด้วย{หน่วยงาน} {อำเภอ} {จังหวัด} ยึดมั่นในความสุจริต
และไม่ให้การรับของขวัญนำไปสู่การทุจริตหรือผลประโยชน์ทับซ้อน ทั้งในปัจจุบันและอนาคต
ผู้บริหารและบุคลากรทุกคนจึงประกาศร่วมกันว่าจะไม่รับของขวัญและของกำนัลทุกชนิด
ทั้งก่อน ขณะ และหลังการปฏิบัติหน้าที่ โดยถือปฏิบัติดังนี้

ข้อ 1 ไม่เรียก ไม่รับ และไม่ให้ผู้อื่นรับแทน ซึ่งของขวัญ ทรัพย์สิน การเลี้ยงรับรอง
หรือประโยชน์อื่นใดจากผู้มีส่วนได้เสีย

ข้อ 2 แสดงความปรารถนาดีในเทศกาลต่าง ๆ ด้วยบัตรอวยพรหรือข้อความแทนการให้สิ่งของ

ข้อ 3 กรณีที่ไม่อาจปฏิเสธได้ ให้รายงานผู้บังคับบัญชาทันที
และปฏิบัติตามกฎหมายว่าด้วยการรับทรัพย์สินโดยธรรมจรรยา

ข้อ 4 {ข้อปฏิบัติเพิ่มเติม}

ข้อ 5 ผู้บังคับบัญชาทุกระดับเป็นแบบอย่าง กำกับให้มีการปฏิบัติตามประกาศนี้ และรายงานผลเมื่อสิ้นปีงบประมาณ

ข้อ 6 ผู้พบเห็นการฝ่าฝืนแจ้งได้ที่ {ช่องทางแจ้งเบาะแส} โดยข้อมูลของผู้แจ้งเป็นความลับ

จึงประกาศให้ทราบและถือปฏิบัติโดยทั่วกัน
`;

const en = `
# No Gift Policy in the Performance of Duties
for Fiscal Year {Fiscal year}

{Agency}, {District}, {Province}, wants no gift to lead to corruption or a conflict of interest,
now or in the future. The executives and all personnel therefore declare together that they accept no gift of any kind
before, during or after the performance of their duties.

1. We do not ask for, accept, or let others accept for us any gift, property, hospitality or other benefit
from anyone with an interest in our work.

2. On festive occasions we express good wishes with cards or messages instead of gifts.

3. Where a gift cannot be refused, we report it to our superior at once and follow the law on property
or benefits received on ethical grounds.

4. {Further rules}

5. Superiors at every level set the example, see that this policy is followed, and report its results each year.

6. A breach may be reported in confidence through {Reporting channels}.

This announcement is made for general observance.
`;

/** No Gift Policy, Thai and English; asked for by the ITA each year, signed by the current executive. (DOMAIN 1.5) */
export const noGiftAnnouncementV1 = announcementTemplate({
  id: 'no-gift-announcement.v1',
  title: { th: 'ประกาศนโยบายไม่รับของขวัญ (No Gift Policy)', en: 'No Gift Policy announcement' },
  parameters: [
    {
      name: 'reportingChannels',
      label: { th: 'ช่องทางแจ้งเบาะแส', en: 'Reporting channels' },
      hint: { th: 'เช่น เว็บไซต์ หมายเลขโทรศัพท์ ที่ตั้ง', en: 'For example web site, telephone number, address' },
      type: 'text',
      required: true,
      maxLength: 500,
    },
    {
      name: 'furtherRules',
      label: { th: 'ข้อปฏิบัติเพิ่มเติม', en: 'Further rules' },
      hint: { th: 'ข้อละหนึ่งบรรทัด', en: 'One rule on each line' },
      type: 'list',
      required: false,
      maxLength: 1000,
    },
  ],
  wording: { th, en },
  exampleValues: {
    reportingChannels: 'https://www.example.go.th/report',
    furtherRules: [],
  },
});
