import { AdminTabs } from '../../components/admin-tabs.js';
import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import { Facts, type Fact } from '../../components/facts.js';
import { FileField, TextField } from '../../components/field.js';
import { SeenFields } from '../../components/hidden-fields.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StateView } from '../../components/state-chip.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface CertificateProps {
  readonly frame: StaffFrame;
  readonly state: StateView;
  readonly now: string;
  /** Empty while documents get the demo seal. */
  readonly facts: readonly Fact[];
  readonly asksPassword: boolean;
  readonly problems: readonly FieldProblem[];
}

/** What the agency seals its documents with, and the way to bring another certificate. */
export const CertificatePage = ({ frame, state, now, facts, asksPassword, problems }: CertificateProps) => (
  <StaffLayout frame={frame} title="ใบรับรองของหน่วยงาน" section="admin">
    <AdminTabs here={links.certificate} />
    <ErrorSummary problems={problems} />
    <PageHeading title="ใบรับรองของหน่วยงาน" state={state} now={now} />
    {facts.length > 0 && <Facts facts={facts} />}
    <h2>{facts.length > 0 ? 'เปลี่ยนใบรับรอง' : 'นำใบรับรองเข้า'}</h2>
    <form method="post" action={links.certificate} enctype="multipart/form-data" class="narrow" noValidate>
      <SeenFields csrfToken={frame.csrfToken} />
      <FileField
        name="file"
        label="ไฟล์ใบรับรอง"
        hint="ไฟล์ .p12 หรือ .pfx ที่ผู้ให้บริการออกใบรับรองส่งให้หน่วยงาน"
        accept=".p12,.pfx"
        problem={problemOf(problems, 'file')}
      />
      <TextField
        name="certificatePassword"
        label="รหัสผ่านของไฟล์ใบรับรอง"
        hint="ระบบเก็บไฟล์และรหัสผ่านแบบเข้ารหัส ไม่มีผู้ใดเปิดดูได้อีก"
        isSecret
        autoComplete="off"
        value=""
        problem={problemOf(problems, 'certificatePassword')}
      />
      {asksPassword && (
        <TextField
          name="password"
          label="ยืนยันรหัสผ่านของท่าน"
          hint="เพื่อยืนยันว่าท่านเป็นผู้ดูแลระบบเอง"
          isSecret
          autoComplete="current-password"
          value=""
          problem={problemOf(problems, 'password')}
        />
      )}
      <p>เอกสารที่ลงนามตั้งแต่นี้ไปจะประทับรับรองด้วยใบรับรองนี้ กุญแจของใบรับรองเดิมจะถูกทำลาย</p>
      <button class="btn btn-primary" type="submit">
        ใช้ใบรับรองนี้
      </button>
    </form>
  </StaffLayout>
);
