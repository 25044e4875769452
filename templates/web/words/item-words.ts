import { announcementLifecycle } from '../../../src/core/announcement/announcement.lifecycle.js';
import type { ItemKindName } from '../../../src/core/item.js';
import type { StateLabel } from '../../../src/core/lifecycle/lifecycle.js';
import { measureLifecycle } from '../../../src/core/measure/measure.lifecycle.js';
import { reportLifecycle } from '../../../src/core/report/report.lifecycle.js';
import type { NoticeSubject } from '../../../src/core/notice/notice.js';
import type { Choice } from '../components/field.js';
import type { StateView } from '../components/state-chip.js';
import { links } from '../links.js';
import { yearKindLabel } from './register-words.js';

const LIFECYCLES = { measure: measureLifecycle, report: reportLifecycle, announcement: announcementLifecycle } as const;

export const KIND_LABELS: Readonly<Record<ItemKindName, string>> = {
  measure: 'มาตรการ',
  report: 'รายงาน',
  announcement: 'ประกาศ',
};

/** Kinds as the log names them, items and others. */
export const kindLabel = (kind: string): string =>
  ({
    ...KIND_LABELS,
    plan: 'แผนมาตรการ',
    import: 'การนำเข้าจากไฟล์',
    organization: 'หน่วยงาน',
    audit: 'บันทึกการตรวจสอบ',
    edition: 'เอกสาร',
    publication: 'การเผยแพร่',
    proofreading: 'การตรวจทาน',
    person: 'บุคคล',
    post: 'ตำแหน่ง',
    division: 'ส่วนราชการ',
    appointment: 'การดำรงตำแหน่ง',
    'acting-order': 'คำสั่งรักษาราชการแทน',
    route: 'เส้นทางการพิจารณา',
    holiday: 'วันหยุด',
    milestone: 'หมุดเวลา',
  })[kind] ?? kind;

/** Kinds to look for in the log. */
export const HISTORY_KINDS: readonly Choice[] = [
  'measure',
  'report',
  'announcement',
  'edition',
  'publication',
  'person',
  'post',
  'appointment',
  'acting-order',
  'route',
  'organization',
].map((value) => ({ value, label: kindLabel(value) }));

/** The state with what stands beside it in every list. */
export const markedState = (
  kind: ItemKindName,
  state: string,
  { wasReturned, hasOpenOverride }: Marks,
): { state: StateView; hasOpenOverride: boolean } => ({ state: stateView(kind, state, wasReturned), hasOpenOverride });

interface Marks {
  readonly wasReturned: boolean;
  readonly hasOpenOverride: boolean;
}

/** Chip of a state; a draft that was sent back says so. */
export function stateView(kind: ItemKindName, state: string, wasReturned = false): StateView {
  const states: Readonly<Record<string, StateLabel>> = LIFECYCLES[kind].states;
  const { label, tone } = states[state] ?? { label: state, tone: 'draft' };
  return wasReturned && state === 'draft' ? { label: 'ส่งคืนแก้ไข', tone: 'returned' } : { label, tone };
}

export const stateLabel = (kind: string, state: string): string =>
  kind in LIFECYCLES ? stateView(kind as ItemKindName, state).label : (yearKindLabel(state) ?? state); // just looked up

/** A state without its kind, as a refusal names it: kinds that share a state call it the same. */
export function stateWord(state: string, language: 'th' | 'en'): string {
  const tables: readonly Readonly<Record<string, StateLabel>>[] = Object.values(LIFECYCLES).map(({ states }) => states);
  const found = tables.find((states) => Object.hasOwn(states, state))?.[state];
  return (language === 'th' ? found?.label : found?.labelEn) ?? state;
}

export const itemHref = (kind: ItemKindName, id: string): string =>
  ({ measure: links.measure, report: links.report, announcement: links.announcement })[kind](id);

/** Where a notice leads: to its item, or to the assessment year. */
export const subjectHref = (subject: NoticeSubject, id: string): string =>
  subject === 'milestone' ? links.clock : itemHref(subject, id);

