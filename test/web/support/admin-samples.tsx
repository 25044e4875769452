import type { VNode } from 'preact';
import { qrModules } from '../../../src/typesetting/qr-modules.js';
import type { StaffFrame } from '../../../templates/web/frame.js';
import { ActingCalendarPage } from '../../../templates/web/pages/staff/acting-calendar.page.js';
import { AdminPage } from '../../../templates/web/pages/staff/admin.page.js';
import { AppointmentFormPage } from '../../../templates/web/pages/staff/appointment-form.page.js';
import { ClockPage } from '../../../templates/web/pages/staff/clock.page.js';
import { DivisionFormPage } from '../../../templates/web/pages/staff/division-form.page.js';
import { DivisionsPage } from '../../../templates/web/pages/staff/divisions.page.js';
import { HolidaysPage } from '../../../templates/web/pages/staff/holidays.page.js';
import { LatePage } from '../../../templates/web/pages/staff/late.page.js';
import { MilestoneFormPage } from '../../../templates/web/pages/staff/milestone-form.page.js';
import { OneTimeSecretPage } from '../../../templates/web/pages/staff/one-time-secret.page.js';
import { PasswordPage } from '../../../templates/web/pages/staff/password.page.js';
import { PeoplePage } from '../../../templates/web/pages/staff/people.page.js';
import { PersonFormPage } from '../../../templates/web/pages/staff/person-form.page.js';
import { PersonPage } from '../../../templates/web/pages/staff/person.page.js';
import { PostFormPage } from '../../../templates/web/pages/staff/post-form.page.js';
import { PostsPage } from '../../../templates/web/pages/staff/posts.page.js';
import { UnsignedPage } from '../../../templates/web/pages/staff/unsigned.page.js';
import { LineCodePage } from '../../../templates/web/pages/staff/line-code.page.js';
import { WishesPage } from '../../../templates/web/pages/staff/wishes.page.js';
import { assetStore } from './sample-pages.js';

const LONG_POST = 'ผู้อำนวยการกองสาธารณสุขและสิ่งแวดล้อม รักษาราชการแทนรองปลัดองค์การบริหารส่วนตำบลตัวอย่าง';
const LONG_TITLE = 'มาตรการเผยแพร่ข้อมูลการจัดซื้อจัดจ้างและการบริหารงบประมาณรายจ่ายประจำปีต่อสาธารณะ ตามหลัก Open Government Data';
const NAME = 'ว่าที่ร้อยตรีหญิงสมมุติพรรณนารายณ์ เกียรติคุณวัฒนาสกุลไพศาล';
const noDate = { day: '', month: '', year: '' };
const paging = { page: 2, pageCount: 4, total: 200, hrefStart: '?page=' };
const years = [
  { value: '2569', label: 'พ.ศ. ๒๕๖๙' },
  { value: '2568', label: 'พ.ศ. ๒๕๖๘' },
];
const many = Array.from({ length: 50 }, (_none, index) => index);
const person = {
  id: 'p1',
  name: NAME,
  nameEn: 'Acting Sub Lt. Sommutphannanarai Kiatkhunwatthanasakunphaisan',
  userName: 'sommutphannanarai.kiatkhunwatthanasakunphaisan-and-more-12',
  isClosed: false,
  awaitsPassword: true,
};

