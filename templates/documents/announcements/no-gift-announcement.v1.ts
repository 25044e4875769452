import { announcementTemplate } from '../announcement-template.js';

const th = `
# นโยบายไม่รับของขวัญและของกำนัลทุกชนิดจากการปฏิบัติหน้าที่ (No Gift Policy) ประจำปีงบประมาณ พ.ศ. {ปีงบประมาณ}

ด้วย{หน่วยงาน} {อำเภอ} {จังหวัด} ยึดมั่นในการบริหารราชการด้วยความซื่อสัตย์ สุจริต และตรวจสอบได้
เห็นว่าการรับของขวัญ แม้มีมูลค่าเพียงเล็กน้อย อาจทำให้การตัดสินใจของเจ้าหน้าที่เอนเอียง
และเป็นจุดเริ่มต้นของการทุจริตและผลประโยชน์ทับซ้อนทั้งในปัจจุบันและอนาคต

อาศัยเจตนารมณ์ดังกล่าว ผู้บริหาร สมาชิกสภาท้องถิ่น พนักงาน ลูกจ้าง และพนักงานจ้างทุกคนของ{หน่วยงาน}
จึงประกาศร่วมกันว่าจะไม่รับของขวัญและของกำนัลทุกชนิด ทั้งก่อน ขณะ และหลังการปฏิบัติหน้าที่ โดยถือปฏิบัติดังนี้

ข้อ 1 ไม่เรียก ไม่รับ และไม่ยอมให้ผู้อื่นรับแทน ซึ่งของขวัญ ของกำนัล เงิน ทรัพย์สิน การเลี้ยงรับรอง หรือประโยชน์อื่นใด
จากผู้มาติดต่อราชการ ผู้รับบริการ คู่สัญญา หรือผู้มีส่วนได้เสียกับงานในหน้าที่

ข้อ 2 ไม่ให้ของขวัญแก่ผู้บังคับบัญชาหรือผู้ร่วมงานเพื่อหวังผลในการแต่งตั้ง เลื่อนเงินเดือน หรือประโยชน์อื่นจากตำแหน่งหน้าที่

ข้อ 3 ในเทศกาลหรือโอกาสสำคัญ ให้แสดงความปรารถนาดีต่อกันด้วยบัตรอวยพร ข้อความ หรือช่องทางออนไลน์แทนการให้สิ่งของ

ข้อ 4 หากมีความจำเป็นที่ไม่อาจปฏิเสธได้ ให้รายงานผู้บังคับบัญชาโดยเร็ว และปฏิบัติตามกฎหมายและระเบียบ
ว่าด้วยการรับทรัพย์สินหรือประโยชน์อื่นใดโดยธรรมจรรยาของเจ้าพนักงานของรัฐ

ข้อ 5 {ข้อปฏิบัติเพิ่มเติม}

ข้อ 6 ผู้บังคับบัญชาทุกระดับต้องประพฤติตนเป็นแบบอย่าง กำกับดูแลให้ผู้ใต้บังคับบัญชาปฏิบัติตามประกาศนี้
และรวบรวมผลการปฏิบัติรายงานเมื่อสิ้นปีงบประมาณ

ข้อ 7 ผู้พบเห็นการฝ่าฝืนแจ้งเบาะแสได้ที่ {ช่องทางแจ้งเบาะแส} หน่วยงานจะเก็บข้อมูลของผู้แจ้งเป็นความลับ

จึงประกาศมาให้ทราบและถือปฏิบัติโดยเคร่งครัด
`;

const en = `
# No Gift Policy in the Performance of Duties for Fiscal Year {Fiscal year}

{Agency}, {District}, {Province}, is committed to public administration that is honest, fair and open to scrutiny.
A gift, however small, may sway an official decision and may become the first step towards corruption
or a conflict of interest, now or in the future.

The executives, council members, officials and employees of {Agency} therefore declare together that they will accept
no gift of any kind before, during or after the performance of their duties, and will act as follows.

1. We do not ask for, accept, or let others accept on our behalf any gift, money, property, hospitality or other benefit
from persons who contact the agency, users of its services, contractors, or anyone with an interest in our work.

2. We do not give gifts to superiors or colleagues in the hope of appointment, promotion or other advantage.

3. On festive and special occasions we express good wishes with cards, messages or online greetings instead of gifts.

4. Where a gift cannot be refused, we report it to our superior without delay and follow the law and regulations on property
or benefits received on ethical grounds by state officials.

5. {Further rules}

6. Superiors at every level set the example, see to it that this policy is followed, and report on its results
at the end of the fiscal year.

7. Anyone who observes a breach may report it through {Reporting channels}. The identity of the person reporting
is kept confidential.

This announcement is made for general information and strict observance.
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
