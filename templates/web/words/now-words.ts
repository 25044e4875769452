import type { ItemKindName } from '../../../src/core/item.js';

export interface Standing {
  readonly kind: ItemKindName;
  readonly state: string;
  /** Posts of mine that are asked now. */
  readonly myPosts: readonly string[];
  /** "รอ ผู้อำนวยการกองคลัง (…)", or empty. */
  readonly waiting: string;
  readonly mayDraft: boolean;
  readonly hasResults: boolean;
}

/** What happens now and who does it, in one line. */
export function nowText({ kind, state, myPosts, waiting, mayDraft, hasResults }: Standing): string {
  if (myPosts.length > 0) return `รอท่านพิจารณาในฐานะ${myPosts.join(' และ ')}`;
  if (waiting !== '') return waiting;
  if (state === 'draft') return mayDraft ? 'แก้ไขได้จนกว่าจะเสนอ' : 'ผู้จัดทำกำลังร่าง';
  if (state === 'approved') return approvedText(mayDraft, hasResults);
  return AFTERWARDS[kind]?.[state] ?? '';
}

const approvedText = (mayDraft: boolean, hasResults: boolean): string => {
  if (!mayDraft) return 'ส่วนราชการกำลังดำเนินการตามมาตรการ';
  return hasResults ? 'บันทึกผลแล้ว ตรวจทานแล้วเสนอให้รับรอง' : 'ดำเนินการแล้วให้บันทึกผล';
};

const PRODUCED: Readonly<Record<string, string>> = {
  signed: 'ระบบกำลังจัดทำเอกสารและเผยแพร่ให้',
  published: 'ตรวจพบบนเว็บแล้ว',
  superseded: 'เก็บไว้เพื่ออ้างอิง',
  withdrawn: 'ไม่แสดงต่อสาธารณะแล้ว',
};

const AFTERWARDS: Readonly<Partial<Record<ItemKindName, Readonly<Record<string, string>>>>> = {
  measure: { completed: 'รับรองผลครบแล้ว นำไปรวมในรายงานได้', cancelled: 'ไม่ดำเนินการแล้ว' },
  report: PRODUCED,
  announcement: PRODUCED,
};

/** What a deed leads to, said before it is done. */
const CONSEQUENCES: Readonly<Record<string, string>> = {
  return:
    'เลือกว่าส่งคืนถึงใคร ถ้าส่งคืนผู้เสนอ เรื่องจะกลับเป็นร่างและเริ่มลงความเห็นใหม่ ถ้าส่งคืนลำดับก่อนหน้า ลำดับนั้นและลำดับหลังจากนั้นลงความเห็นใหม่',
  return_results: 'มาตรการยังอนุมัติอยู่ ผู้จัดทำจะแก้ไขผลแล้วเสนอใหม่',
  recall: 'เรื่องจะกลับมาเป็นร่างให้แก้ไขต่อ การลงความเห็นในรอบนี้จะเริ่มใหม่',
  recall_results: 'ผลจะกลับมาให้แก้ไขต่อ การรับรองในรอบนี้จะเริ่มใหม่',
  drop_amendment: 'ร่างขอแก้ไขจะสิ้นสุดลง มาตรการที่อนุมัติแล้วคงเดิม',
  cancel:
    'มาตรการจะถูกยกเลิกและไม่รวมในรายงาน ยังเปิดดูประวัติได้ หากเคยอนุมัติแล้ว เหตุผลที่ระบุจะแสดงต่อสาธารณะในหน้าของปีงบประมาณนั้น จึงไม่ควรมีข้อมูลส่วนบุคคล',
  withdraw: 'เอกสารจะถูกนำออกจากเว็บ และแสดงเหตุผลนี้ต่อสาธารณะแทน',
  sign_off: 'ความเห็นชอบของท่านจะบันทึกกับข้อความที่ท่านเห็นอยู่นี้',
  approve: 'การอนุมัติจะบันทึกกับข้อความที่ท่านเห็นอยู่นี้',
  endorse: 'การรับรองจะบันทึกกับข้อความที่ท่านเห็นอยู่นี้',
  sign: 'เมื่อลงนามแล้ว ระบบจะจัดทำ PDF ประทับรับรอง และเผยแพร่ให้โดยอัตโนมัติ',
  submit: 'เรื่องจะส่งถึงผู้พิจารณา และแก้ไขไม่ได้จนกว่าจะส่งคืน',
  submit_results: 'ผลจะส่งถึงหัวหน้าส่วนราชการเพื่อรับรอง',
  submit_interim: 'ผลรอบ 6 เดือนจะส่งถึงหัวหน้าส่วนราชการเพื่อรับรอง ผลทั้งปีบันทึกต่อได้หลังจากนั้น',
  endorse_interim: 'การรับรองจะบันทึกกับผลรอบ 6 เดือนที่ท่านเห็นอยู่นี้ ผลทั้งปีจะเสนอให้รับรองอีกครั้ง',
};
export const consequenceOf = (deed: string): string => CONSEQUENCES[deed] ?? '';