const OTHER_DEEDS: Readonly<Record<string, string>> = {
  draft: 'เริ่มร่าง',
  edit: 'แก้ไขร่าง',
  edit_plan: 'แก้ไขร่าง',
  record_results: 'บันทึกผล',
  record_interim: 'บันทึกผลรอบ 6 เดือน',
  'evidence.add': 'แนบไฟล์หลักฐาน',
  'evidence.remove': 'นำไฟล์หลักฐานออก',
  'annex.add': 'แนบเอกสารท้ายประกาศ',
  'annex.remove': 'นำเอกสารแนบท้ายออก',
  'annex.arrange': 'แก้ไขชื่อหรือลำดับเอกสารแนบท้าย',
  compile: 'รวบรวมรายงาน',
  recompile: 'รวบรวมรายงานใหม่',
  import: 'นำเข้ามาตรการจากไฟล์',
  'sign-in': 'เข้าสู่ระบบ',
  'sign-in.failed': 'เข้าสู่ระบบไม่สำเร็จ',
  'signature.escalated': 'แจ้งผู้บังคับบัญชาเรื่องเกินกำหนด',
  comment: 'แสดงความเห็น',
  reassign: 'มอบให้ผู้อื่นพิจารณา',
  note: 'ทราบ',
  override: 'ตัดสินใจกรณีฉุกเฉิน',
  'override.ratify': 'รับรองการตัดสินใจกรณีฉุกเฉิน',
  'amend.draft': 'เริ่มร่างขอแก้ไขมาตรการ',
  'acting.order': 'บันทึกคำสั่งรักษาราชการแทน',
  'acting.revoke': 'ยกเลิกคำสั่งรักษาราชการแทน',
  'route.save': 'แก้ไขเส้นทางการพิจารณา',
  'person.add': 'เพิ่มบุคคล',
  'record.state': 'ระบุข้อมูลเดิมไว้ในประวัติ',
  'person.rename': 'แก้ไขชื่อบุคคล',
  'person.close': 'ปิดบัญชี',
  'person.reopen': 'เปิดบัญชีอีกครั้ง',
  'person.reset-password': 'ออกรหัสใช้ครั้งเดียว',
  'person.new-password': 'ตั้งรหัสผ่านใหม่',
  'person.link-line': 'เชื่อม LINE',
  'person.unlink-line': 'ยกเลิกการเชื่อม LINE',
  'person.lose-line': 'LINE เลิกเชื่อมเอง',
  'appointment.begin': 'แต่งตั้งให้ดำรงตำแหน่ง',
  'appointment.end': 'กำหนดวันสิ้นสุดการดำรงตำแหน่ง',
  'post.add': 'เพิ่มตำแหน่ง',
  'post.rename': 'แก้ไขชื่อตำแหน่ง',
  'post.end': 'ยกเลิกตำแหน่ง',
  'division.add': 'เพิ่มส่วนราชการ',
  'division.change': 'แก้ไขส่วนราชการ',
  'item.hand-over': 'ส่งมอบให้ผู้อื่นดูแลต่อ',
  'person.hand-over': 'ส่งมอบงาน',
  'person.leave': 'ส่งมอบงานและปิดบัญชี',
  'holiday.change': 'แก้ไขวันหยุด',
  'milestone.change': 'แก้ไขกำหนดการประเมิน',
  'organization.register': 'ลงทะเบียนหน่วยงาน',
  'number.draw': 'ออกเลขทะเบียน',
  'number.void': 'ยกเลิกเลขทะเบียน',
  'register.years': 'เปลี่ยนรอบปีของทะเบียน',
  'layout.save': 'บันทึกรูปแบบตาราง',
  'font.upload': 'นำแบบอักษรเข้า',
  'font.choose': 'เปลี่ยนแบบอักษรของเอกสาร',
  'font.retire': 'เลิกใช้แบบอักษรของเอกสาร',
  'certificate.upload': 'นำใบรับรองเข้า',
  'assessment.save': 'บันทึกผลการประเมิน ITA',
  'proposal.accepted': 'ร่างมาตรการจากข้อเสนอ',
  'proposal.dropped': 'ไม่ดำเนินการตามข้อเสนอ',
  'catalogue.save': 'แก้ไขรายการรหัสของปี',
  'wording.save': 'บันทึกถ้อยคำประกาศ',
  'proofreading.override': 'เสนอทั้งที่ตัวตรวจทานพบข้อที่ต้องแก้',
  'proofreading.rule': 'ตั้งค่ากฎการตรวจทาน',
  'proofreading.word': 'แก้ไขคลังคำของการตรวจทาน',
  'personal-data.clear': 'ยืนยันว่าข้อมูลเผยแพร่ได้',
  'log-key.set': 'ประกาศกุญแจของบันทึก',
  'audit.export': 'จัดทำชุดบันทึกเพื่อตรวจสอบ',
  'audit.checkpoint.quarantined': 'ลงนามจุดตรวจไม่สำเร็จ พักไว้',
  'audit.checkpoint.retried': 'สั่งลงนามจุดตรวจอีกครั้ง',
  'audit.stamp.quarantined': 'ขอรับรองเวลาของจุดตรวจไม่สำเร็จ พักไว้',
  'audit.stamp.retried': 'สั่งขอรับรองเวลาของจุดตรวจอีกครั้ง',
  'audit.cosign.quarantined': 'ขอลายมือชื่อร่วมของพยานไม่สำเร็จ พักไว้',
  'audit.cosign.retried': 'สั่งขอลายมือชื่อร่วมของพยานอีกครั้ง',
  'audit.export.quarantined': 'จัดทำชุดบันทึกไม่สำเร็จ พักไว้',
  'audit.export.retried': 'สั่งจัดทำชุดบันทึกอีกครั้ง',
  'edition.freeze': 'ตรึงเนื้อหาที่ลงนาม',
  'edition.render': 'จัดทำ PDF แล้ว',
  'edition.seal': 'ประทับรับรองแล้ว',
  'publication.publish': 'ตรวจพบบนเว็บ',
  'publication.withdraw': 'ตรวจแล้วว่าไม่มีบนเว็บ',
  'publication.drift': 'พบว่าเว็บไม่ตรงกับฉบับจริง',
  'publication.restore': 'นำขึ้นเว็บคืนแล้ว',
  'edition.render.quarantined': 'จัดทำ PDF ไม่สำเร็จ พักไว้',
  'edition.seal.quarantined': 'ประทับรับรองไม่สำเร็จ พักไว้',
  'publication.send.quarantined': 'ส่งขึ้นเว็บไม่สำเร็จ พักไว้',
  'import.ask': 'สั่งนำเข้ามาตรการจากไฟล์',
  'import.run.quarantined': 'นำเข้ามาตรการจากไฟล์ไม่สำเร็จ พักไว้',
  'import.run.retried': 'สั่งนำเข้ามาตรการจากไฟล์อีกครั้ง',
  'evidence.look.quarantined': 'ตรวจลิงก์หลักฐานไม่สำเร็จ พักไว้',
  'evidence.look.retried': 'สั่งตรวจลิงก์หลักฐานอีกครั้ง',
  'publication.patrol.quarantined': 'เว็บไม่ตรงกับฉบับจริงซ้ำหลายครั้ง พักไว้ให้ตรวจสอบ',
  'publication.patrol.retried': 'สั่งตรวจเว็บประจำวันอีกครั้ง',
  'publication.recheck.quarantined': 'ตรวจเว็บไม่สำเร็จ พักไว้',
  'edition.render.retried': 'สั่งจัดทำ PDF อีกครั้ง',
  'edition.seal.retried': 'สั่งประทับรับรองอีกครั้ง',
  'publication.send.retried': 'สั่งส่งขึ้นเว็บอีกครั้ง',
  'publication.recheck.retried': 'สั่งตรวจเว็บอีกครั้ง',
};

/** What was done, in words, by the action of an event. */
export function deedLabel(kind: string, action: string): string {
  const transitions: Readonly<Record<string, { label: string }>> =
    kind in LIFECYCLES ? LIFECYCLES[kind as ItemKindName].transitions : {}; // just looked up
  return transitions[action]?.label ?? OTHER_DEEDS[action] ?? action;
}
