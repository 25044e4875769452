import { DataTable, type Column } from '../../components/data-table.js';
import { EmptyState } from '../../components/empty-state.js';
import { Facts } from '../../components/facts.js';
import { SeenFields } from '../../components/hidden-fields.js';
import { PageHeading } from '../../components/page-heading.js';
import { StateChip, type StateView } from '../../components/state-chip.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';
import { accountState, WHOLE_AGENCY } from '../../words/people-words.js';

export interface AppointmentLine {
  readonly id: string;
  readonly post: string;
  readonly division: string | null;
  /** "ตั้งแต่ 1 ต.ค. 2558" */
  readonly span: string;
  readonly state: StateView;
  readonly isOver: boolean;
}

export interface PersonProps {
  readonly frame: StaffFrame;
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly nameEn: string | null;
    readonly userName: string;
    readonly isClosed: boolean;
    readonly awaitsPassword: boolean;
  };
  readonly appointments: readonly AppointmentLine[];
  readonly idempotencyKey: string;
}

/** One account: names, the posts it held and holds, its password and its end. */
export const PersonPage = ({ frame, person, appointments, idempotencyKey }: PersonProps) => (
  <StaffLayout frame={frame} title={person.name} section="admin">
    <p class="back">
      <a href={links.people}>บุคคลทั้งหมด</a>
    </p>
    <PageHeading kind="บุคคล" title={person.name} state={accountState(person)} />
    <Facts
      facts={[
        { term: 'ชื่อผู้ใช้', value: <span lang="en">{person.userName}</span> },
        { term: 'ชื่อภาษาอังกฤษ', value: person.nameEn ? <span lang="en">{person.nameEn}</span> : 'ไม่ได้ระบุ' },
      ]}
    />
    {!person.isClosed && (
      <div class="buttons">
        <a class="btn btn-primary" href={links.appoint(person.id)}>
          แต่งตั้งให้ดำรงตำแหน่ง
        </a>
        <a class="btn btn-outline" href={links.personDeed(person.id, 'name')}>
          แก้ไขชื่อ
        </a>
      </div>
    )}
    <h2>การดำรงตำแหน่ง</h2>
    {appointments.length === 0 ? (
      <EmptyState title="ยังไม่เคยดำรงตำแหน่ง" body="ผู้ที่ไม่มีตำแหน่งยังทำงานในระบบไม่ได้ ตำแหน่งที่แต่งตั้งจะปรากฏที่นี่" />
    ) : (
      <DataTable caption="การดำรงตำแหน่ง" columns={columnsOf(person.id)} rows={appointments} keyOf={(row) => row.id} />
    )}
    <h2>บัญชี</h2>
    <Account id={person.id} isClosed={person.isClosed} frame={frame} idempotencyKey={idempotencyKey} />
  </StaffLayout>
);

const columnsOf = (personId: string): Column<AppointmentLine>[] => [
  {
    label: 'ตำแหน่ง',
    isHeading: true,
    cell: ({ post, division }) => (
      <>
        <span class="row-kind">{division ?? WHOLE_AGENCY}</span>
        {post}
      </>
    ),
  },
  { label: 'ช่วงเวลา', cell: ({ span }) => span },
  { label: 'สถานะ', cell: ({ state }) => <StateChip {...state} /> },
  {
    label: 'วันสิ้นสุด',
    cell: ({ id, isOver, post }) =>
      isOver ? (
        'สิ้นสุดแล้ว'
      ) : (
        <a href={links.endAppointment(personId, id)}>
          กำหนดวันสิ้นสุด<span class="visually-hidden">ของ{post}</span>
        </a>
      ),
  },
];

interface AccountProps {
  readonly id: string;
  readonly isClosed: boolean;
  readonly frame: StaffFrame;
  readonly idempotencyKey: string;
}

/** Two presses each, so that no slip locks anybody out. */
const Account = ({ id, isClosed, frame, idempotencyKey }: AccountProps) => (
  <div class="narrow">
    <details>
      <summary>{isClosed ? 'เปิดบัญชีอีกครั้งด้วยรหัสใช้ครั้งเดียว' : 'ลืมรหัสผ่าน: ออกรหัสใช้ครั้งเดียว'}</summary>
      <p>รหัสผ่านเดิมใช้ไม่ได้ทันที และการเข้าสู่ระบบที่เปิดค้างอยู่จะสิ้นสุดลง</p>
      <form method="post" action={links.personDeed(id, 'secret')}>
        <SeenFields csrfToken={frame.csrfToken} idempotencyKey={idempotencyKey} />
        <button class="btn btn-outline" type="submit">
          ยืนยันออกรหัสใช้ครั้งเดียว
        </button>
      </form>
    </details>
    {!isClosed && (
      <details>
        <summary>ปิดบัญชี</summary>
        <p>เมื่อพ้นจากหน่วยงาน หากยังมีงานค้าง ระบบจะพาไปส่งมอบงานก่อน</p>
        <form method="post" action={links.personDeed(id, 'close')}>
          <SeenFields csrfToken={frame.csrfToken} />
          <button class="btn btn-outline" type="submit">
            ยืนยันปิดบัญชี
          </button>
        </form>
      </details>
    )}
  </div>
);
