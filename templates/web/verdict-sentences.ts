import type { BundleNote, BundleProblem, SealNote, SealProblem } from '../../src/core/verdicts.js';
import type { Sentence } from './sentences.js';

/** Why a PDF is not genuine, for a person who has never heard of signatures. */
export const SEAL_PROBLEM_SENTENCES: Readonly<Record<SealProblem, Sentence>> = {
  'not-a-pdf': { th: 'ไฟล์นี้ไม่ใช่ PDF', en: 'This is not a PDF.' },
  'structure-unreadable': {
    th: 'อ่านโครงสร้างไฟล์ไม่ได้ ไฟล์อาจเสียหาย ไม่ครบ หรือมีข้อมูลต่อท้าย',
    en: 'The file cannot be read: it is damaged, cut off, or something was added behind its end.',
  },
  'no-seal': { th: 'ไฟล์นี้ไม่มีตราประทับอิเล็กทรอนิกส์', en: 'The file carries no electronic seal.' },
  'several-seals': {
    th: 'ไฟล์นี้มีลายมือชื่อมากกว่าหนึ่งรายการ จึงยืนยันไม่ได้',
    en: 'The file carries more than one signature and cannot be confirmed.',
  },
  'seal-form-unknown': {
    th: 'ตราประทับไม่อยู่ในรูปแบบ PAdES ที่ระบบนี้ออก',
    en: 'The seal is not in the PAdES form that this system makes.',
  },
  'byte-range-wrong': { th: 'ตราประทับไม่ได้ครอบคลุมทั้งไฟล์', en: 'The seal does not cover the whole file.' },
  'appended-after-sealing': { th: 'มีการเพิ่มเนื้อหาหลังจากประทับตรา', en: 'Something was added after the file was sealed.' },
  'changed-after-sealing': {
    th: 'เนื้อหาถูกแก้ไขหลังจากประทับตรา',
    en: 'The content was changed after the file was sealed.',
  },
  'signature-malformed': { th: 'ข้อมูลตราประทับเสียหายหรือถูกแก้ไข', en: 'The data of the seal is damaged or was altered.' },
  'signature-wrong': { th: 'ลายมือชื่อดิจิทัลไม่ถูกต้อง', en: 'The digital signature is wrong.' },
  'signing-certificate-differs': {
    th: 'ใบรับรองในไฟล์ไม่ใช่ใบที่ใช้ประทับตรา',
    en: 'The certificate in the file is not the one that sealed it.',
  },
  'certificate-chain-wrong': {
    th: 'ใบรับรองของผู้ออกใบรับรองไม่สอดคล้องกัน',
    en: 'The certificates of the issuers do not fit together.',
  },
  'certificate-not-for-sealing': {
    th: 'ใบรับรองนี้ไม่ได้ออกให้ใช้ลงลายมือชื่อหรือประทับตรา',
    en: 'The certificate was not issued for signing or sealing.',
  },
  'certificate-not-valid-then': {
    th: 'ใบรับรองยังไม่มีผลหรือหมดอายุแล้วในเวลาที่ประทับตรา',
    en: 'The certificate was not valid at the time of sealing.',
  },
  'sealing-time-malformed': { th: 'อ่านเวลาที่ประทับตราไม่ได้', en: 'The time of sealing cannot be read.' },
  'sealing-time-in-future': { th: 'เวลาที่ประทับตราอยู่ในอนาคต', en: 'The time of sealing lies in the future.' },
  'timestamp-wrong': { th: 'การประทับรับรองเวลาไม่ถูกต้อง', en: 'The time stamp is wrong.' },
  'level-too-low': { th: 'ไฟล์นี้ไม่มีการประทับรับรองเวลาตามที่กำหนด', en: 'The file lacks the time stamp that was asked for.' },
  'issuer-not-trusted': {
    th: 'ใบรับรองไม่ได้ออกโดยผู้ออกที่ท่านเชื่อถือ',
    en: 'The certificate was not issued by an issuer you trust.',
  },
};

