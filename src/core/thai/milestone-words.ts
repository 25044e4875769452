import type { MilestoneName, TaskName } from '../time/assessment-clock.js';

interface Words {
  readonly th: string;
  readonly en: string;
}

/** What each day of the assessment year is (DOMAIN 1.6). */
export const MILESTONE_LABELS: Readonly<Record<MilestoneName, Words>> = {
  'measures-approved': { th: 'มาตรการประจำปีได้รับอนุมัติครบ', en: 'Measures of the year approved' },
  'no-gift-announcement': { th: 'ประกาศนโยบาย No Gift Policy', en: 'No Gift Policy announced' },
  'culture-activity': { th: 'กิจกรรมเสริมสร้างวัฒนธรรมองค์กร', en: 'Activity for a culture of integrity' },
  'oit-upload-close': { th: 'ปิดรับข้อมูล OIT', en: 'OIT upload closes' },
  clarification: { th: 'ช่วงชี้แจงเพิ่มเติม', en: 'Time for clarification' },
  result: { th: 'ประกาศผลการประเมิน', en: 'Results announced' },
  'next-analysis': { th: 'วิเคราะห์ผลและวางมาตรการปีถัดไป', en: 'Analysis for the next year' },
};

/** What has to be done for it. */
export const TASK_LABELS: Readonly<Record<TaskName, Words>> = {
  write: { th: 'จัดทำและเสนอ', en: 'write and submit' },
  review: { th: 'หัวหน้าส่วนราชการเห็นชอบ', en: 'sign-off by division heads' },
  approval: { th: 'ผู้บริหารอนุมัติ', en: 'approval by the executive' },
  signing: { th: 'ลงนาม', en: 'signature' },
  results: { th: 'รับรองผลการดำเนินงาน', en: 'endorsement of results' },
  publish: { th: 'เผยแพร่และตรวจบนเว็บ', en: 'publish and check on the web' },
};

/** "ปิดรับข้อมูล OIT: ลงนาม" */
export const milestoneTaskText = (milestone: MilestoneName, task: TaskName): string =>
  `${MILESTONE_LABELS[milestone].th}: ${TASK_LABELS[task].th}`;
