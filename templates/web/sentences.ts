import type { ErrorCode, ErrorDetails } from '../../src/core/errors.js';
import { englishDate, thaiShortDate } from '../../src/core/thai/dates.js';
import { fieldLabel } from './field-labels.js';
import { stateWord } from './words/item-words.js';

export type SentenceLanguage = 'th' | 'en';

export interface Sentence {
  readonly th: string;
  readonly en: string;
}

/**
 * What each refusal says to a person: what happened, then what to do next.
 * `{name}` is filled from the details of the refusal; a part in square brackets is left out when its details are missing.
 */
export const SENTENCES: Readonly<Record<ErrorCode, Sentence>> = {
  'item.not-found': {
    th: 'ไม่พบรายการที่ขอ อาจถูกย้าย หรือท่านไม่มีสิทธิ์เข้าถึง กรุณากลับไปเลือกจากรายการอีกครั้ง',
    en: 'This item was not found, or you may not see it. Go back to the list and choose again.',
  },
  'item.changed-meanwhile': {
    th: 'มีผู้แก้ไขหรือพิจารณารายการนี้ไปก่อนแล้ว[ ขณะนี้อยู่ในสถานะ “{state}”] กรุณาเปิดดูฉบับล่าสุดก่อนดำเนินการอีกครั้ง',
    en: 'Somebody changed or decided this item before you.[ It is now “{state}”.] Open the latest version before you act again.',
  },
  'item.refused': {
    th: 'ยังดำเนินการนี้ไม่ได้ กรุณาแก้ไขตามรายการที่แจ้งแล้วลองอีกครั้ง',
    en: 'This cannot be done yet. Correct the points listed and try again.',
  },
  'item.shown-hash-differs': {
    th: 'เอกสารที่ท่านเห็นไม่ตรงกับฉบับล่าสุด ระบบจึงยังไม่บันทึกการตัดสินใจ กรุณาอ่านฉบับล่าสุดแล้วดำเนินการอีกครั้ง',
    en: 'The document you saw is not the latest one, so your decision was not recorded. Read the latest version and act again.',
  },
  'lifecycle.wrong-state': {
    th: 'รายการนี้ไม่อยู่ในขั้นตอนที่ทำสิ่งนี้ได้แล้ว กรุณาเปิดดูสถานะล่าสุด',
    en: 'This item is no longer at a step where that can be done. Open it to see where it stands.',
  },
  'lifecycle.wrong-capacity': {
    th: 'ขั้นตอนนี้เป็นอำนาจของตำแหน่งอื่น ท่านดูรายการได้แต่ดำเนินการแทนไม่ได้',
    en: 'This step belongs to another post. You may read the item but not act on it.',
  },
  'lifecycle.reason-missing': {
    th: 'กรุณาระบุเหตุผล เพื่อให้ผู้จัดทำทราบว่าต้องแก้ไขอย่างไร',
    en: 'Give a reason, so that the author knows what to correct.',
  },
  'route.not-your-turn': {
    th: 'ยังไม่ถึงลำดับของท่าน กรุณารอผู้พิจารณาลำดับก่อนหน้า',
    en: 'It is not your turn yet. Please wait for the earlier step.',
  },
  'route.already-decided': {
    th: 'ส่วนราชการของท่านพิจารณารายการนี้แล้ว ไม่ต้องดำเนินการซ้ำ',
    en: 'Your division has already decided on this item. There is nothing more to do.',
  },
  'route.own-submission': {
    th: 'ท่านเป็นผู้เสนอรายการนี้ จึงพิจารณาเองไม่ได้ กรุณาให้ผู้มีอำนาจท่านอื่นพิจารณา',
    en: 'You submitted this item, so you may not decide on it yourself. Another authorised person has to.',
  },
  'route.own-text': {
    th: 'ท่านเป็นผู้เขียนหรือแก้ไขข้อความนี้ จึงพิจารณาเองไม่ได้ แม้ผู้อื่นเป็นผู้เสนอ กรุณาให้ผู้มีอำนาจท่านอื่นพิจารณา',
    en: 'You wrote or changed this text, so you may not decide on it, even though somebody else submitted it. Another authorised person has to.',
  },
  'route.step-not-earlier': {
    th: 'ส่งคืนไปลำดับนี้ไม่ได้ กรุณาเลือกลำดับที่ผ่านมาแล้วของเส้นทางนี้ หรือส่งคืนผู้เสนอ',
    en: 'It cannot be returned to this step. Choose an earlier step of its route, or the submitter.',
  },
  'route.not-to-them': {
    th: 'บุคคลนี้ไม่มีอำนาจลงความเห็นในลำดับนี้ หรือเป็นผู้จัดทำหรือผู้เสนอเรื่องเอง กรุณาเลือกจากรายชื่อที่แสดง หรือบันทึกคำสั่งรักษาราชการแทนก่อน',
    en: 'This person may not decide at this step, or wrote or submitted the item. Choose from the names listed, or record an acting order first.',
  },
  'route.nobody-may-sign': {
    th: 'ไม่มีผู้ดำรงตำแหน่งที่มีอำนาจในขั้นตอนนี้[ ({post})] กรุณาแจ้งผู้ดูแลระบบของหน่วยงานให้บันทึกผู้ดำรงตำแหน่งหรือคำสั่งรักษาราชการแทน',
    en: 'Nobody holds the post that decides this step[ ({post})]. Ask your administrator to record an appointment or an acting order.',
  },
  'route.not-own-submission': {
    th: 'เรียกคืนได้เฉพาะรายการที่ท่านเป็นผู้เสนอเอง',
    en: 'Only the person who submitted an item may recall it.',
  },
  'route.somebody-decided': {
    th: 'มีผู้พิจารณารายการนี้แล้ว จึงเรียกคืนไม่ได้ กรุณาขอให้ผู้พิจารณาส่งคืนแก้ไข',
    en: 'Somebody has decided already, so it cannot be recalled. Ask a signer to return it.',
  },
  'route.stage-missing': {
    th: 'เส้นทางขาดขั้นตอนที่จำเป็น กรุณาเพิ่มให้ครบทุกขั้น',
    en: 'The route lacks a stage that this kind of item needs. Add a step for each.',
  },
  'route.stage-unknown': {
    th: 'ขั้นตอนนี้ใช้กับรายการประเภทนี้ไม่ได้ กรุณาลบหรือเลือกขั้นอื่น',
    en: 'This stage does not belong to this kind of item. Remove it or choose another.',
  },
  'route.stage-order': {
    th: 'ลำดับขั้นตอนไม่ถูกต้อง ให้เรียง เห็นชอบ อนุมัติ แล้วจึงรับรองผล',
    en: 'The stages are out of order: review, approval, then results.',
  },
  'route.need-unreachable': {
    th: 'จำนวนผู้ลงนามที่กำหนดมากกว่าจำนวนตำแหน่งในขั้นนี้ จึงไม่มีทางครบ กรุณาลดจำนวนหรือเพิ่มตำแหน่ง',
    en: 'This step asks for more signatures than it has posts and could never complete. Lower the number or add posts.',
  },
  'route.post-unknown': {
    th: 'มีตำแหน่งที่ไม่อยู่ในหน่วยงาน กรุณาเลือกใหม่',
    en: 'A post does not exist in this organization. Choose again.',
  },
  'route.due-invalid': {
    th: 'กำหนดเวลาต้องเป็นจำนวนวันทำการ 1 ถึง 65 วัน',
    en: 'The time allowed is 1 to 65 working days.',
  },
  'route.too-long': {
    th: 'เส้นทางมีได้ไม่เกิน 12 ขั้น',
    en: 'A route has at most 12 steps.',
  },
  'route.same-signer-twice': {
    th: 'ผู้ที่ขั้นนี้ถามต้องลงนามในขั้นอื่นของรอบเดียวกันอยู่แล้ว คนหนึ่งลงนามได้ครั้งเดียวต่อรอบ เรื่องจึงไม่มีทางครบ กรุณาเลือกตำแหน่งอื่นหรือลบขั้นนี้',
    en: 'Whoever this step asks has to sign another step of the same round already. One person signs a round once, so no item could complete. Choose another post or remove the step.',
  },
  'route.no-divisions': {
    th: 'รายการประเภทนี้ไม่มีส่วนราชการที่รับผิดชอบ จึงไม่มีหัวหน้าส่วนราชการให้ถาม กรุณาเลือกตำแหน่งอื่น',
    en: 'Items of this kind have no responsible divisions, so there is no head to ask. Choose another post.',
  },
  'override.own': {
    th: 'ผู้ใช้อำนาจกรณีฉุกเฉินรับรองการใช้อำนาจของตนเองไม่ได้ ต้องให้ผู้อื่นรับรอง',
    en: 'Whoever used the emergency override cannot ratify it. Another person has to.',
  },
  'override.not-open': {
    th: 'ไม่พบการใช้อำนาจกรณีฉุกเฉินที่รอรับรอง อาจมีผู้รับรองแล้ว',
    en: 'There is no override waiting for ratification; somebody may have ratified it.',
  },
  'amendment.exists': {
    th: 'มีการแก้ไขเพิ่มเติมมาตรการนี้ค้างอยู่แล้ว กรุณาดำเนินการฉบับนั้นให้เสร็จหรือยกเลิกก่อน',
    en: 'An amendment of this measure is on its way already. Finish or cancel that one first.',
  },
  'amendment.open': {
    th: 'มีการขอแก้ไขมาตรการนี้ค้างอยู่ จึงยังเสนอผลไม่ได้ กรุณาดำเนินการขอแก้ไขให้เสร็จ หรือถอนการขอแก้ไขก่อน',
    en: 'An amendment of this measure is on its way, so results cannot be submitted yet. Finish or withdraw the amendment first.',
  },
  'amendment.base-moved': {
    th: 'มาตรการเดิมไม่ได้มีผลใช้อยู่แล้ว การขอแก้ไขนี้จึงดำเนินการต่อไม่ได้ ส่งคืนให้ผู้ขอแก้ไขถอนเรื่อง',
    en: 'The measure is no longer in force as approved, so this amendment cannot go on. Return it for withdrawal.',
  },
  'amendment.not-own': {
    th: 'ผู้ดูแลร่างขอแก้ไขฉบับนี้เท่านั้นที่ถอนได้',
    en: 'Only the person whose draft this is may withdraw the amendment.',
  },
  'handover.same-person': {
    th: 'ผู้ส่งมอบและผู้รับมอบต้องเป็นคนละคน',
    en: 'The person who hands over and the one who takes over have to be different.',
  },
  'acting.dates-reversed': {
    th: 'วันสิ้นสุดของคำสั่งอยู่ก่อนวันเริ่มต้น กรุณาตรวจสอบวันที่',
    en: 'The order ends before it starts. Check the dates.',
  },
  'acting.person-without-post': {
    th: 'ผู้รับคำสั่งยังไม่มีตำแหน่งของตนเองในวันดังกล่าว กรุณาบันทึกการดำรงตำแหน่งก่อน',
    en: 'The person holds no post of their own on that day. Record an appointment first.',
  },
  'acting.own-post': {
    th: 'ผู้รับคำสั่งดำรงตำแหน่งนี้อยู่แล้ว ไม่ต้องมีคำสั่งให้ทำแทน กรุณาเลือกตำแหน่งอื่น',
    en: 'The person holds this post already and cannot act for it. Choose another post.',
  },
  'acting.overlap': {
    th: 'มีคำสั่งให้ทำแทนตำแหน่งนี้ในช่วงเวลาเดียวกันอยู่แล้ว[ (คำสั่งที่ {overlapping})] กรุณายกเลิกคำสั่งเดิมหรือเลือกช่วงเวลาอื่น',
    en: 'Another order for this post[ ({overlapping})] covers the same days. Revoke it or choose other dates.',
  },
  'acting.through-unusable': {
    th: 'คำสั่งที่อ้างถึงต้องเป็นของบุคคลเดียวกันและครอบคลุมช่วงเวลาเดียวกัน กรุณาเลือกคำสั่งอื่น',
    en: 'The order it goes through has to be of the same person and cover the same days. Choose another.',
  },
  'acting.circular': {
    th: 'คำสั่งวนกลับมาที่เดิม ผู้ปฏิบัติแทนมีผู้ปฏิบัติแทนอยู่ในวันเดียวกัน[ (คำสั่งที่ {circle})] กรุณายกเลิกคำสั่งเดิม หรือเลือกผู้อื่นหรือช่วงเวลาอื่น',
    en: 'The orders go round in a circle: who would act is acted for on the same days[ (orders {circle})]. Revoke one of them, or choose somebody else or other dates.',
  },
  'acting.chain-too-long': {
    th: 'ทำแทนต่อกันได้ไม่เกินสองทอด กรุณาออกคำสั่งให้ผู้อื่น',
    en: 'At most two acting orders may follow each other. Give the order to somebody else.',
  },
  'acting.handed-on': {
    th: 'อำนาจที่ได้รับมอบ (ปฏิบัติราชการแทน) มอบต่อไม่ได้',
    en: 'Delegated authority cannot be handed on.',
  },
  'measure.title-missing': { th: 'กรุณาระบุชื่อมาตรการ', en: 'Enter the title of the measure.' },
  'measure.division-missing': {
    th: 'กรุณาเลือกส่วนราชการที่รับผิดชอบอย่างน้อยหนึ่งแห่ง',
    en: 'Choose at least one responsible division.',
  },
  'measure.method-missing': {
    th: 'กรุณาระบุวิธีดำเนินการอย่างน้อยหนึ่งข้อ',
    en: 'Enter at least one method.',
  },
  'measure.period-missing': {
    th: 'กรุณาระบุระยะเวลาดำเนินการ เป็นวันที่หรือเป็นข้อความ',
    en: 'Enter the period, as dates or in words.',
  },
  'measure.period-outside-year': {
    th: 'ระยะเวลาอยู่นอกปีงบประมาณ[ พ.ศ. {fiscalYear}] กรุณาแก้ไขให้อยู่ระหว่าง 1 ตุลาคม ถึง 30 กันยายน ของปีงบประมาณนั้น',
    en: 'The period lies outside the fiscal year[ {fiscalYear}]. It must fall between 1 October and 30 September of that year.',
  },
  'measure.results-missing': {
    th: 'กรุณาระบุผลการดำเนินงานอย่างน้อยหนึ่งข้อ',
    en: 'Enter at least one result.',
  },
  'measure.outcomes-missing': {
    th: 'กรุณาระบุผลลัพธ์หรือความสำเร็จอย่างน้อยหนึ่งข้อ',
    en: 'Enter at least one outcome.',
  },
  'measure.interim-missing': {
    th: 'ยังไม่มีผลการดำเนินการรอบ 6 เดือน กรุณาบันทึกจากหน้าของมาตรการ',
    en: 'There are no six-month results yet. Record them from the page of the measure.',
  },
  'measure.interim-endorsed': {
    th: 'ผลรอบ 6 เดือนนี้ได้รับการรับรองแล้ว แก้ไขผลรอบ 6 เดือนก่อนจึงจะเสนอใหม่ได้',
    en: 'These six-month results are endorsed already. They can be submitted again after a change.',
  },
  'measure.interim-not-endorsed': {
    th: 'ผลการดำเนินการรอบ 6 เดือนยังไม่ได้รับการรับรอง เสนอให้รับรองได้จากหน้าของมาตรการ',
    en: 'The six-month results are not endorsed. Submit them for endorsement from the page of the measure.',
  },
  'measure.interim-outside-year': {
    th: 'วันที่ของข้อมูลรอบ 6 เดือนต้องเป็นวันที่ที่มีจริงในปีงบประมาณ[ พ.ศ. {fiscalYear}] เช่น 31 มีนาคม',
    en: 'The day of the six-month results must be a real date within the fiscal year[ {fiscalYear}], such as 31 March.',
  },
  'measure.result-date-impossible': {
    th: 'วันที่ของผล[ข้อ {row} ]ไม่มีจริงหรืออ่านไม่ออก กรุณากรอกวัน เดือน และปี พ.ศ. เช่น 20 ก.พ. 2568',
    en: 'The date of result[ {row}] does not exist or cannot be read. Give day, month and year.',
  },
  'measure.result-start-missing': {
    th: 'ผล[ข้อ {row} ]มีวันสิ้นสุดแต่ไม่มีวันเริ่ม กรุณากรอกวันเริ่มด้วย',
    en: 'Result[ {row}] has a last day but no first day. Give the first day too.',
  },
  'measure.result-dates-reversed': {
    th: 'วันสิ้นสุดของผล[ข้อ {row} ]อยู่ก่อนวันเริ่ม กรุณาตรวจวันที่ทั้งสองช่อง',
    en: 'The last day of result[ {row}] is before its first day. Check both dates.',
  },
  'measure.figure-incomplete': {
    th: 'ตัวเลขผลลัพธ์[ข้อ {row} ]ต้องมีทั้งชื่อ ตัวเลข และหน่วยนับ เช่น ผู้เข้าร่วม 45 คน',
    en: 'Figure[ {row}] needs a name, a number and a unit, such as “participants, 45, people”.',
  },
  'measure.figure-not-number': {
    th: 'ตัวเลขผลลัพธ์[ข้อ {row} ]ต้องเป็นตัวเลขตั้งแต่ 0 ขึ้นไป ทศนิยมไม่เกิน 4 ตำแหน่ง เช่น 1,204 หรือ ๘๕.๕',
    en: 'Figure[ {row}] must be a number of 0 or more with at most 4 decimals, such as 1,204 or 85.5.',
  },
  'evidence.kind-unknown': {
    th: 'ไฟล์ที่แนบต้องเป็น PDF, PNG หรือ JPEG ระบบดูจากเนื้อไฟล์ ไม่ได้ดูจากชื่อ กรุณาแปลงไฟล์แล้วแนบใหม่',
    en: 'The attached file has to be a PDF, PNG or JPEG. This is judged by its content, not its name. Convert the file and attach it again.',
  },
  'evidence.too-large': {
    th: 'ไฟล์ที่แนบใหญ่เกิน[ {limitMegabytes}] MB กรุณาลดความละเอียดหรือแบ่งเป็นหลายไฟล์',
    en: 'The attached file is larger than[ {limitMegabytes}] MB. Lower its resolution or split it into several files.',
  },
  'evidence.too-many': {
    th: 'มาตรการหนึ่งแนบหลักฐานได้ไม่เกิน[ {limit}] ไฟล์ กรุณานำไฟล์ที่ไม่ใช้ออกก่อน',
    en: 'A measure takes at most[ {limit}] files of evidence. Remove one that is not needed first.',
  },
  'evidence.too-many-pages': {
    th: 'ไฟล์ PDF นี้มี[ {pages}] หน้า แนบได้ไม่เกิน[ {limit}] หน้าต่อไฟล์ กรุณาเลือกเฉพาะหน้าที่จำเป็น',
    en: 'This PDF has[ {pages}] pages; a file may have at most[ {limit}]. Keep only the pages that are needed.',
  },
  'evidence.too-many-pixels': {
    th: 'ภาพนี้ละเอียดเกิน[ {limitMegapixels}] ล้านพิกเซล กรุณาย่อภาพแล้วแนบใหม่',
    en: 'This picture has more than[ {limitMegapixels}] million pixels. Make it smaller and attach it again.',
  },
  'evidence.encrypted': {
    th: 'ไฟล์ PDF นี้เข้ารหัสหรือมีรหัสผ่าน ผู้อื่นจึงเปิดตรวจไม่ได้ กรุณาบันทึกเป็นไฟล์ที่ไม่เข้ารหัสแล้วแนบใหม่',
    en: 'This PDF is encrypted or has a password, so others could not check it. Save it without encryption and attach it again.',
  },
  'evidence.unreadable': {
    th: 'เปิดไฟล์ที่แนบนี้ไม่ได้ ไฟล์อาจเสียหายหรือไม่สมบูรณ์ กรุณาเปิดดูในเครื่องของท่าน บันทึกใหม่ แล้วแนบอีกครั้ง',
    en: 'This attached file cannot be opened; it may be damaged or cut off. Open it on your computer, save it again and attach that.',
  },
  'evidence.too-complex': {
    th: 'ไฟล์ที่แนบนี้ใช้เวลาหรือหน่วยความจำในการเปิดเกินกำหนด กรุณาพิมพ์ออกเป็น PDF ใหม่หรือแบ่งไฟล์แล้วแนบอีกครั้ง',
    en: 'Opening this attached file took too much time or memory. Print it to a new PDF or split it, and attach that.',
  },
  'evidence.already-there': {
    th: 'ไฟล์นี้แนบไว้กับเรื่องนี้แล้ว[ ในชื่อ “{name}”] ไม่ต้องแนบซ้ำ',
    en: 'This very file is attached already[ as “{name}”]. There is no need to attach it again.',
  },
  'evidence.not-found': {
    th: 'ไม่พบไฟล์นี้ในเรื่องนี้ อาจถูกนำออกแล้ว กรุณาเปิดดูรายการล่าสุด',
    en: 'There is no such file here; it may have been removed. Open the latest list.',
  },
  'announcement.language-dropped': {
    th: 'ฉบับปรับปรุงต้องมีทุกภาษาของฉบับที่เผยแพร่อยู่[ ({languages})] เพราะที่อยู่เว็บของภาษานั้นจะยังแสดงว่าใช้อยู่ กรุณาเลือกภาษาให้ครบ หรือเพิกถอนฉบับเดิมก่อน',
    en: 'A revision needs every language of the published version[ ({languages})]: the address of a missing one would go on saying that it is in force. Choose all of them, or withdraw the old version first.',
  },
  'announcement.annexes-too-many': {
    th: 'ประกาศหนึ่งมีเอกสารแนบท้ายได้ไม่เกิน[ {limit}] ไฟล์ กรุณานำไฟล์ที่ไม่ใช้ออกก่อน',
    en: 'An announcement takes at most[ {limit}] annexes. Remove one that is not needed first.',
  },
  'announcement.annexes-too-large': {
    th: 'เอกสารแนบท้ายรวมกันเกิน[ {limitPages}] หน้า หรือ[ {limitMegabytes}] MB กรุณาแนบเฉพาะที่จำเป็น',
    en: 'The annexes are more than[ {limitPages}] pages or[ {limitMegabytes}] MB together. Attach only what is needed.',
  },
  'report.no-endorsed-measure': {
    th: 'ยังไม่มีมาตรการที่รับรองผลแล้วในปีงบประมาณนี้ กรุณาให้หัวหน้าส่วนราชการรับรองผลก่อนจัดทำรายงาน',
    en: 'No measure of this fiscal year has endorsed results yet. Have the results endorsed before you compile the report.',
  },
  'report.measure-incomplete': {
    th: 'ยังมีมาตรการที่ข้อมูลไม่ครบ[ ({count} มาตรการ)] กรุณาเพิ่มข้อมูลตามรายการ หรือยืนยันว่าจะจัดทำโดยไม่รวมมาตรการเหล่านั้น',
    en: 'Some measures are incomplete[ ({count})]. Complete them, or confirm that the report leaves them out.',
  },
  'report.no-approved-measure': {
    th: 'ปีนี้ยังไม่มีมาตรการที่อนุมัติแล้ว จึงยังรายงานความก้าวหน้าไม่ได้',
    en: 'No measure of this year is approved yet, so there is no progress to report.',
  },
  'report.finding-unanswered': {
    th: 'ข้อเสนอแนะหรือตัวชี้วัดที่ต่ำกว่าเป้าหมายยังไม่มีมาตรการรองรับ กรุณาร่างมาตรการจากรายการข้อเสนอ',
    en: 'A recommendation or an indicator below the target has no measure yet. Draft one from the proposals.',
  },
  'report.result-undated': {
    th: 'ผลการดำเนินการไม่ระบุวันที่และไม่มีหลักฐาน ควรเพิ่มวันที่ หรือแนบไฟล์หรือลิงก์หลักฐาน',
    en: 'The result names no date and shows no evidence. Add a date, a file or a link to evidence.',
  },
  'report.activity-missing': {
    th: 'ยังไม่มีกิจกรรมตามนโยบาย No Gift Policy ควรบันทึกอย่างน้อยหนึ่งกิจกรรม',
    en: 'No activity under the No Gift Policy is recorded. Record at least one.',
  },
  'report.date-outside-year': {
    th: 'วันที่อยู่นอกปีงบประมาณของรายงาน กรุณาตรวจวันที่',
    en: 'This date lies outside the fiscal year of the report. Check it.',
  },
  'report.progress-contradicts': {
    th: 'ร้อยละ[ {percent}]ไม่สอดคล้องกับสถานะความก้าวหน้า[ของ “{title}”] กรุณาแก้ร้อยละหรือสถานะ (แล้วเสร็จ ๑๐๐ ยังไม่ได้ดำเนินการ ๐)',
    en: 'The share[ of {percent} per cent] says something else than the state[ of “{title}”]. Change one of them: done is 100, not started is 0.',
  },
  'report.assessment-differs': {
    th: 'ผลการประเมิน[ “{given}”]ไม่ตรงกับผลที่บันทึกไว้[ของปีงบประมาณ พ.ศ. {fiscalYear}][ “{expected}”] กรุณาเว้นว่างเพื่อใช้ผลที่บันทึก หรือแก้ไขผลที่บันทึกก่อน',
    en: 'The result[ “{given}”] is not the recorded one[ of fiscal year {fiscalYear}][, “{expected}”]. Leave it out to quote the recorded result, or correct that first.',
  },
  'report.policy-date-missing': {
    th: 'ยังไม่มีประกาศ No Gift Policy ของปีนี้[ ({fiscalYear})]ที่ลงนามแล้ว กรุณาระบุวันที่ประกาศนโยบาย',
    en: 'No No Gift Policy announcement of this year[ ({fiscalYear})] is signed. Give the day on which the policy was announced.',
  },
  'report.foreword-placeholder': {
    th: 'บทนำมีคำในวงเล็บปีกกาที่ไม่รู้จัก[ {found}] ย่อหน้านั้นจะไม่ถูกพิมพ์ กรุณาตรวจตัวสะกดหรือเอาวงเล็บปีกกาออก',
    en: 'The foreword holds unknown words in braces[, {found}]; their paragraph would not be printed. Check the spelling or take the braces away.',
  },
  'report.annex-unknown': {
    th: 'ไฟล์ที่เลือกเป็นภาคผนวกไม่ได้อยู่ในมาตรการของรายงานนี้แล้ว กรุณาเลือกใหม่จากรายการล่าสุด',
    en: 'A file chosen as an annex is no longer among the measures of this report. Choose again from the latest list.',
  },
  'report.annexes-too-many': {
    th: 'รายงานหนึ่งมีภาคผนวกได้ไม่เกิน[ {limit}] ไฟล์ กรุณาเลือกให้น้อยลง',
    en: 'A report takes at most[ {limit}] annexes. Choose fewer files.',
  },
  'report.annexes-too-large': {
    th: 'ภาคผนวกที่เลือกรวมกันเกิน[ {limitPages}] หน้า หรือ[ {limitMegabytes}] MB กรุณาเลือกเฉพาะที่จำเป็น ส่วนอื่นให้เผยแพร่เป็นลิงก์',
    en: 'The annexes chosen are more than[ {limitPages}] pages or[ {limitMegabytes}] MB together. Choose what is needed and publish the rest as links.',
  },
  'report.layout-unknown': {
    th: 'ไม่พบรูปแบบตารางนี้ กรุณาเลือกจากรายการรูปแบบอีกครั้ง',
    en: 'This report layout was not found. Choose one from the list again.',
  },
  'report.layout-invalid': {
    th: 'รูปแบบตารางยังใช้ไม่ได้[ ที่ “{path}”] กรุณาแก้ไขตามรายการที่แจ้ง',
    en: 'This report layout cannot be used yet[, at “{path}”]. Correct the points listed.',
  },
  'report.layout-name-taken': {
    th: 'มีรูปแบบตารางชื่อ[ “{name}”]นี้อยู่แล้ว กรุณาตั้งชื่ออื่น',
    en: 'There is already a layout of this name[, “{name}”]. Choose another name.',
  },
  'announcement.parameter-missing': {
    th: 'กรุณากรอกข้อมูล[ “{label}”]',
    en: 'Enter a value[ for “{label}”].',
  },
  'announcement.parameter-invalid': {
    th: 'ข้อมูล[ “{label}”] ไม่ถูกต้อง กรุณาตรวจสอบแล้วกรอกใหม่',
    en: 'The value[ of “{label}”] is not valid. Check it and enter it again.',
  },
  'announcement.template-unknown': {
    th: 'ไม่พบแบบประกาศที่เลือก กรุณาเลือกแบบจากรายการ',
    en: 'There is no such announcement template. Choose one from the list.',
  },
  'assessment.not-found': {
    th: 'ยังไม่ได้บันทึกผลการประเมิน ITA ของปีนี้[ ({fiscalYear})] กรุณาบันทึกผลการประเมินก่อน',
    en: 'The ITA result of this year[ ({fiscalYear})] is not recorded yet. Record it first.',
  },
  'assessment.level-contradicts': {
    th: 'ระดับ[ “{given}”]ไม่ตรงกับคะแนนที่กรอก[ ตามคะแนนต้องเป็น “{expected}”] กรุณาตรวจระดับหรือคะแนนของทั้งสี่เครื่องมือ',
    en: 'The level[ “{given}”] does not follow from the scores[; by the scores it is “{expected}”]. Check the level or the four instrument scores.',
  },
  'assessment.overall-impossible': {
    th: 'คะแนนภาพรวม[ {given}]ไม่อยู่ระหว่างคะแนนของเครื่องมือทั้งสี่[ ({expected})] กรุณาตรวจตัวเลขกับประกาศผล',
    en: 'The overall score[ {given}] does not lie between the four instrument scores[ ({expected})]. Check the numbers against the published result.',
  },
  'assessment.instrument-impossible': {
    th: 'คะแนนของเครื่องมือ[ {given}]ไม่อยู่ระหว่างคะแนนตัวชี้วัดของเครื่องมือนั้น[ ({expected})] กรุณาตรวจตัวเลขกับประกาศผล',
    en: 'An instrument score[ {given}] does not lie between the scores of its indicators[ ({expected})]. Check the numbers against the published result.',
  },
  'assessment.code-unknown': {
    th: 'ไม่รู้จักรหัส[ “{given}”]ในปีนี้ กรุณาพิมพ์เป็น i3, e6 หรือ O17 ตามรายการของปีที่ประเมิน',
    en: 'The code[ “{given}”] is not known in this year. Type it as i3, e6 or O17, as in the list of the assessed year.',
  },
  'assessment.proposal-not-found': {
    th: 'ไม่พบข้อเสนอมาตรการนี้ ผลการประเมินอาจเปลี่ยนไปแล้ว กรุณาเปิดรายการข้อเสนออีกครั้ง',
    en: 'This proposed measure was not found; the result may have changed. Open the list of proposals again.',
  },
  'assessment.proposal-decided': {
    th: 'มีการร่างมาตรการจากข้อเสนอนี้แล้ว กรุณาเปิดมาตรการนั้นแทนการร่างซ้ำ',
    en: 'A measure was already drafted from this proposal. Open that measure instead.',
  },
  'catalogue.weights-not-whole': {
    th: 'น้ำหนักของเครื่องมือรวมกันต้องเท่ากับร้อยละ 100[ ขณะนี้รวมได้ร้อยละ {sum}] กรุณาแก้ไขให้ครบ',
    en: 'The weights of the instruments must add up to 100 per cent[; they add up to {sum}]. Correct them.',
  },
  'catalogue.line-needed': {
    th: 'ตัวชี้วัดและเครื่องมือนำออกจากรายการไม่ได้ แก้ไขชื่อหรือน้ำหนักได้',
    en: 'Indicators and instruments cannot be taken out of the catalogue. Change their name or weight instead.',
  },
  'register.number-in-use': {
    th: 'ประกาศนี้ยังมีผลอยู่ จึงยกเลิกเลขที่ไม่ได้ ต้องเพิกถอนการเผยแพร่ประกาศก่อน',
    en: 'This announcement is in force, so its number cannot be struck off. Withdraw the announcement first.',
  },
  'register.years-unchanged': {
    th: 'ทะเบียนนี้นับปีตามแบบที่เลือกอยู่แล้ว กรุณาเปิดดูรอบปีของทะเบียนอีกครั้ง',
    en: 'The register counts by that kind of year already. Look at its years again.',
  },
  'register.years-unsafe': {
    th: 'เปลี่ยนรอบปีของทะเบียนตั้งแต่วันนั้นไม่ได้ เพราะเลขที่จะซ้ำหรือขาดช่วง[ เปลี่ยนได้ตั้งแต่วันที่ {startsOn}] กรุณาเปิดดูรอบปีอีกครั้งแล้วยืนยัน',
    en: 'The register cannot change its years from that day: numbers would be doubled or left out.[ It can from {startsOn}.] Look at its years again and confirm.',
  },
  'register.number-not-found': {
    th: 'ไม่พบเลขทะเบียนที่ใช้อยู่ของรายการนี้ อาจถูกยกเลิกไปก่อนแล้ว กรุณาเปิดดูทะเบียนอีกครั้ง',
    en: 'This item holds no number in the register; it may have been voided already. Look at the register again.',
  },
  'document.template-unknown': {
    th: 'ไม่พบแบบเอกสาร[ “{template}”] กรุณาเลือกแบบจากรายการ',
    en: 'There is no document template[ “{template}”]. Choose one from the list.',
  },
  'document.language-unknown': {
    th: 'แบบเอกสารนี้ไม่มีภาษาที่เลือก[ ({language})] กรุณาเลือกภาษาอื่น',
    en: 'This template has no version in that language[ ({language})]. Choose another language.',
  },
  'document.data-invalid': {
    th: 'ข้อมูลสำหรับจัดทำเอกสารไม่ถูกต้อง[ ที่ {path}] กรุณาตรวจสอบแล้วลองอีกครั้ง',
    en: 'The data for this document is not valid[ at {path}]. Check it and try again.',
  },
  'document.too-large': {
    th: 'เอกสารยาวเกินกว่าที่จัดทำได้ กรุณาลดข้อความหรือแยกเป็นหลายฉบับ',
    en: 'The document is too long to be made. Shorten it or split it.',
  },
  'document.render-failed': {
    th: 'จัดทำ PDF ไม่สำเร็จ กรุณากดลองอีกครั้ง หากยังไม่สำเร็จให้แจ้งผู้ดูแลระบบพร้อมเลขอ้างอิง',
    en: 'The PDF could not be made. Try again; if it still fails, tell your administrator the reference number.',
  },
  'document.render-timeout': {
    th: 'จัดทำ PDF นานเกินกำหนด ระบบจะลองใหม่ให้ หากยังไม่สำเร็จกรุณาลดความยาวของข้อความ',
    en: 'Making the PDF took too long. It will be tried again; if it still fails, shorten the text.',
  },
  'document.content-refused': {
    th: 'เนื้อหาส่วนหนึ่งพิมพ์ลงเอกสารไม่ได้[ ({path})] กรุณาแก้ข้อความส่วนนั้นแล้วลองอีกครั้ง',
    en: 'Part of the content cannot be printed[ ({path})]. Change it and try again.',
  },
  'document.image-refused': {
    th: 'รูปภาพใช้ไม่ได้ กรุณาใช้ไฟล์ PNG หรือ JPEG ที่มีขนาดไม่ใหญ่เกินไป',
    en: 'The picture cannot be used. Use a PNG or JPEG that is not too large.',
  },
  'font.unknown': {
    th: 'ไม่พบแบบอักษรที่เลือก[ “{font}”] กรุณาเลือกแบบอักษรอื่น',
    en: 'There is no such font[ “{font}”]. Choose another one.',
  },
  'font.not-found': {
    th: 'ไม่พบแบบอักษรนี้ในหน่วยงานของท่าน กรุณาเลือกจากรายการอีกครั้ง',
    en: 'This font was not found. Choose one from the list again.',
  },
  'font.in-use': {
    th: 'เอกสารใหม่พิมพ์ด้วยแบบอักษร[ “{family}”]นี้อยู่ จึงเลิกใช้ไม่ได้ กรุณาเลือกแบบอักษรอื่นก่อน',
    en: 'New documents are printed in this typeface[, “{family}”], so it cannot be taken out of use. Choose another one first.',
  },
  'font.retired': {
    th: 'แบบอักษร[ “{family}”]นี้เลิกใช้แล้ว หากจะใช้อีกให้นำไฟล์เดิมเข้าใหม่',
    en: 'This typeface[, “{family}”,] was taken out of use. Bring its files again to use it.',
  },
  'font.unusable': {
    th: 'แบบอักษรนี้ใช้กับเอกสารไม่ได้ ดูเหตุผลของแต่ละไฟล์',
    en: 'This font cannot be used for documents. Read why for each file.',
  },
  'font.families-differ': {
    th: 'ไฟล์ที่เลือกเป็นแบบอักษรคนละชุด[ ({families})] กรุณาเลือกไฟล์ของชุดเดียวกัน',
    en: 'The files belong to different typefaces[ ({families})]. Choose files of one.',
  },
  'font.style-twice': {
    th: 'มีไฟล์ที่เป็นลักษณะเดียวกันมากกว่าหนึ่งไฟล์ กรุณาเลือกตัวปกติ ตัวหนา ตัวเอียง และตัวหนาเอียง อย่างละไม่เกินหนึ่งไฟล์',
    en: 'Two files are of the same style. Choose at most one each of regular, bold, italic and bold italic.',
  },
  'font.unreadable': {
    th: 'ไฟล์แบบอักษรเปิดอ่านไม่ได้ กรุณาใช้ไฟล์ TTF หรือ OTF ที่สมบูรณ์',
    en: 'The font file cannot be read. Use a complete TTF or OTF file.',
  },
  'edition.not-found': {
    th: 'ไม่พบเอกสารฉบับที่ขอ กรุณาตรวจสอบที่อยู่ของเอกสาร',
    en: 'This edition was not found. Check the address.',
  },
  'edition.bytes-differ': {
    th: 'ไฟล์ที่เก็บไว้ไม่ตรงกับที่บันทึก ระบบจึงไม่เปิดให้ใช้ กรุณาแจ้งผู้ดูแลระบบโดยเร็ว',
    en: 'The stored file is not the one recorded, so it is not shown. Tell your administrator at once.',
  },
  'edition.bytes-missing': {
    th: 'ไม่พบไฟล์ของฉบับนี้ในที่จัดเก็บ กรุณาแจ้งผู้ดูแลระบบเพื่อนำไฟล์คืนจากข้อมูลสำรอง',
    en: 'The file of this edition is not in the store. Ask the administrator to bring it back from the backup.',
  },
  'seal.certificate-missing': {
    th: 'ยังไม่มีใบรับรองสำหรับประทับรับรองเอกสาร กรุณาแจ้งผู้ดูแลระบบให้ติดตั้ง',
    en: 'There is no certificate to seal documents with. Ask your administrator to install one.',
  },
  'seal.certificate-expired': {
    th: 'ใบรับรองสำหรับประทับรับรองหมดอายุแล้ว[ เมื่อ {expiredOn}] กรุณาแจ้งผู้ดูแลระบบให้ต่ออายุ',
    en: 'The sealing certificate has expired[ on {expiredOn}]. Ask your administrator to renew it.',
  },
  'seal.certificate-invalid': {
    th: 'ใบรับรองสำหรับประทับรับรองใช้ไม่ได้ ผู้ดูแลระบบของหน่วยงานต้องตรวจสอบ',
    en: 'The sealing certificate cannot be used. An administrator of the agency has to look at it.',
  },
  'seal.failed': {
    th: 'ประทับรับรองเอกสารไม่สำเร็จ ระบบจะลองใหม่ให้ หากค้างนานกรุณากดลองอีกครั้งหรือแจ้งผู้ดูแลระบบ',
    en: 'The document could not be sealed. It will be tried again; if it stays stuck, press retry or tell your administrator.',
  },
  'seal.timestamp-pending': {
    th: 'รอผู้ให้บริการประทับรับรองเวลา เอกสารยังไม่เผยแพร่ ระบบจะลองใหม่เป็นระยะโดยอัตโนมัติ',
    en: 'Waiting for the time-stamping authority. The document is not published yet; it will be tried again from time to time.',
  },
  'publication.not-found': {
    th: 'ไม่พบรายการเผยแพร่ที่ขอ กรุณากลับไปเลือกจากรายการ',
    en: 'This publication was not found. Go back to the list.',
  },
  'publication.bytes-differ': {
    th: 'ไฟล์บนเว็บไซต์ไม่ตรงกับฉบับที่ประทับรับรอง จึงยังไม่ถือว่าเผยแพร่ กรุณากดส่งขึ้นเว็บอีกครั้ง',
    en: 'The file on the website is not the sealed one, so it does not count as published. Send it again.',
  },
  'publication.unreachable': {
    th: 'ติดต่อเว็บไซต์ปลายทางไม่ได้ ระบบจะลองใหม่เป็นระยะ และจะแจ้งเมื่อตรวจพบเอกสารบนเว็บ',
    en: 'The target website cannot be reached. It will be tried again from time to time.',
  },
  'publication.refused': {
    th: 'เว็บไซต์ปลายทางไม่รับเอกสาร[ ({status})] กรุณาแจ้งผู้ดูแลระบบให้ตรวจสิทธิ์หรือที่อยู่ของเว็บไซต์',
    en: 'The target website refused the document[ ({status})]. Ask your administrator to check its access or address.',
  },
  'publication.drifts-again': {
    th: 'เว็บไซต์ถูกเปลี่ยนจากฉบับจริงซ้ำหลายครั้งในวันเดียว ระบบหยุดนำขึ้นคืน กรุณาตรวจว่ามีผู้ตั้งใจนำลงหรือไม่ แล้วสั่งลองใหม่',
    en: 'The website was changed away from the true edition several times in one day and is no longer restored. Find out whether somebody meant it, then try again.',
  },
  'publication.not-published': {
    th: 'เอกสารนี้ยังไม่ได้เผยแพร่ จึงยังทำรายการนี้ไม่ได้ กรุณารอจนตรวจพบบนเว็บ',
    en: 'This document is not published yet. Wait until it has been found on the website.',
  },
  'work.not-found': {
    th: 'ไม่พบงานเบื้องหลังที่ขอ อาจเสร็จไปแล้ว กรุณาเปิดหน้าใหม่เพื่อดูสถานะล่าสุด',
    en: 'This piece of background work was not found; it may be done. Reload the page.',
  },
  'work.no-outcome': {
    th: 'งานเบื้องหลังหยุดกลางคันหลายครั้ง ระบบจึงพักไว้ กรุณากดลองอีกครั้งหรือแจ้งผู้ดูแลระบบ',
    en: 'The background work stopped several times without a result and was set aside. Retry it or tell your administrator.',
  },
  'organization.none': {
    th: 'ยังไม่มีหน่วยงานในฐานข้อมูลนี้ กรุณาตรวจสอบ PRONGSAI_DATA หรือ DATABASE_URL',
    en: 'There is no organization in this database yet. Check PRONGSAI_DATA or DATABASE_URL.',
  },
  'organization.not-found': {
    th: 'ไม่พบหน่วยงานนี้ กรุณาตรวจสอบที่อยู่เว็บ',
    en: 'There is no such organization. Check the address.',
  },
  'sign-in.failed': {
    th: 'ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง กรุณาลองอีกครั้ง หากลืมรหัสผ่านให้ติดต่อผู้ดูแลระบบของหน่วยงาน',
    en: 'The user name or password is not right. Try again, or ask your administrator if you have forgotten it.',
  },
  'sign-in.required': {
    th: 'กรุณาเข้าสู่ระบบก่อนใช้งานหน้านี้',
    en: 'Sign in to use this page.',
  },
  'sign-in.confirm': {
    th: 'กรุณายืนยันรหัสผ่านอีกครั้งก่อนลงนามหรือพิจารณา เพราะเข้าสู่ระบบมาเกิน 5 นาทีแล้ว',
    en: 'Confirm your password before you sign or decide: you signed in more than five minutes ago.',
  },
  'sign-in.too-many-attempts': {
    th: 'ลองเข้าสู่ระบบหลายครั้งเกินไป กรุณารอ[ประมาณ {minutes} นาที]แล้วลองใหม่',
    en: 'Too many attempts. Please wait[ about {minutes} minutes] and try again.',
  },
  'sign-in.new-password': {
    th: 'ท่านเข้าสู่ระบบด้วยรหัสใช้ครั้งเดียว กรุณาตั้งรหัสผ่านของท่านเองก่อน',
    en: 'You signed in with a one-time password. Choose a password of your own first.',
  },
  'password.weak': {
    th: 'รหัสผ่านใหม่ต้องยาว[ {shortest} ตัวอักษรขึ้นไป]และไม่มีชื่อผู้ใช้อยู่ในนั้น วลีสั้น ๆ ที่จำได้เป็นทางเลือกที่ดี',
    en: 'The new password is too short[ (at least {shortest} characters)] or contains the user name. A short phrase is a good choice.',
  },
  'password.unchanged': {
    th: 'รหัสผ่านใหม่ต้องไม่ซ้ำกับรหัสเดิม',
    en: 'The new password has to differ from the old one.',
  },
  'password.differs': {
    th: 'รหัสผ่านใหม่ทั้งสองช่องไม่ตรงกัน กรุณาพิมพ์ใหม่',
    en: 'The two new passwords differ. Type them again.',
  },
  'person.user-name-invalid': {
    th: 'ชื่อผู้ใช้ต้องเป็นตัวอักษรอังกฤษตัวเล็ก ตัวเลข จุด หรือขีด ยาว 2 ถึง 60 ตัว และขึ้นต้นด้วยตัวอักษรหรือตัวเลข',
    en: 'A user name has 2 to 60 lower-case letters, digits, dots or hyphens and begins with a letter or digit.',
  },
  'person.user-name-taken': {
    th: 'มีผู้ใช้ชื่อนี้แล้ว กรุณาใช้ชื่ออื่น',
    en: 'This user name is taken. Choose another.',
  },
  'person.work-waiting': {
    th: 'บุคคลนี้ยังมีงานค้าง[ (ตำแหน่ง {posts} ตำแหน่ง][ ร่าง {drafts} เรื่อง][ เรื่องที่เสนอไว้ {waiting} เรื่อง][ คำสั่งรักษาราชการแทน {actingOrders} คำสั่ง)] กรุณาส่งมอบงานก่อนปิดบัญชี',
    en: 'This person still has duties[ ({posts} posts][, {drafts} drafts][, {waiting} submissions][, {actingOrders} acting orders)]. Hand them over before closing the account.',
  },
  'person.closed': {
    th: 'บัญชีนี้ปิดแล้ว',
    en: 'This account is closed already.',
  },
  'person.last-administrator': {
    th: 'หน่วยงานต้องมีผู้ดูแลระบบที่ไม่มีวันสิ้นสุดอย่างน้อยหนึ่งคนเสมอ กรุณาแต่งตั้งผู้ดูแลระบบคนใหม่ก่อน',
    en: 'An agency always needs one administrator without a last day. Appoint another one first.',
  },
  'appointment.dates-reversed': {
    th: 'วันสิ้นสุดอยู่ก่อนวันเริ่มดำรงตำแหน่ง กรุณาตรวจสอบวันที่',
    en: 'The appointment ends before it starts. Check the dates.',
  },
  'appointment.overlap': {
    th: 'บุคคลนี้ดำรงตำแหน่งนี้ในช่วงเวลาดังกล่าวอยู่แล้ว กรุณาตรวจสอบวันที่',
    en: 'The person holds this post on some of these days already. Check the dates.',
  },
  'appointment.post-taken': {
    th: 'มีผู้อื่นดำรงตำแหน่งนี้ในช่วงเวลาดังกล่าว กรุณาสิ้นสุดการดำรงตำแหน่งเดิมก่อน หรือออกคำสั่งรักษาราชการแทน',
    en: 'Somebody else holds this post on some of these days. End that appointment first, or record an acting order.',
  },
  'appointment.post-ended': {
    th: 'ตำแหน่งนี้ยกเลิกแล้วในช่วงเวลาดังกล่าว กรุณาเลือกตำแหน่งอื่น',
    en: 'The post is abolished on some of these days. Choose another post.',
  },
  'appointment.acted-since': {
    th: 'บุคคลนี้ลงนามหรือตัดสินใจในตำแหน่งนี้หลังวันดังกล่าว วันสิ้นสุดต้องไม่ก่อนวันที่ลงนามครั้งสุดท้าย',
    en: 'The person decided in this post after that day. The last day cannot be before the last decision.',
  },
  'post.division-needed': {
    th: 'ตำแหน่งหัวหน้าส่วนราชการต้องระบุส่วนราชการ',
    en: 'The post of a division head needs its division.',
  },
  'post.still-held': {
    th: 'ยังมีผู้ดำรงตำแหน่งนี้ กรุณาสิ้นสุดการดำรงตำแหน่งก่อน',
    en: 'Somebody still holds this post. End the appointment first.',
  },
  'post.work-waiting': {
    th: 'ยังมีเรื่องรอการลงนามของตำแหน่งนี้ กรุณาดำเนินการให้เสร็จก่อน',
    en: 'Items still wait for a signature of this post. Let them finish first.',
  },
  'post.in-route': {
    th: 'เส้นทางการพิจารณาที่ใช้อยู่ระบุตำแหน่งนี้ไว้ กรุณาแก้ไขเส้นทางก่อน',
    en: 'A route in use names this post. Change the route first.',
  },
  'division.dates-reversed': {
    th: 'วันสิ้นสุดของส่วนราชการอยู่ก่อนวันเริ่ม กรุณาตรวจสอบวันที่',
    en: 'The division ends before it starts. Check the dates.',
  },
  'division.name-taken': {
    th: 'มีส่วนราชการชื่อนี้ในช่วงเวลาเดียวกันแล้ว กรุณาใช้ชื่ออื่น',
    en: 'There is a division of this name on some of these days already. Use another name.',
  },
  'division.posts-held': {
    th: 'หลังวันดังกล่าวยังมีผู้ดำรงตำแหน่งหรือมีเรื่องรอลงนามในส่วนราชการนี้[ ({posts})] กรุณาย้ายหรือส่งมอบก่อน',
    en: 'After that day people still hold posts of this division, or signatures wait for them[ ({posts})]. Move or hand them over first.',
  },
  'permission.denied': {
    th: 'ท่านไม่มีสิทธิ์ทำรายการนี้ หากจำเป็นต้องใช้ กรุณาติดต่อผู้ดูแลระบบของหน่วยงาน',
    en: 'You may not do this. Ask your administrator if you need to.',
  },
  'import.not-a-spreadsheet': {
    th: 'ไฟล์[ “{file}”] ไม่ใช่ไฟล์ Excel (.xlsx), Word (.docx) หรือ CSV ที่เปิดได้',
    en: 'The file[ “{file}”] is not an Excel (.xlsx), Word (.docx) or CSV file that opens.',
  },
  'import.file-too-large': {
    th: 'ไฟล์ใหญ่เกินกว่าที่นำเข้าได้[ แผ่นงาน “{sheet}”][ แถว {row}][ คอลัมน์ {column}][ (ไม่เกิน {maxMegabytes} เมกะไบต์)]',
    en: 'The file is too large to import[, sheet “{sheet}”][, row {row}][, column {column}][ (at most {maxMegabytes} MB)].',
  },
  'import.too-many-rows': {
    th: 'ตารางมีแถวมากเกินไป[ แผ่นงาน “{sheet}”][ แถว {row}][ คอลัมน์ {column}][ (ไม่เกิน {limit} แถว)]',
    en: 'The table has too many rows[, sheet “{sheet}”][, row {row}][, column {column}][ (at most {limit})].',
  },
  'import.macros-refused': {
    th: 'ไฟล์[ “{file}”] มีแมโคร จึงไม่รับเพื่อความปลอดภัย',
    en: 'The file[ “{file}”] contains macros and is refused for safety.',
  },
  'import.formula-refused': {
    th: 'มีสูตรคำนวณในตาราง[ แผ่นงาน “{sheet}”][ แถว {row}][ คอลัมน์ {column}]',
    en: 'There is a formula in the table[, sheet “{sheet}”][, row {row}][, column {column}].',
  },
  'import.no-header-row': {
    th: 'ไม่พบแถวหัวตารางของมาตรการ[ แผ่นงาน “{sheet}”][ (พบ “{seen}”)]',
    en: 'No header row of measures was found[, sheet “{sheet}”][ (found “{seen}”)].',
  },
  'import.unknown-column': {
    th: 'ไม่รู้จักหัวคอลัมน์[ “{column}”][ แผ่นงาน “{sheet}”][ แถว {row}][ และไม่พบคอลัมน์ “{missing}”]',
    en: 'The column heading[ “{column}”] is not known[, sheet “{sheet}”][, row {row}][, and there is no column “{missing}”].',
  },
  'import.wrong-year': {
    th: 'ปีงบประมาณในไฟล์[ ({found})] ไม่ตรงกับที่เลือก[ ({expected})][ แผ่นงาน “{sheet}”]',
    en: 'The fiscal year in the file[ ({found})] is not the one chosen[ ({expected})][, sheet “{sheet}”].',
  },
  'import.title-empty': {
    th: 'แถวนี้ไม่มีชื่อมาตรการ[ แผ่นงาน “{sheet}”][ แถว {row}][ คอลัมน์ {column}]',
    en: 'This row has no title[, sheet “{sheet}”][, row {row}][, column {column}].',
  },
  'import.cell-too-long': {
    th: 'ข้อความยาวเกินไป[ แผ่นงาน “{sheet}”][ แถว {row}][ คอลัมน์ {column}][ ({letters} ตัวอักษร)][ ไม่เกิน {limit} ตัวอักษร]',
    en: 'The text is too long[, sheet “{sheet}”][, row {row}][, column {column}][ ({letters} characters)][, at most {limit}].',
  },
  'import.no-measures': {
    th: 'ไม่พบมาตรการในไฟล์[ “{file}”]',
    en: 'No measures were found in the file[ “{file}”].',
  },
  'import.run-not-found': {
    th: 'ไม่พบการนำเข้านี้ กรุณาเปิดจากรายการในหน้านำเข้ามาตรการ',
    en: 'This import was not found. Open it from the list on the import page.',
  },
  'import.asker-may-not': {
    th: 'ผู้สั่งนำเข้าไม่มีสิทธินำเข้าแล้วขณะที่ระบบทำงาน กรุณาให้เจ้าหน้าที่ผู้มีสิทธินำเข้าไฟล์นี้ใหม่',
    en: 'Whoever asked for this import had no right to it any more when it ran. An officer can import the file anew.',
  },
  'proofing.kind-unknown': {
    th: 'ไม่รู้จักชนิดของไฟล์นี้ ใช้ไฟล์ TXT, XLSX, CSV, DOCX, JSON หรือ PDF ที่มีชั้นข้อความ',
    en: 'This kind of file is not known. Use TXT, XLSX, CSV, DOCX, JSON or a PDF with a text layer.',
  },
  'proofing.file-unreadable': {
    th: 'อ่านไฟล์ไม่ได้ ไฟล์อาจเสียหายหรือตั้งรหัสผ่านไว้ กรุณาบันทึกใหม่แล้วลองอีกครั้ง',
    en: 'The file cannot be read; it may be damaged or protected by a password. Save it again and retry.',
  },
  'proofing.no-text': {
    th: 'ไม่พบข้อความในไฟล์ หากเป็นภาพสแกนให้แปลงเป็นข้อความก่อน',
    en: 'There is no text in this file. A scan has to be turned into text first.',
  },
  'proofreading.errors-found': {
    th: 'การตรวจทานพบข้อที่ต้องแก้[ {count} แห่ง][ เช่น “{quotes}”] กรุณาแก้ไขก่อนเสนอ หรือระบุเหตุผลที่เสนอทั้งที่ยังไม่แก้',
    en: 'Proof-reading found errors[: {count}][, such as “{quotes}”]. Correct them before you submit, or give the reason to submit all the same.',
  },
  'proofreading.personal-data': {
    th: 'พบข้อมูลที่อาจเป็นข้อมูลส่วนบุคคล[ {count} แห่ง] กรุณาลบออก หรือยืนยันพร้อมเหตุผลทีละแห่งว่าเผยแพร่ได้ ก่อนเสนอ',
    en: 'Found what may be personal data[: {count}]. Remove it, or clear each place with a reason, before you submit.',
  },
  'proofreading.rule-unknown': {
    th: 'ไม่รู้จักกฎการตรวจทานนี้[ ({rule})] กรุณาเลือกจากรายการกฎ',
    en: 'There is no such proof-reading rule[ ({rule})]. Choose one from the list.',
  },
  'proofreading.rule-fixed': {
    th: 'กฎข้อมูลส่วนบุคคลปิดหรือลดระดับไม่ได้ กรุณายืนยันเป็นรายแห่งในแต่ละเรื่องแทน',
    en: 'The rule about personal data cannot be switched off or lowered. Clear each place in its item instead.',
  },
  'proofreading.finding-unknown': {
    th: 'ไม่พบข้อสังเกตนี้แล้ว ข้อความอาจถูกแก้ไข กรุณาเปิดดูฉบับล่าสุด',
    en: 'This finding is no longer there; the text may have changed. Open the latest version.',
  },
  'input.invalid': {
    th: 'ข้อมูลที่ส่งมาไม่ถูกต้อง กรุณาตรวจสอบช่องที่แจ้งแล้วส่งใหม่',
    en: 'The input is not valid. Check the fields named and send it again.',
  },
  'input.control-character': {
    th: 'ข้อความ[ในช่อง {field}]มีอักขระที่มองไม่เห็นและระบบไม่รับ[ ({character})][ แผ่นงาน “{sheet}”][ แถว {row}][ คอลัมน์ {column}] กรุณาพิมพ์ใหม่แทนการวาง',
    en: 'The text[ in {field}] contains hidden characters that are not accepted[ ({character})][, sheet “{sheet}”][, row {row}][, column {column}]. Type it instead of pasting.',
  },
  'input.too-long': {
    th: 'ข้อความ[ในช่อง {field}]ยาวเกินไป[ (ไม่เกิน {limit} ตัวอักษร)] กรุณาย่อข้อความ',
    en: 'The text[ in {field}] is too long[ (at most {limit} characters)]. Shorten it.',
  },
  'input.file-not-found': {
    th: 'ไม่พบไฟล์ที่ระบุ[ {path}] กรุณาเลือกไฟล์แล้วลองอีกครั้ง',
    en: 'The file[ {path}] was not found. Choose a file and try again.',
  },
  'input.is-a-folder': {
    th: 'ที่ระบุมา[ {path}] เป็นโฟลเดอร์ กรุณาระบุไฟล์',
    en: 'What was named[, {path},] is a folder. Name a file.',
  },
  'installation.not-found': {
    th: 'ไม่มีระบบที่ติดตั้งไว้ในโฟลเดอร์ข้อมูล[ {folder}] กรุณาตรวจสอบ PRONGSAI_DATA หรือ DATABASE_URL หรือสั่ง prongsai start ก่อน',
    en: 'There is no installation in the data folder[ {folder}]. Check PRONGSAI_DATA or DATABASE_URL, or run prongsai start first.',
  },
  'input.file-empty': {
    th: 'ไฟล์นี้ว่างเปล่า กรุณาตรวจสอบไฟล์ต้นทางแล้วเลือกใหม่',
    en: 'The file is empty. Check where it comes from and choose it again.',
  },
  'input.output-not-written': {
    th: 'เขียนไฟล์[ {path}] ไม่ได้[ ({cause})] กรุณาตรวจสอบว่ามีโฟลเดอร์นั้นและมีสิทธิ์เขียน',
    en: 'The file[ {path}] could not be written[ ({cause})]. Check that the folder exists and may be written to.',
  },
  'input.body-too-large': {
    th: 'ข้อมูลหรือไฟล์ที่ส่งใหญ่เกินกำหนด กรุณาลดขนาดแล้วส่งใหม่',
    en: 'What was sent is too large. Make it smaller and send it again.',
  },
  'input.not-a-pdf': {
    th: 'ไฟล์นี้ไม่ใช่ PDF กรุณาเลือกไฟล์ PDF ที่ต้องการตรวจสอบ',
    en: 'This is not a PDF. Choose the PDF you want to check.',
  },
  'audit.log-key-missing': {
    th: 'ไม่พบกุญแจของบันทึกการตรวจสอบในเครื่องนี้ กรุณานำโฟลเดอร์ secrets จากข้อมูลสำรองกลับมา',
    en: 'The key of the audit log is not on this machine. Bring back the folder of secrets from a backup.',
  },
  'audit.log-broken': {
    th: 'บันทึกการตรวจสอบขาดหรือถูกแก้ไข[ที่รายการ {position}] ระบบจึงไม่ลงนามรับรอง กรุณาแจ้งผู้ตรวจสอบ',
    en: 'The audit log is broken[ at event {position}] and was not signed. Tell the auditor.',
  },
  'audit.checkpoint-not-found': {
    th: 'ไม่มีจุดตรวจที่ลงนามตามที่ระบุ',
    en: 'There is no such signed checkpoint.',
  },
  'audit.event-not-found': {
    th: 'ไม่มีรายการนี้ในบันทึกที่จุดตรวจครอบคลุม',
    en: 'No event of this number is covered by the checkpoint.',
  },
  'audit.stamp-not-found': {
    th: 'จุดตรวจนี้ไม่มีการรับรองเวลา',
    en: 'No time-stamping authority has seen this checkpoint.',
  },
  'audit.cosignature-not-found': {
    th: 'ยังไม่มีจุดตรวจที่พยานลงลายมือชื่อร่วม',
    en: 'No witness has cosigned a checkpoint yet.',
  },
  'audit.witness-pending': {
    th: 'พยานของบันทึกยังไม่ตอบ[ ({cause})] งานอื่นไม่ต้องรอ ระบบจะถามใหม่เป็นระยะโดยอัตโนมัติ',
    en: 'The witness of the log has not answered yet[ ({cause})]. Nothing else waits for it; it is asked again from time to time.',
  },
  'audit.witness-refused': {
    th: 'พยานไม่ลงลายมือชื่อร่วม เพราะบันทึกไม่ต่อจากที่พยานเคยเห็น[ (พยานเคยเห็น {size} รายการ)] กรุณาแจ้งผู้ตรวจสอบ บันทึกอาจถูกแก้ไข หรือถูกกู้คืนจากข้อมูลสำรองเก่า',
    en: 'The witness does not cosign: the log does not go on from what it has seen[ (it has seen {size} events)]. Tell the auditor: the log was changed, or restored from an old backup.',
  },
  'audit.witness-key-malformed': {
    th: 'กุญแจไม่ถูกรูปแบบ กรุณาคัดลอกกุญแจทั้งบรรทัด (ชื่อ+ค่าแฮช+กุญแจ) และตรวจว่าเป็นกุญแจของบันทึกหรือของพยานตามคำสั่ง',
    en: 'This is not such a key. Copy the whole line (name+hash+key), and see whether the command wants the key of a log or of a witness.',
  },
  'audit.witness-unknown': {
    th: 'ไม่มีบันทึกหรือพยานชื่อนี้ ดูรายชื่อด้วยคำสั่ง prongsai witness list',
    en: 'There is no log or witness of this name. See all with "prongsai witness list".',
  },
  'audit.period-empty': {
    th: 'ไม่มีรายการในประวัติระหว่างวันที่เลือก',
    en: 'Nothing was logged in these days.',
  },
  'audit.export-not-found': { th: 'ไม่พบชุดบันทึกนี้', en: 'This bundle does not exist.' },
  'audit.export-not-ready': {
    th: 'กำลังจัดทำชุดบันทึก กรุณารอสักครู่แล้วลองใหม่',
    en: 'The bundle is being made. Wait a moment and try again.',
  },
  'idempotency.key-reused': {
    th: 'แบบฟอร์มนี้เคยส่งไปแล้วด้วยข้อมูลอื่น กรุณาเปิดหน้าใหม่แล้วดำเนินการอีกครั้ง',
    en: 'This form was already sent with other content. Open the page again and repeat.',
  },
  'idempotency.still-running': {
    th: 'คำขอเดิมกำลังดำเนินการอยู่ กรุณารอสักครู่แล้วเปิดดูผล',
    en: 'The same request is still running. Wait a moment and look at the result.',
  },
  'request.not-found': {
    th: 'ไม่พบหน้าที่ขอ กรุณาตรวจสอบที่อยู่ หรือกลับไปหน้าแรก',
    en: 'This page does not exist. Check the address or go to the start page.',
  },
  'request.withdrawn': {
    th: 'เอกสารนี้ถูกเพิกถอนการเผยแพร่แล้ว[ เหตุผล: {reason}] กรุณาดูหน้าเอกสารสำหรับรายละเอียด',
    en: 'This document has been withdrawn.[ Reason: {reason}.] See its page for details.',
  },
  'request.wrong-type': {
    th: 'ชนิดของข้อมูลที่ส่งมาไม่ถูกต้อง กรุณาส่งเป็น JSON หรือไฟล์ตามที่กำหนด',
    en: 'The type of content is not accepted. Send JSON, or the file the page asks for.',
  },
  'request.forbidden-origin': {
    th: 'ระบบไม่รับคำขอนี้เพราะยืนยันที่มาไม่ได้ กรุณาเปิดหน้าใหม่แล้วส่งอีกครั้ง',
    en: 'The origin of this request could not be confirmed. Open the page again and resend.',
  },
  'line.not-set-up': {
    th: 'ระบบนี้ยังไม่ได้ตั้งค่า LINE กรุณาแจ้งผู้ดูแลเครื่องแม่ข่าย',
    en: 'LINE is not set up here. Ask whoever runs the server.',
  },
  'line.linked-by-code': {
    th: 'เชื่อม LINE ด้วยรหัสใช้ครั้งเดียว ไม่รับรหัสผู้ใช้ LINE ที่กรอกเอง',
    en: 'LINE is linked with a one-time code. A LINE user id is not taken here.',
  },
  'line.signature-wrong': {
    th: 'ข้อความนี้ไม่ได้ส่งมาจาก LINE',
    en: 'This was not signed by LINE.',
  },
  'request.too-many': {
    th: 'มีคำขอจำนวนมากเกินไปในเวลาสั้น ๆ กรุณารอสักครู่แล้วลองใหม่',
    en: 'Too many requests in a short time. Please wait a moment and try again.',
  },
  'system.unavailable': {
    th: 'ระบบยังไม่พร้อมให้บริการชั่วคราว ข้อมูลที่บันทึกแล้วยังอยู่ครบ กรุณาลองใหม่ในอีกสักครู่',
    en: 'The system is not available for the moment. What was saved is safe. Try again shortly.',
  },
  'system.unexpected': {
    th: 'เกิดข้อผิดพลาดที่ไม่คาดคิด ข้อมูลที่บันทึกแล้วยังอยู่ครบ กรุณาลองใหม่ หากยังพบให้แจ้งผู้ดูแลระบบพร้อมเลขอ้างอิง',
    en: 'Something unexpected happened. What was saved is safe. Try again; if it repeats, tell your administrator the reference number.',
  },
};