/** What to know besides, also about a genuine file. */
export const SEAL_NOTE_SENTENCES: Readonly<Record<SealNote, Sentence>> = {
  'demo-certificate': {
    th: 'ตราประทับสาธิต ไม่มีผลทางกฎหมาย',
    en: 'Demonstration seal, without legal effect.',
  },
  'identity-not-checked': {
    th: 'ยังไม่ได้ตรวจว่าใบรับรองเป็นของหน่วยงานตามชื่อจริง ชื่อผู้ประทับตราเป็นไปตามที่ใบรับรองระบุเท่านั้น',
    en: 'Whether the certificate belongs to the agency it names was not checked; the name is only what the certificate says.',
  },
  'time-not-proven': {
    th: 'เวลาที่ประทับตราเป็นเวลาที่ผู้ประทับตราระบุเอง',
    en: 'The time of sealing is as stated by the sealer.',
  },
  'certificate-ended-since': {
    th: 'ใบรับรองหมดอายุแล้วหลังจากประทับตรา',
    en: 'The certificate has ended since the file was sealed.',
  },
};

/** Why a log of deeds is not the one that was written. */
export const BUNDLE_PROBLEM_SENTENCES: Readonly<Record<BundleProblem, Sentence>> = {
  'event-not-json': { th: 'อ่านรายการไม่ได้', en: 'The entry cannot be read.' },
  'event-keys-differ': { th: 'รายการมีช่องข้อมูลขาดหรือเกิน', en: 'The entry lacks a field or has one too many.' },
  'event-value-not-text': { th: 'ค่าในรายการไม่ใช่ข้อความ', en: 'A value of the entry is not text.' },
  'event-value-malformed': { th: 'ค่าในรายการผิดรูปแบบ', en: 'A value of the entry is malformed.' },
  'event-schema-unknown': { th: 'ไม่รู้จักรุ่นของรายการ', en: 'The version of the entry is unknown.' },
  'event-not-canonical': { th: 'รายการไม่ได้เขียนในรูปแบบที่กำหนด', en: 'The entry is not written in the prescribed form.' },
  'position-differs': { th: 'ลำดับรายการขาดหรือสลับที่', en: 'Entries are missing or out of order.' },
  'organization-differs': { th: 'รายการเป็นของหน่วยงานอื่น', en: 'The entry belongs to another organization.' },
  'seq-differs': { th: 'เลขลำดับในรายการไม่ตรงกับตำแหน่ง', en: 'The number inside the entry is not its place.' },
  'hash-differs': { th: 'รายการถูกแก้ไข', en: 'The entry was altered.' },
  'anchor-differs': { th: 'บันทึกไม่ตรงกับค่าแฮชที่ทราบจากแหล่งอื่น', en: 'The log differs from the hash known from elsewhere.' },
  'tail-missing': { th: 'รายการท้ายบันทึกหายไป', en: 'Entries at the end are missing.' },
  'tail-added': { th: 'มีรายการเกินจากที่ระบุไว้', en: 'There are more entries than stated.' },
  'head-differs': { th: 'ค่าแฮชปิดท้ายไม่ตรงกับที่ระบุไว้', en: 'The final hash is not the one stated.' },
  'log-key-malformed': { th: 'กุญแจของบันทึกผิดรูปแบบ', en: 'A key of the log is malformed.' },
  'log-key-unknown': {
    th: 'กุญแจที่ระบุไม่ใช่กุญแจที่ลงนามบันทึกนี้',
    en: 'The given key is not one that signed this log.',
  },
  'log-key-not-announced': {
    th: 'กุญแจไม่ได้ประกาศไว้ในบันทึก ณ รายการที่ระบุ',
    en: 'The log does not announce this key where it should.',
  },
  'log-key-not-endorsed': {
    th: 'กุญแจใหม่ไม่ได้รับการรับรองด้วยกุญแจเดิม',
    en: 'The new key was not signed with the one before it.',
  },
  'checkpoint-malformed': { th: 'จุดตรวจผิดรูปแบบ', en: 'The checkpoint is malformed.' },
  'checkpoint-signature-wrong': { th: 'ลายมือชื่อบนจุดตรวจไม่ถูกต้อง', en: 'The signature on the checkpoint is wrong.' },
  'checkpoint-key-not-valid-then': {
    th: 'จุดตรวจลงนามด้วยกุญแจที่ไม่ได้ใช้ในขณะนั้น',
    en: 'The checkpoint was signed with a key that was not in force then.',
  },
  'checkpoint-twice': { th: 'มีจุดตรวจสองจุดที่ความยาวเดียวกัน', en: 'There are two checkpoints of one size.' },
  'checkpoint-differs': {
    th: 'บันทึกจนถึงจุดนี้ไม่ตรงกับจุดตรวจที่ลงนามไว้',
    en: 'The log up to here is not the one that the checkpoint signed.',
  },
  'known-checkpoint-wrong': {
    th: 'จุดตรวจที่ทราบจากแหล่งอื่นไม่ใช่ของบันทึกนี้ หรือลายมือชื่อไม่ถูกต้อง',
    en: 'The checkpoint known from elsewhere is of another log or wrongly signed.',
  },
  'known-checkpoint-differs': {
    th: 'บันทึกไม่ตรงกับจุดตรวจที่ทราบจากแหล่งอื่น',
    en: 'The log differs from the checkpoint known from elsewhere.',
  },
  'start-not-proven': {
    th: 'จุดเริ่มของช่วงนี้ไม่ตรงกับจุดตรวจที่ลงนาม หรือไม่ตรงกับที่ทราบจากแหล่งอื่น',
    en: 'The place where this part begins is not what a checkpoint signs, or not what is known from elsewhere.',
  },
  'proof-malformed': { th: 'หลักฐานพิสูจน์ผิดรูปแบบ', en: 'The proof is malformed.' },
  'proof-wrong': { th: 'หลักฐานพิสูจน์ไม่ถูกต้อง', en: 'The proof is wrong.' },
  'proof-missing': { th: 'ไม่มีหลักฐานพิสูจน์ของรายการนี้', en: 'The entry has no proof.' },
  'stamp-wrong': {
    th: 'การประทับรับรองเวลาไม่ถูกต้อง หรือไม่ได้ประทับบนจุดตรวจในชุดนี้',
    en: 'A time stamp is wrong, or was not made for a checkpoint of this bundle.',
  },
  'stamp-not-trusted': {
    th: 'ผู้ให้บริการรับรองเวลาไม่ใช่รายที่ท่านเชื่อถือ',
    en: 'The time-stamping authority is not one you trust.',
  },
  'stamp-order-wrong': {
    th: 'เวลาที่รับรองย้อนหลัง จุดตรวจหลังถูกประทับก่อนจุดตรวจก่อน',
    en: 'The stamped times run backwards: a later checkpoint was stamped earlier.',
  },
  'witness-key-malformed': {
    th: 'กุญแจของพยานผิดรูปแบบ',
    en: 'The key of a witness is malformed.',
  },
  'cosignature-wrong': {
    th: 'ลายมือชื่อร่วมของพยานไม่ถูกต้อง หรือไม่ได้ลงบนจุดตรวจในชุดนี้',
    en: 'A cosignature of a witness is wrong, or was not made for a checkpoint of this bundle.',
  },
  'record-malformed': { th: 'ข้อมูลประกอบผิดรูปแบบ', en: 'The record is malformed.' },
  'content-hash-differs': { th: 'ข้อความไม่ตรงกับค่าแฮชของข้อความ', en: 'The text does not have the hash it should have.' },
  'reason-differs': { th: 'เหตุผลไม่ตรงกับที่บันทึกไว้', en: 'The reason is not the one that was logged.' },
  'decision-without-event': { th: 'การพิจารณานี้ไม่มีในบันทึก', en: 'The log does not know this decision.' },
  'edition-without-event': { th: 'ฉบับนี้ไม่ตรงกับในบันทึก', en: 'The log does not know this edition.' },
  'record-differs': {
    th: 'ข้อมูลนี้ไม่ตรงกับที่บันทึกไว้ในประวัติ',
    en: 'The record is not what the log says of it.',
  },
  'record-missing': {
    th: 'ประวัติกล่าวถึงข้อมูลที่ไม่มีอยู่ในชุดนี้',
    en: 'The log speaks of a record that is not here.',
  },
  'override-without-event': {
    th: 'การใช้อำนาจกรณีฉุกเฉินหรือการรับรองนี้ไม่มีในบันทึก',
    en: 'The log does not know this override or its ratification.',
  },
  'set-aside-differs': {
    th: 'การนับหรือไม่นับลายมือชื่อนี้ไม่เป็นไปตามการส่งคืนที่บันทึกไว้',
    en: 'Whether this signature counts is not as the returns in the log have it.',
  },
  'own-text-decided': {
    th: 'ผู้เขียนข้อความเป็นผู้พิจารณาข้อความของตนโดยไม่มีการใช้อำนาจกรณีฉุกเฉิน',
    en: 'Somebody decided on their own text without an override.',
  },
  'decided-twice': {
    th: 'บุคคลเดียวกันพิจารณาสองครั้งในรอบเดียวกันโดยไม่มีการใช้อำนาจกรณีฉุกเฉิน',
    en: 'One person decided twice in one round without an override.',
  },
  'deed-not-in-lifecycle': {
    th: 'การกระทำนี้ทำไม่ได้จากสถานะนั้นหรือโดยผู้นั้นตามวงจรของเรื่อง',
    en: 'The lifecycle does not allow this deed from that state, or by that actor.',
  },
  'own-submission-decided': {
    th: 'ผู้เสนอเป็นผู้พิจารณาเรื่องของตนโดยไม่มีการใช้อำนาจกรณีฉุกเฉิน',
    en: 'Somebody decided their own submission without an override.',
  },
  'history-differs': { th: 'สถานะไม่ต่อเนื่องจากรายการก่อนหน้า', en: 'The state does not follow from the entry before.' },
  'file-missing': { th: 'ไฟล์ในชุดหายไป', en: 'A file of the bundle is missing.' },
  'file-unexpected': { th: 'มีไฟล์ที่ไม่อยู่ในรายการของชุด', en: 'The bundle holds a file that it does not list.' },
  'file-differs': { th: 'ไฟล์ในชุดถูกแก้ไข', en: 'A file of the bundle was altered.' },
  'manifest-signature-wrong': { th: 'ลายมือชื่อของชุดไม่ถูกต้อง', en: 'The signature of the bundle is wrong.' },
  'line-malformed': { th: 'บรรทัดในไฟล์ผิดรูปแบบ', en: 'A line of the file is malformed.' },
  'bundle-unreadable': { th: 'เปิดไฟล์ไม่ได้', en: 'The file cannot be opened.' },
  'manifest-malformed': { th: 'ไฟล์นี้ไม่ใช่ชุดบันทึกการตรวจสอบของระบบนี้', en: 'This is not an audit bundle of this system.' },
};