/** The pages of administrators with long names, long lists and nothing. */
export const adminSamples = (): Record<string, VNode> => {
  const frame: StaffFrame = {
    agencyName: 'องค์การบริหารส่วนตำบลตัวอย่าง',
    organizationSlug: 'tua-yang',
    digits: 'thai',
    person: { name: NAME, post: LONG_POST },
    maySeeHistory: true,
    mayAdminister: true,
    unreadNotices: 12,
    csrfToken: 'csrf',
    assets: assetStore.pageAssets,
  };
  return {
    admin: <AdminPage frame={frame} unsigned={2} lapsing={1} />,
    people: (
      <PeoplePage
        frame={frame}
        search=""
        paging={paging}
        rows={many.map((index) => ({ ...person, id: `p${index}`, posts: index % 3 === 0 ? [] : [LONG_POST] }))}
      />
    ),
    'people-none': (
      <PeoplePage frame={frame} search="ไม่มี" paging={{ ...paging, page: 1, pageCount: 1, total: 0 }} rows={[]} />
    ),
    person: (
      <PersonPage
        frame={frame}
        person={person}
        idempotencyKey="key"
        appointments={many.slice(0, 3).map((index) => ({
          id: `a${index}`,
          post: LONG_POST,
          division: 'กองสาธารณสุขและสิ่งแวดล้อม',
          span: '๑ ต.ค. ๒๕๕๘ ถึง ๓๐ ก.ย. ๒๕๖๘',
          state: { label: 'ปัจจุบัน', tone: 'ok' as const },
          isOver: index > 0,
        }))}
      />
    ),
    'one-time-secret': (
      <OneTimeSecretPage
        frame={frame}
        personId="p1"
        name={NAME}
        userName={person.userName}
        secret="k7qx-m2pa-9wde-h4tz"
      />
    ),
    'appointment-refused': (
      <AppointmentFormPage
        frame={frame}
        person={person}
        ending={null}
        postId="x"
        posts={[{ value: 'x', label: `${LONG_POST} (กองสาธารณสุขและสิ่งแวดล้อม)` }]}
        startsOn={{ day: '31', month: '2', year: '2568' }}
        endsOn={noDate}
        idempotencyKey="key"
        problems={[{ field: null, sentence: 'มีผู้อื่นดำรงตำแหน่งนี้ในช่วงเวลาดังกล่าว' }]}
      />
    ),
    posts: (
      <PostsPage
        frame={frame}
        rows={many.map((index) => ({
          id: `x${index}`,
          name: LONG_POST,
          kind: 'division_head',
          division: index % 2 === 0 ? null : 'กองคลัง',
          holders: index % 5 === 0 ? [] : [NAME],
          isEnded: index % 7 === 6,
        }))}
      />
    ),
    'post-form': (
      <PostFormPage
        frame={frame}
        post={null}
        typed={{ name: LONG_POST, nameEn: '', kind: 'officer', divisionId: '' }}
        divisions={[{ value: 'd', label: 'กองสาธารณสุขและสิ่งแวดล้อม' }]}
        idempotencyKey="key"
        problems={[{ field: 'divisionId', sentence: 'ตำแหน่งหัวหน้าส่วนราชการต้องระบุส่วนราชการ' }]}
      />
    ),
    divisions: (
      <DivisionsPage
        frame={frame}
        rows={many.map((index) => ({
          id: `d${index}`,
          name: 'กองสาธารณสุขและสิ่งแวดล้อม',
          position: String(index + 1),
          span: '๑ ต.ค. ๒๕๕๘ ถึง ๓๐ ก.ย. ๒๕๖๘',
          state: { label: 'สิ้นสุดแล้ว', tone: 'draft' as const },
        }))}
      />
    ),
    'division-form': (
      <DivisionFormPage
        frame={frame}
        divisionId="d1"
        typed={{ name: '', position: 'หนึ่ง', startsOn: noDate, endsOn: noDate }}
        idempotencyKey="key"
        problems={[
          { field: 'name', sentence: 'ข้อมูลที่ส่งมาไม่ถูกต้อง' },
          { field: 'endsOn', sentence: 'วันสิ้นสุดของส่วนราชการอยู่ก่อนวันเริ่ม' },
        ]}
      />
    ),
    'person-form': (
      <PersonFormPage
        frame={frame}
        personId={null}
        typed={{ name: NAME, nameEn: '', userName: 'ผิด' }}
        idempotencyKey="key"
        problems={[{ field: 'userName', sentence: 'มีผู้ใช้ชื่อนี้แล้ว กรุณาใช้ชื่ออื่น' }]}
      />
    ),
    'milestone-form': (
      <MilestoneFormPage
        frame={frame}
        fiscalYear="2569"
        yearText="ปีงบประมาณ พ.ศ. ๒๕๖๙"
        name="result"
        label="ประกาศผลการประเมิน"
        typed={{ startsOn: noDate, endsOn: noDate, verified: true }}
        isOwn
        idempotencyKey="key"
        problems={[]}
      />
    ),
    password: (
      <PasswordPage
        frame={{ assets: frame.assets, csrfToken: 'csrf' }}
        isFirst={false}
        problems={[{ field: 'next', sentence: 'รหัสผ่านใหม่ต้องยาว 10 ตัวอักษรขึ้นไป' }]}
      />
    ),
    unsigned: (
      <UnsignedPage
        frame={frame}
        rows={many.slice(0, 3).map((index) => ({
          key: `m${index}`,
          href: '/measures/1',
          kind: 'มาตรการ',
          title: LONG_TITLE,
          sinceText: '๑๔ ม.ค. ๒๕๖๘ ๑๐:๑๐ น.',
          posts: index === 0 ? [] : [{ postId: 'x', post: LONG_POST, why: 'ไม่มีผู้ดำรงตำแหน่งหรือผู้รักษาราชการแทน' }],
        }))}
      />
    ),
    holidays: (
      <HolidaysPage
        frame={frame}
        year="2569"
        years={years}
        rows={many.slice(0, 20).map((index) => ({
          day: `2026-01-${index + 1}`,
          dayText: '๑ ม.ค. ๒๕๖๙',
          name: 'วันเฉลิมพระชนมพรรษาพระบาทสมเด็จพระเจ้าอยู่หัว',
          state: { label: 'หยุดทำการ', tone: 'stopped' as const },
          source: 'ปฏิทินจันทรคติหรือประกาศประจำปี ยังไม่ได้เทียบกับมติคณะรัฐมนตรี',
          isOwn: index % 4 === 0,
        }))}
        typed={{ day: noDate, name: '', effect: 'closed' }}
        idempotencyKey="key"
        problems={[]}
      />
    ),
    clock: (
      <ClockPage
        frame={frame}
        year="2569"
        years={years}
        mayEdit
        rows={['oit-upload-close', 'clarification'].map((name) => ({
          name,
          label: 'ปิดรับข้อมูล OIT',
          days: '๑ มิ.ย. ๒๕๖๙ ถึง ๑๕ มิ.ย. ๒๕๖๙',
          state: { label: 'ช่วงนี้', tone: 'wait' as const },
          source: 'หน่วยงานกำหนด ยังไม่ได้เทียบกับประกาศของปี',
          tasks:
            name === 'clarification'
              ? []
              : [{ label: 'รับรองผลการดำเนินงาน', span: '๓๐ มี.ค. ๒๕๖๙ ถึง ๑๙ เม.ย. ๒๕๖๙', isNow: true }],
        }))}
      />
    ),
    late: (
      <LatePage
        frame={frame}
        yearText="ปีงบประมาณ พ.ศ. ๒๕๖๙"
        divisions={[
          {
            key: 'd1',
            name: 'กองสาธารณสุขและสิ่งแวดล้อม',
            signatures: '๑๒ เรื่อง นานที่สุด ๒๐๙ วันทำการ',
            isLate: true,
            tasks: ['ปิดรับข้อมูล OIT: จัดทำและเสนอ ๑๒ มาตรการ (กำหนด ๑๙ เม.ย. ๒๕๖๙)'],
          },
          { key: 'd2', name: 'กองคลัง', signatures: 'ไม่มี', isLate: false, tasks: [] },
        ]}
        signatures={many.map((index) => ({
          key: `s${index}`,
          href: '/measures/1',
          kind: 'มาตรการ',
          title: LONG_TITLE,
          post: LONG_POST,
          dueText: 'เกินกำหนด ๒๐๙ วันทำการ',
          isEscalated: index % 2 === 0,
        }))}
        paging={paging}
      />
    ),
    wishes: (
      <WishesPage
        frame={frame}
        rows={['waiting', 'returned', 'reminder'].map((kind) => ({
          kind,
          label: 'เรื่องในความดูแลเกินกำหนด (ผู้บังคับบัญชา)',
          inApp: true,
          email: 'digest',
          line: 'off',
        }))}
        email="a.very.long.address.of.somebody@subdistrict.example.go.th"
        line={{ isSetUp: true, isLinked: true, linkedText: '๑๔ ม.ค. ๒๕๖๘ ๑๐:๑๐ น.', lostText: null }}
        quietFrom="1200"
        quietUntil="420"
        undelivered={['อีเมล ส่งไม่สำเร็จ 2 ฉบับ']}
        problems={[]}
      />
    ),
    'wishes-without-line': (
      <WishesPage
        frame={frame}
        rows={[]}
        email=""
        line={{ isSetUp: false, isLinked: true, linkedText: null, lostText: '๑๔ ม.ค. ๒๕๖๘ ๑๐:๑๐ น.' }}
        quietFrom="1200"
        quietUntil="420"
        undelivered={[]}
        problems={[]}
      />
    ),
    'line-code': (
      <LineCodePage
        frame={frame}
        code="WMXV-2489"
        untilText="๑๔ ม.ค. ๒๕๖๘ ๑๐:๑๐ น."
        friend={{
          basicId: '@123abcdefghijklmnop',
          href: 'https://line.me/R/ti/p/%40123abcdefghijklmnop',
          sendHref: 'https://line.me/R/oaMessage/%40123abcdefghijklmnop/?WMXV-2489',
          modules: qrModules('https://line.me/R/ti/p/%40123abcdefghijklmnop'),
        }}
      />
    ),
    'line-code-without-name': (
      <LineCodePage frame={frame} code="WMXV-2489" untilText="๑๔ ม.ค. ๒๕๖๘ ๑๐:๑๐ น." friend={null} />
    ),
    'acting-calendar': (
      <ActingCalendarPage
        frame={frame}
        monthText="พฤศจิกายน ๒๕๖๙"
        before={{ month: '2026-10', label: 'ตุลาคม ๒๕๖๙' }}
        after={{ month: '2026-12', label: 'ธันวาคม ๒๕๖๙' }}
        rows={many.slice(0, 4).map((index) => ({
          id: `o${index}`,
          actsAs: `รักษาราชการแทน ${LONG_POST}`,
          person: NAME,
          span: '๓ ถึง ๑๒ พ.ย. ๒๕๖๙',
          order: 'คำสั่งที่ ๑๒/๒๕๖๙',
          kinds: 'มาตรการ, รายงาน, ประกาศ',
          days: Array.from({ length: 30 }, (_none, day) => ({
            number: String(day + 1),
            isFilled: day >= 2 && day < 12,
            isOff: day % 7 > 4,
            isToday: day === 20,
          })),
        }))}
      />
    ),
  };
};
