import { announcementTemplate } from '../announcement-template.js';

const th = `
# เจตจำนงสุจริตในการบริหารงาน
ประจำปีงบประมาณ พ.ศ. {ปีงบประมาณ}

ข้าพเจ้า ในฐานะ{ผู้ลงนาม} ขอประกาศต่อบุคลากรและประชาชนว่า จะบริหาร{หน่วยงาน}
ด้วยความซื่อสัตย์สุจริต โปร่งใส เป็นธรรม และยึดประโยชน์ของประชาชนเป็นที่ตั้ง
พร้อมทั้งนำบุคลากรทุกคนต่อต้านการทุจริตทุกรูปแบบ ดังนี้

1. ด้านความโปร่งใส เปิดเผยข้อมูลการดำเนินงาน การใช้งบประมาณ และการจัดซื้อจัดจ้างให้ประชาชนตรวจสอบได้

2. ด้านความรับผิดชอบ ปฏิบัติหน้าที่เต็มกำลัง รับผลของการตัดสินใจ และแก้ไขข้อบกพร่องโดยไม่ปกปิด

3. ด้านความปลอดจากการทุจริต ไม่เรียกรับสินบน ไม่รับของขวัญ และไม่ใช้ตำแหน่งหน้าที่เอื้อประโยชน์แก่ตนหรือพวกพ้อง

4. ด้านวัฒนธรรมองค์กร ส่งเสริมคุณธรรม ปกป้องผู้แจ้งเบาะแส และไม่เพิกเฉยต่อการกระทำผิด

5. ด้านความเป็นธรรม มอบหมายงาน ให้บริการ และบริหารงานบุคคลโดยไม่เลือกปฏิบัติ

6. {คำมั่นเพิ่มเติม}

จึงประกาศเจตจำนงไว้ให้ทราบโดยทั่วกัน
`;

const en = `
# Declaration of Integrity in Administration
for Fiscal Year {Fiscal year}

As {Signer}, I declare to our personnel and to the people that I will lead {Agency} with honesty, openness and fairness,
put the interest of the people first, and stand with all personnel against corruption in every form.

1. Openness: we disclose our work, the use of the budget and our procurement, so that the people can examine them.

2. Responsibility: we do our duty in full, answer for our decisions, and correct faults without hiding them.

3. Freedom from corruption: we take no bribes or gifts, and never use our posts for ourselves or those close to us.

4. Culture: we foster integrity, protect those who report wrongdoing, and do not look away.

5. Fairness: we assign work, give service and manage personnel without discrimination.

6. {Further commitments}

This declaration is made for general information.
`;

/** Declaration of integrity by the head of the agency, Thai and English. */
export const integrityDeclarationV1 = announcementTemplate({
  id: 'integrity-declaration.v1',
  title: { th: 'ประกาศเจตจำนงสุจริตในการบริหารงาน', en: 'Declaration of integrity' },
  parameters: [
    {
      name: 'furtherCommitments',
      label: { th: 'คำมั่นเพิ่มเติม', en: 'Further commitments' },
      hint: { th: 'ข้อละหนึ่งบรรทัด', en: 'One commitment on each line' },
      type: 'list',
      required: false,
      maxLength: 1000,
    },
  ],
  wording: { th, en },
  exampleValues: { furtherCommitments: [] },
});