/** The finished sentence of a refusal, with its details filled in. Missing details leave no trace. */
export function sentenceOf(code: ErrorCode, details: ErrorDetails, language: SentenceLanguage): string {
  const { field, state, startsOn } = details;
  const named = {
    ...details,
    ...(typeof field === 'string' ? { field: fieldLabel(field, language) } : {}),
    ...(typeof state === 'string' ? { state: stateWord(state, language) } : {}),
    ...(typeof startsOn === 'string' ? { startsOn: dayIn(startsOn, language) } : {}),
  };
  return [fill(SENTENCES[code][language], named), remedyIn(details, language)].filter(Boolean).join(' ');
}

const dayIn = (day: string, language: SentenceLanguage): string =>
  language === 'th' ? thaiShortDate(day, 'arabic') : englishDate(day);

/** A refusal may bring its own advice in both languages. */
function remedyIn({ remedy }: ErrorDetails, language: SentenceLanguage): string {
  const sentence = typeof remedy === 'object' && remedy !== null ? (remedy as Partial<Sentence>)[language] : undefined; // shape checked next
  return typeof sentence === 'string' ? sentence : '';
}

function fill(sentence: string, details: ErrorDetails): string {
  return sentence
    .replace(/\[([^\]]*)\]/g, (_part, inside: string) =>
      namesIn(inside).every((name) => hasText(details[name])) ? inside : '',
    )
    .replace(/\{(\w+)\}/g, (_placeholder, name: string) => textOf(details[name]));
}

const namesIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');

const hasText = (value: unknown): boolean => textOf(value) !== '';

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) ? value.map(textOf).filter(Boolean).join(', ') : '';
}
