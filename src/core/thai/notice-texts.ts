import type { NoticeKind, NoticeLine, NoticeSubject } from '../notice/notice.js';
import { englishDate, thaiShortDate } from './dates.js';

const ITEMS: Readonly<Record<NoticeSubject, readonly [th: string, en: string]>> = {
  measure: ['มาตรการ', 'A measure'],
  report: ['รายงาน', 'A report'],
  announcement: ['ประกาศ', 'An announcement'],
  milestone: ['งานตามปฏิทินปีประเมิน', 'A task of the assessment year'],
};

const WORDS: Readonly<Record<NoticeKind, readonly [th: string, en: string]>> = {
  waiting: ['รอท่านพิจารณา', 'is waiting for you'],
  'nobody-to-sign': ['ไม่มีผู้ลงนามได้ในขณะนี้ โปรดกำหนดผู้ปฏิบัติหน้าที่แทน', 'waits for a post that nobody may sign for'],
  unratified: [
    'มีการตัดสินใจกรณีฉุกเฉินที่รอบุคคลอื่นรับรอง',
    'was decided on in an emergency and waits for another person to ratify it',
  ],
  returned: ['ถูกส่งคืนให้แก้ไข', 'was returned for correction'],
  decided: ['ได้รับการพิจารณาครบแล้ว', 'has been decided'],
  reminder: ['ยังรอท่านพิจารณา', 'is still waiting for you'],
  escalation: ['ค้างพิจารณาเกินกำหนด โปรดติดตาม', 'is overdue; please follow up'],
  published: ['เผยแพร่แล้ว', 'has been published'],
  'public-drift': [
    'บนเว็บไม่ตรงกับฉบับจริง โปรดตรวจสอบ',
    'on the public website differs from its true edition; please check',
  ],
  milestone: ['ถึงเวลาหรือใกล้ครบกำหนด', 'has come up or is nearly due'],
  'delivery-problem': ['มีการแจ้งเตือนที่ส่งไม่สำเร็จ', 'could not be announced'],
  'line-lost': [
    'การแจ้งเตือนส่งถึง LINE ของท่านไม่ได้แล้ว เชื่อมใหม่ได้ที่การตั้งค่าการแจ้งเตือน',
    'that should reach you by LINE cannot; link LINE again in your notice settings',
  ],
};

/** Longest digest: whoever has more finds it behind the link to the list. */
const MOST_LINES = 20;

export interface MessageText {
  readonly subject: string;
  readonly body: string;
}

/** What one notice says: "มาตรการรอท่านพิจารณา (กำหนด 5 ม.ค. 2568)". */
export function noticeSentence(kind: NoticeKind, itemKind: NoticeSubject | null, dueOn: string | null): string {
  const item = itemKind ? ITEMS[itemKind][0] : '';
  return `${item}${WORDS[kind][0]}${dueOn ? ` (กำหนด ${thaiShortDate(dueOn, 'arabic')})` : ''}`;
}

/** The same in English: "A measure is waiting for you (due 5 January B.E. 2568 (2025))". */
export function noticeSentenceEn(kind: NoticeKind, itemKind: NoticeSubject | null, dueOn: string | null): string {
  const item = itemKind ? ITEMS[itemKind][1] : 'Something';
  return `${item} ${WORDS[kind][1]}${dueOn ? ` (due ${englishDate(dueOn)})` : ''}`;
}

/** A message of one or many notices, Thai first. @param homeLink where everything is listed */
export function messageText(lines: readonly NoticeLine[], homeLink: string): MessageText {
  const [first] = lines;
  const subject =
    first && lines.length === 1
      ? noticeSentence(first.kind, first.itemKind, first.dueOn)
      : `สรุปเรื่องที่ต้องทราบ ${lines.length} เรื่อง`;
  const shown = lines.slice(0, MOST_LINES).map(paragraph);
  const more = lines.length > MOST_LINES ? [`และอีก ${lines.length - MOST_LINES} เรื่อง / and more`] : [];
  return { subject: `โปร่งใส: ${subject}`, body: [...shown, ...more, `งานทั้งหมด / All tasks\n${homeLink}`].join('\n\n') };
}

const paragraph = ({ kind, itemKind, dueOn, link }: NoticeLine): string =>
  [noticeSentence(kind, itemKind, dueOn), noticeSentenceEn(kind, itemKind, dueOn), link].join('\n');
