import type { Holiday } from '../holiday.js';

const SPECIAL_2567 = 'มติคณะรัฐมนตรี 13 กุมภาพันธ์ 2567 (news.ch7.com/detail/706029)';
const SPECIAL_2568 = 'มติคณะรัฐมนตรี 12 พฤศจิกายน 2567 (sorbdee.net/article/4777)';
const LIST_2567 = 'รายการวันหยุดข้าราชการ 2567 (sentangsedtee.com/exclusive/article_265004)';
const UNSEEN = 'ปฏิทินจันทรคติหรือประกาศประจำปี ยังไม่ได้เทียบกับมติคณะรัฐมนตรี';

const announced = (day: string, name: string, source: string): Holiday => ({ day, name, verified: true, source });
const unseen = (day: string, name: string): Holiday => ({ day, name, verified: false, source: UNSEEN });

/**
 * Holidays that differ from year to year (Buddhist era): after the moon, or by a resolution of the cabinet. Substitute days
 * are computed. The Royal Ploughing Ceremony of 2570 is not announced yet.
 */
export const YEARS: Readonly<Record<number, readonly Holiday[]>> = {
  2567: [
    announced('2024-02-24', 'วันมาฆบูชา', LIST_2567),
    announced('2024-04-12', 'วันหยุดพิเศษ', SPECIAL_2567),
    unseen('2024-05-10', 'วันพืชมงคล'),
    unseen('2024-05-22', 'วันวิสาขบูชา'),
    unseen('2024-07-20', 'วันอาสาฬหบูชา'),
    unseen('2024-07-21', 'วันเข้าพรรษา'),
    unseen('2024-12-30', 'วันหยุดพิเศษ'),
  ],
  2568: [
    unseen('2025-02-12', 'วันมาฆบูชา'),
    unseen('2025-05-09', 'วันพืชมงคล'),
    unseen('2025-05-11', 'วันวิสาขบูชา'),
    announced('2025-06-02', 'วันหยุดพิเศษ', SPECIAL_2568),
    unseen('2025-07-10', 'วันอาสาฬหบูชา'),
    unseen('2025-07-11', 'วันเข้าพรรษา'),
    announced('2025-08-11', 'วันหยุดพิเศษ', SPECIAL_2568),
  ],
  2569: [
    announced('2026-01-02', 'วันหยุดพิเศษ', SPECIAL_2568),
    unseen('2026-03-03', 'วันมาฆบูชา'),
    unseen('2026-05-13', 'วันพืชมงคล'),
    unseen('2026-05-31', 'วันวิสาขบูชา'),
    unseen('2026-07-29', 'วันอาสาฬหบูชา'),
    unseen('2026-07-30', 'วันเข้าพรรษา'),
  ],
  2570: [
    unseen('2027-02-21', 'วันมาฆบูชา'),
    unseen('2027-05-20', 'วันวิสาขบูชา'),
    unseen('2027-07-18', 'วันอาสาฬหบูชา'),
    unseen('2027-07-19', 'วันเข้าพรรษา'),
  ],
};
