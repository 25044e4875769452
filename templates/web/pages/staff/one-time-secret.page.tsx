import { Facts } from '../../components/facts.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface OneTimeSecretProps {
  readonly frame: StaffFrame;
  readonly personId: string;
  readonly name: string;
  readonly userName: string;
  /** Null when this page was asked for again: it is shown once. */
  readonly secret: string | null;
}

/** Shown once, to be read out or written down for the person. */
export const OneTimeSecretPage = ({ frame, personId, name, userName, secret }: OneTimeSecretProps) => (
  <StaffLayout frame={frame} title="รหัสใช้ครั้งเดียว" section="admin">
    <PageHeading
      kind={name}
      title="รหัสใช้ครั้งเดียว"
      now={secret ? 'แสดงครั้งนี้ครั้งเดียว กรุณาจดหรืออ่านให้เจ้าของบัญชีฟัง' : 'รหัสแสดงไปแล้วและไม่แสดงซ้ำ'}
    />
    {secret ? (
      <>
        <Facts
          facts={[
            { term: 'ชื่อผู้ใช้', value: <span lang="en">{userName}</span> },
            {
              term: 'รหัสใช้ครั้งเดียว',
              value: (
                <strong class="secret" lang="en">
                  {secret}
                </strong>
              ),
            },
          ]}
        />
        <p>ใช้ได้ภายใน 7 วัน เมื่อเข้าสู่ระบบแล้วเจ้าของบัญชีต้องตั้งรหัสผ่านของตนเองก่อนทำงานต่อ</p>
      </>
    ) : (
      <p>หากยังไม่ได้จดไว้ ให้ออกรหัสใหม่จากหน้าของบุคคล รหัสเดิมจะใช้ไม่ได้</p>
    )}
    <div class="buttons">
      <a class="btn btn-primary" href={links.person(personId)}>
        ไปหน้าของบุคคลเพื่อแต่งตั้ง
      </a>
    </div>
  </StaffLayout>
);
