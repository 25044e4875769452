import { AdminTabs } from '../../components/admin-tabs.js';
import { Checkboxes } from '../../components/choice-fields.js';
import { ErrorSummary, problemOf, type FieldProblem } from '../../components/error-summary.js';
import { SelectField, type Choice } from '../../components/field.js';
import { PageHeading } from '../../components/page-heading.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface HandOverProps {
  readonly frame: StaffFrame;
  readonly people: readonly Choice[];
  readonly fromPersonId: string;
  readonly toPersonId: string;
  readonly closesAccount: boolean;
  readonly problems: readonly FieldProblem[];
}

const UNCHOSEN: Choice = { value: '', label: 'เลือก' };

/** One action when a person moves: first who, then a page that lists what moves. */
export const HandOverPage = ({ frame, people, problems, ...typed }: HandOverProps) => (
  <StaffLayout frame={frame} title="ส่งมอบงาน" section="admin">
    <AdminTabs here={links.handOver} />
    <ErrorSummary problems={problems} />
    <PageHeading
      title="ส่งมอบงาน"
      now="ตำแหน่ง ร่าง เรื่องที่เสนอไว้ และงานที่รอจะไปอยู่กับผู้รับมอบตั้งแต่วันนี้ คำสั่งรักษาราชการแทนของผู้ส่งมอบสิ้นสุดลง ส่วนประวัติคงเดิม"
    />
    <form method="get" action={links.handOverPreview} class="narrow" noValidate>
      <SelectField
        name="fromPersonId"
        label="ผู้ส่งมอบ"
        value={typed.fromPersonId}
        choices={[UNCHOSEN, ...people]}
        problem={problemOf(problems, 'fromPersonId')}
      />
      <SelectField
        name="toPersonId"
        label="ผู้รับมอบ"
        value={typed.toPersonId}
        choices={[UNCHOSEN, ...people]}
        problem={problemOf(problems, 'toPersonId')}
      />
      <Checkboxes
        name="closesAccount"
        label="บัญชีของผู้ส่งมอบ"
        choices={[{ value: 'true', label: 'ปิดบัญชี เพราะพ้นจากหน่วยงานแล้ว' }]}
        chosen={typed.closesAccount ? ['true'] : []}
      />
      <div class="buttons">
        <button class="btn btn-primary" type="submit">
          ดูสิ่งที่จะส่งมอบ
        </button>
      </div>
    </form>
  </StaffLayout>
);
