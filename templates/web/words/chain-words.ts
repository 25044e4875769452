import type { Notice } from '../frame.js';

/** Whether the chained log was checked and held. */
export const chainNotice = (isIntact: boolean, length: number): Notice =>
  isIntact
    ? {
        tone: 'ok',
        title: 'ประวัติครบถ้วน ไม่ถูกแก้ไข',
        body: `ตรวจห่วงโซ่ทั้ง ${length} รายการแล้วเมื่อเปิดหน้านี้ จัดทำชุดบันทึกไปตรวจนอกระบบได้`,
      }
    : {
        tone: 'stop',
        title: 'ห่วงโซ่ประวัติขาดหรือถูกแก้ไข',
        body: 'กรุณาแจ้งผู้ดูแลระบบและผู้ตรวจสอบทันที และเก็บข้อมูลสำรองไว้เป็นหลักฐาน',
      };
