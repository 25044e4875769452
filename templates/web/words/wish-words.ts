import type { NoticeKind, Pace } from '../../../src/core/notice/notice.js';
import type { Choice } from '../components/field.js';

/** What somebody may be told, as it stands on the page of wishes. */
export const NOTICE_KIND_LABELS: Readonly<Record<NoticeKind, string>> = {
  waiting: 'มีเรื่องรอท่านพิจารณา',
  'nobody-to-sign': 'มีเรื่องที่ไม่มีผู้ลงนาม (ผู้ดูแลระบบ)',
  unratified: 'มีการตัดสินใจกรณีฉุกเฉินที่รอรับรอง',
  returned: 'เรื่องของท่านถูกส่งคืนแก้ไข',
  decided: 'เรื่องของท่านพิจารณาครบแล้ว',
  reminder: 'เตือนก่อนและหลังครบกำหนด',
  escalation: 'เรื่องในความดูแลเกินกำหนด (ผู้บังคับบัญชา)',
  published: 'เอกสารของท่านเผยแพร่แล้ว',
  'public-drift': 'หน้าเว็บไม่ตรงกับเอกสารที่เผยแพร่',
  milestone: 'งานตามปฏิทินปีประเมิน',
  'delivery-problem': 'การแจ้งเตือนส่งไม่สำเร็จ',
  'line-lost': 'LINE ของท่านเลิกเชื่อมแล้ว',
};

export const PACE_CHOICES: readonly { readonly value: Pace; readonly label: string }[] = [
  { value: 'at-once', label: 'ทันที' },
  { value: 'digest', label: 'สรุปวันละครั้ง' },
  { value: 'off', label: 'ไม่ส่ง' },
];

/** "07:00 น." by the hour; the value is minutes since midnight. */
export const HOUR_CHOICES: readonly Choice[] = Array.from({ length: 24 }, (_none, hour) => ({
  value: String(hour * 60),
  label: `${String(hour).padStart(2, '0')}:00 น.`,
}));

const CHANNEL_LABELS: Readonly<Record<string, string>> = { email: 'อีเมล', line: 'LINE' };

/** Said when messages of a person did not go out. */
export const undeliveredText = (channel: string, count: number): string =>
  `${CHANNEL_LABELS[channel] ?? channel} ส่งไม่สำเร็จ ${count} ฉบับ`;
