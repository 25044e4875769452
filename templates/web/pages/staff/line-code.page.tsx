import { printedDigits } from '../../../../src/core/thai/digits.js';
import { CsrfField } from '../../components/hidden-fields.js';
import { PageHeading } from '../../components/page-heading.js';
import { QrCode } from '../../components/qr-code.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface LineCodeProps {
  readonly frame: StaffFrame;
  /** "ABCD-2345", shown on this page only. */
  readonly code: string;
  /** "14 ม.ค. 2568 10:10 น." */
  readonly untilText: string;
  /** How the account is added; null when the operator did not name it. */
  readonly friend: {
    readonly basicId: string;
    readonly href: string;
    /** Opens the talk with the code already typed. */
    readonly sendHref: string;
    readonly modules: readonly (readonly boolean[])[];
  } | null;
}

/** How a person brings a one-time code to the LINE account. */
export const LineCodePage = ({ frame, code, untilText, friend }: LineCodeProps) => (
  <StaffLayout frame={frame} title="เชื่อม LINE" section="tasks">
    <p class="back">
      <a href={links.wishes}>การตั้งค่าการแจ้งเตือน</a>
    </p>
    <PageHeading title="เชื่อม LINE" now={`รหัสใช้ได้ครั้งเดียว ถึง ${untilText}`} />
    <h2>{printedDigits('1. เพิ่มเพื่อน', frame.digits)}</h2>
    {friend ? <Friend {...friend} /> : <p>เพิ่มบัญชี LINE ของระบบเป็นเพื่อน ชื่อบัญชีสอบถามได้จากผู้ดูแลระบบของหน่วยงาน</p>}
    <h2>{printedDigits('2. ส่งรหัสนี้เป็นข้อความ', frame.digits)}</h2>
    <p>
      <strong class="secret" lang="en">
        {code}
      </strong>
    </p>
    <p>ส่งในแชตกับบัญชีนั้นโดยตรง ไม่ใช่ในกลุ่ม และไม่ให้รหัสแก่ผู้อื่น</p>
    {friend && (
      <p>
        <a href={friend.sendHref}>เปิดแชตใน LINE พร้อมรหัสนี้</a>
      </p>
    )}
    <h2>{printedDigits('3. รอคำตอบ “เชื่อมแล้ว” ใน LINE', frame.digits)}</h2>
    <div class="buttons">
      <a class="btn btn-primary" href={links.wishes}>
        ดูว่าเชื่อมแล้วหรือยัง
      </a>
      <form method="post" action={links.lineLink}>
        <CsrfField token={frame.csrfToken} />
        <button class="btn btn-outline" type="submit">
          ขอรหัสใหม่
        </button>
      </form>
    </div>
  </StaffLayout>
);

const Friend = ({ basicId, href, modules }: NonNullable<LineCodeProps['friend']>) => (
  <>
    <p>
      <a href={href}>
        เพิ่ม <span lang="en">{basicId}</span> เป็นเพื่อนใน LINE
      </a>{' '}
      หรือสแกนด้วยโทรศัพท์
    </p>
    <QrCode modules={modules} label={`QR code เพิ่ม ${basicId} เป็นเพื่อนใน LINE`} />
  </>
);