/** What a log that is whole still does not promise. */
export const BUNDLE_NOTE_SENTENCES: Readonly<Record<BundleNote, Sentence>> = {
  'not-anchored': {
    th: 'ยังไม่ได้เทียบกับกุญแจหรือจุดตรวจจากแหล่งอื่น ผู้ที่ถือกุญแจอาจสร้างบันทึกใหม่ทั้งชุด หรือแสดงบันทึกคนละชุดแก่แต่ละคนได้ (--log-key, --known, --witness)',
    en: 'Not compared with a key or a checkpoint from elsewhere: who holds the key could have rebuilt all of it, or shown another log to others (--log-key, --known, --witness).',
  },
  'not-stamped': {
    th: 'ไม่มีจุดตรวจใดได้รับการประทับรับรองเวลาจากภายนอก',
    en: 'No checkpoint carries a time stamp of an outside authority.',
  },
  'not-cosigned': {
    th: 'ไม่มีลายมือชื่อร่วมของพยานที่ระบุ บันทึกที่แสดงแก่ผู้อื่นคนละชุดจะพบได้เมื่อนำมาเทียบกันเท่านั้น',
    en: 'A witness that was named has cosigned no checkpoint: another log that was shown to others is only found by comparing.',
  },
  'tail-not-covered': {
    th: 'รายการท้ายบันทึกยังไม่อยู่ในจุดตรวจที่ลงนาม',
    en: 'No signed checkpoint covers the last entries.',
  },
  'clock-went-back': {
    th: 'เวลาของบางรายการย้อนหลังเกินหนึ่งวินาที',
    en: 'The clock of the log went back by more than a second.',
  },
  'known-not-compared': {
    th: 'สิ่งที่ทราบจากแหล่งอื่นบางอย่างอยู่นอกช่วงของชุดนี้ จึงยังไม่ได้เทียบ',
    en: 'Something known from elsewhere lies outside this bundle and was not compared.',
  },
  'earlier-not-complete': {
    th: 'เรื่องที่เริ่มก่อนช่วงนี้มาพร้อมรายการเดิมที่พิสูจน์ทีละรายการ แต่ชุดนี้ไม่พิสูจน์ว่ารายการก่อนช่วงมาครบ ใช้ชุดทั้งบันทึกหากต้องพิสูจน์',
    en: 'What began before this part comes with its earlier events, each proven; that none of them is left out only the whole log proves.',
  },
  'period-not-covered': {
    th: 'บันทึกยังไม่เลยวันสุดท้ายของช่วง หรือช่วงไม่ครบตั้งแต่วันแรก จึงไม่พิสูจน์ว่าครบทั้งช่วง',
    en: 'The log does not reach past both ends of the period, so this part may lack some of it.',
  },
};