export const emergencyLabel = (label: string): string => `${label} (กรณีฉุกเฉิน)`;
export const EMERGENCY_CONSEQUENCE = 'ใช้เมื่อไม่มีบุคคลอื่นตัดสินใจได้ทันเวลาเท่านั้น เรื่องนี้จะมีเครื่องหมายจนกว่าบุคคลอื่นจะรับรอง';

/** Who acted when no person did. */
export const PRODUCT_NAME = 'ระบบโปร่งใส';

/** Said at the top of the next page once a deed is done. */
export const DONE_NOTICE: Readonly<Record<string, { readonly title: string; readonly body?: string }>> = {
  submit: { title: 'เสนอแล้ว', body: 'ผู้พิจารณาจะเห็นเรื่องนี้ในงานของตน' },
  sign_off: { title: 'เห็นชอบแล้ว' },
  approve: { title: 'อนุมัติแล้ว' },
  return: { title: 'ส่งคืนแล้ว', body: 'ผู้รับคืนจะเห็นเหตุผลของท่าน' },
  submit_results: { title: 'เสนอผลแล้ว', body: 'หัวหน้าส่วนราชการจะเห็นเรื่องนี้ในงานของตน' },
  endorse: { title: 'รับรองผลแล้ว' },
  submit_interim: { title: 'เสนอผลรอบ 6 เดือนแล้ว', body: 'หัวหน้าส่วนราชการจะเห็นเรื่องนี้ในงานของตน' },
  endorse_interim: { title: 'รับรองผลรอบ 6 เดือนแล้ว' },
  return_results: { title: 'ส่งคืนผลแล้ว', body: 'ผู้จัดทำจะเห็นเหตุผลของท่าน' },
  recall: { title: 'เรียกคืนแล้ว', body: 'แก้ไขต่อได้ แล้วเสนอใหม่เมื่อพร้อม' },
  recall_results: { title: 'เรียกคืนผลแล้ว', body: 'แก้ไขต่อได้ แล้วเสนอใหม่เมื่อพร้อม' },
  drop_amendment: { title: 'ถอนการขอแก้ไขแล้ว', body: 'มาตรการที่อนุมัติแล้วคงเดิม' },
  cancel: { title: 'ยกเลิกมาตรการแล้ว' },
  reassign: { title: 'มอบให้ผู้อื่นพิจารณาแล้ว', body: 'เรื่องนี้อยู่ในงานของผู้รับมอบแล้ว' },
  sign: { title: 'ลงนามแล้ว', body: 'ระบบกำลังจัดทำ PDF ประทับรับรอง และส่งขึ้นเว็บให้' },
  withdraw: { title: 'เพิกถอนแล้ว', body: 'ระบบกำลังนำออกจากเว็บและจะตรวจว่าไม่มีแล้วจริง' },
  saved: { title: 'บันทึกร่างแล้ว' },
  results: { title: 'บันทึกผลแล้ว', body: 'ตรวจทาน แล้วเสนอให้รับรอง' },
  interim: { title: 'บันทึกผลรอบ 6 เดือนแล้ว', body: 'รายงานความก้าวหน้ารอบ 6 เดือนใช้ข้อมูลนี้' },
  'evidence.add': { title: 'แนบไฟล์หลักฐานแล้ว', body: 'ข้อมูลแฝงในไฟล์ เช่น พิกัดและผู้จัดทำ ถูกนำออกแล้ว' },
  'evidence.remove': { title: 'นำไฟล์หลักฐานออกแล้ว' },
  'annex.add': { title: 'แนบเอกสารแล้ว', body: 'ข้อมูลแฝงในไฟล์ เช่น พิกัดและผู้จัดทำ ถูกนำออกแล้ว' },
  'annex.remove': { title: 'นำเอกสารแนบท้ายออกแล้ว' },
  'annex.arrange': { title: 'บันทึกชื่อและลำดับแล้ว' },
  compiled: { title: 'รวบรวมรายงานแล้ว', body: 'ตรวจสิ่งที่ยังขาด แล้วเสนอปลัดลงนาม' },
  proofreading: { title: 'บันทึกการตั้งค่าการตรวจทานแล้ว' },
  'font.choose': { title: 'เปลี่ยนแบบอักษรของเอกสารแล้ว', body: 'ใช้กับเอกสารที่ลงนามตั้งแต่นี้ไป' },
  'font.retire': { title: 'เลิกใช้แบบอักษรแล้ว', body: 'เอกสารที่พิมพ์ด้วยแบบอักษรนี้ไม่เปลี่ยน' },
  'certificate.upload': { title: 'ใช้ใบรับรองใหม่แล้ว', body: 'เอกสารที่ค้างเพราะใบรับรองจะประทับรับรองต่อเอง' },
  'number.void': { title: 'ยกเลิกเลขที่แล้ว', body: 'เลขที่และเหตุผลคงอยู่ในทะเบียน' },
  'register.years': { title: 'เปลี่ยนรอบปีของทะเบียนแล้ว', body: 'เลขที่ที่ออกไปแล้วไม่เปลี่ยน' },
  'layout.save': { title: 'บันทึกรูปแบบรายงานแล้ว', body: 'ใช้กับรายงานที่รวบรวมตั้งแต่นี้ไป' },
  'wording.save': { title: 'บันทึกถ้อยคำแล้ว', body: 'ใช้กับประกาศที่ร่างตั้งแต่นี้ไป' },
  'catalogue.save': { title: 'บันทึกตัวชี้วัดและข้อ O แล้ว' },
  retried: { title: 'สั่งให้ลองอีกครั้งแล้ว' },
  amend: { title: 'เริ่มร่างขอแก้ไขแล้ว', body: 'ฉบับเดิมยังมีผลจนกว่าการแก้ไขจะได้รับอนุมัติ' },
  comment: { title: 'บันทึกความเห็นแล้ว' },
  'override.ratify': { title: 'รับรองการตัดสินใจกรณีฉุกเฉินแล้ว' },
  'route.save': { title: 'บันทึกเส้นทางแล้ว', body: 'ใช้กับเรื่องที่เสนอตั้งแต่นี้ไป' },
  'route.save-unheld': {
    title: 'บันทึกเส้นทางแล้ว แต่มีขั้นที่วันนี้ยังไม่มีผู้ลงนามได้',
    body: 'เรื่องจะค้างที่ขั้นนั้นจนกว่าจะมีผู้ดำรงตำแหน่งหรือผู้รักษาราชการแทน ดูขั้นที่เน้นไว้ด้านล่าง',
  },
  'person.rename': { title: 'บันทึกชื่อแล้ว', body: 'เอกสารที่ลงนามแล้วคงชื่อเดิมไว้' },
  'person.close': { title: 'ปิดบัญชีแล้ว', body: 'เข้าสู่ระบบไม่ได้อีก ประวัติคงอยู่' },
  'appointment.begin': { title: 'บันทึกการดำรงตำแหน่งแล้ว' },
  'appointment.end': { title: 'บันทึกวันสิ้นสุดแล้ว', body: 'ประวัติการดำรงตำแหน่งคงอยู่' },
  'appointment.end-orders': {
    title: 'บันทึกวันสิ้นสุดแล้ว แต่ผู้นี้มีคำสั่งรักษาราชการแทนที่จะไม่มีผล',
    body: 'ผู้ที่ไม่มีตำแหน่งของตนเองทำแทนผู้อื่นไม่ได้ กรุณาดูคำสั่งรักษาราชการแทน ยกเลิก และบันทึกคำสั่งใหม่',
  },
  'post.add': { title: 'เพิ่มตำแหน่งแล้ว', body: 'แต่งตั้งผู้ดำรงตำแหน่งได้จากหน้าของบุคคล' },
  'post.rename': { title: 'บันทึกชื่อตำแหน่งแล้ว', body: 'เอกสารที่ลงนามแล้วคงชื่อเดิมไว้' },
  'post.end': { title: 'ยกเลิกตำแหน่งแล้ว' },
  'division.save': { title: 'บันทึกส่วนราชการแล้ว' },
  'holiday.save': { title: 'บันทึกวันหยุดแล้ว', body: 'วันครบกำหนดของเรื่องที่รออยู่คำนวณใหม่แล้ว' },
  'milestone.save': { title: 'บันทึกกำหนดการแล้ว', body: 'แผนงานและการแจ้งเตือนคำนวณใหม่แล้ว' },
  wishes: { title: 'บันทึกการตั้งค่าการแจ้งเตือนแล้ว' },
  'line.unlink': { title: 'ยกเลิกการเชื่อม LINE แล้ว', body: 'ข้อความทาง LINE ที่รอส่งจะไม่ส่ง' },
  password: { title: 'ตั้งรหัสผ่านใหม่แล้ว', body: 'การเข้าสู่ระบบที่เปิดค้างในเครื่องอื่นสิ้นสุดลงแล้ว' },
  'audit.export': { title: 'รับคำขอแล้ว', body: 'ระบบกำลังจัดทำชุดบันทึก โหลดหน้านี้ใหม่ในอีกสักครู่' },
  'acting.order': { title: 'บันทึกคำสั่งแล้ว', body: 'งานที่รอและช่องลงนามจะเป็นไปตามคำสั่งตั้งแต่วันเริ่ม' },
  'acting.revoke': { title: 'ยกเลิกคำสั่งแล้ว', body: 'ผู้ปฏิบัติไม่มีสิทธิตามคำสั่งนี้ตั้งแต่วันนี้' },
};

