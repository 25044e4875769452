import type { ErrorCode, ErrorDetails } from '../../../src/core/errors.js';
import type { FieldProblem } from '../components/error-summary.js';
import { sentenceOf } from '../sentences.js';

/** The problem of a field in Thai; `field` is its name on the form. */
export const fieldProblem = (field: string | null, code: ErrorCode, details: ErrorDetails = {}): FieldProblem => ({
  field,
  sentence: sentenceOf(code, details, 'th'),
});

export const PERIOD_BACKWARDS = 'วันสุดท้ายต้องไม่มาก่อนวันแรก';
export const DATE_INCOMPLETE = 'กรุณากรอกวันที่ให้ครบทั้งวัน เดือน และปี พ.ศ. และเป็นวันที่ที่มีจริง';
export const O_CODE_WRONG = 'รหัสข้อมูลต้องเป็นตัวโอภาษาอังกฤษตามด้วยเลขอารบิก เช่น O27 คั่นหลายรหัสด้วยจุลภาค';
export const EVIDENCE_WRONG = 'แต่ละบรรทัดของหลักฐานต้องลงท้ายด้วยที่อยู่เว็บที่ขึ้นต้นด้วย https:// หรือ http://';
export const DAY_NAME_MISSING = 'กรุณากรอกชื่อวัน';
export const NAME_MISSING = 'กรุณากรอกชื่อผู้ใช้';
export const PASSWORD_MISSING = 'กรุณากรอกรหัสผ่าน';
export const ORGANIZATION_MISSING = 'กรุณาเลือกหน่วยงาน';
export const VOID_REASON_MISSING = 'กรุณาระบุเหตุผลที่ยกเลิกเลขที่ ทะเบียนต้องแสดงเหตุผลนี้';
export const RECEIVER_MISSING = 'กรุณาเลือกผู้ที่จะมอบให้';
export const FILE_MISSING = 'กรุณาเลือกไฟล์';
export const LANGUAGE_MISSING = 'กรุณาเลือกอย่างน้อยหนึ่งภาษา';
export const PROGRESS_MISSING = 'กรุณาเลือกว่ามาตรการก้าวหน้าถึงขั้นใดเมื่อครบ 6 เดือน';
export const PERCENT_WRONG = 'ร้อยละความก้าวหน้าต้องเป็นตัวเลข 0 ถึง 100';
export const activityWrong = (line: number): string =>
  `กิจกรรมบรรทัดที่ ${line} ต้องเป็น “วันที่ | กิจกรรม” เช่น 27 ธ.ค. 2567 | ประกาศนโยบายต่อที่ประชุม`;
export const giftWrong = (line: number): string =>
  `ของขวัญบรรทัดที่ ${line} ต้องมี 6 ช่อง คือ วันที่ | ของที่ได้รับ | ผู้ให้ | ผู้รับ | มูลค่า (บาท) | การดำเนินการ`;
