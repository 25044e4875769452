import { links } from '../links.js';
import { CsrfField } from './hidden-fields.js';
import { NoticeBox } from './notice.js';

export interface LineLinkState {
  /** Whether the operator has set up a LINE account at all. */
  readonly isSetUp: boolean;
  readonly isLinked: boolean;
  /** "14 ม.ค. 2568 10:10 น.", or null */
  readonly linkedText: string | null;
  /** When LINE stopped reaching the person, or null. */
  readonly lostText: string | null;
}

interface LineLinkBoxProps {
  readonly csrfToken: string;
  readonly line: LineLinkState;
}

/** A person's own link to LINE, and what they can do about it. */
export const LineLinkBox = ({ csrfToken, line: { isSetUp, isLinked, linkedText, lostText } }: LineLinkBoxProps) => (
  <section aria-labelledby="line">
    <h2 id="line">LINE</h2>
    {lostText && (
      <NoticeBox
        tone="stop"
        title={`LINE ของท่านเลิกเชื่อมเมื่อ ${lostText}`}
        body="บัญชี LINE นั้นบล็อกหรือเลิกเป็นเพื่อนกับระบบ ข้อความทาง LINE ที่รอส่งจึงไม่ส่งแล้ว"
      />
    )}
    {!isSetUp && <p>ระบบนี้ยังไม่ได้ตั้งค่า LINE จึงส่งทาง LINE ไม่ได้ กรุณาแจ้งผู้ดูแลเครื่องแม่ข่ายให้ตั้งค่าบัญชีทางการของ LINE ตามคู่มือติดตั้ง</p>}
    {isSetUp && <p>{isLinked ? linkedSentence(linkedText) : 'ยังไม่ได้เชื่อม จึงไม่มีข้อความส่งไปทาง LINE'}</p>}
    <div class="buttons">
      {isSetUp && (
        <Deed csrfToken={csrfToken} action={links.lineLink} label={isLinked ? 'เชื่อม LINE บัญชีอื่น' : 'เชื่อม LINE'} />
      )}
      {isLinked && <Deed csrfToken={csrfToken} action={links.lineUnlink} label="ยกเลิกการเชื่อม" />}
    </div>
  </section>
);

const linkedSentence = (linkedText: string | null): string => (linkedText ? `เชื่อมแล้วเมื่อ ${linkedText}` : 'เชื่อมแล้ว');

const Deed = ({ csrfToken, action, label }: { csrfToken: string; action: string; label: string }) => (
  <form method="post" action={action}>
    <CsrfField token={csrfToken} />
    <button class="btn btn-outline" type="submit">
      {label}
    </button>
  </form>
);