/** @param differing titles of measures that are there already and say something else than the file */
export const importedNotice = (
  created: number,
  alreadyThere: number,
  differing: readonly string[],
): { title: string; body?: string } => ({
  title: `นำเข้าแล้ว ${created} มาตรการเป็นร่าง`,
  ...(alreadyThere > 0 ? { body: `อีก ${alreadyThere} มาตรการมีอยู่แล้ว จึงไม่นำเข้าซ้ำ${differingText(differing)}` } : {}),
});

const MOST_NAMED = 5;

const differingText = (titles: readonly string[]): string =>
  titles.length === 0
    ? ''
    : ` ในจำนวนนี้ ${titles.length} มาตรการเนื้อหาต่างจากไฟล์และยังคงเดิม: ${titles.slice(0, MOST_NAMED).join(' · ')}${titles.length > MOST_NAMED ? ' …' : ''}`;

export const takenOverNotice = (changed: number): { title: string } => ({
  title: `ใช้ข้อความในไฟล์แทนของเดิมแล้ว ${changed} มาตรการ`,
});

export const REASSIGN_LABEL = 'มอบให้ผู้อื่นพิจารณา';
export const CHANGED_MEASURES = 'มาตรการในรายงาน';
export const CHANGED_PARTICULARS = 'ข้อมูลในประกาศ';
export const EDIT_LABEL = 'แก้ไข';
export const ANNEXES_LABEL = 'เอกสารแนบท้าย';
export const NO_ANNEXES = 'ยังไม่มีเอกสารแนบท้าย';
export const AMEND_LABEL = 'ขอแก้ไขมาตรการ';
export const OPEN_AMENDMENT_LABEL = 'ดูฉบับที่ขอแก้ไข';
export const RESULTS_LABEL = 'บันทึกผลการดำเนินงาน';
export const INTERIM_LABEL = 'บันทึกผลรอบ 6 เดือน';
export const RECOMPILE_LABEL = 'รวบรวมใหม่จากข้อมูลล่าสุด';
export const REVISE_LABEL = 'จัดทำฉบับใหม่แทน';
export const SAVED_AT = 'บันทึกล่าสุด';
