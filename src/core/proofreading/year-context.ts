/** Names of laws and dated papers: the year after them is part of their name. */
const LAW =
  /(?:พระราชบัญญัติ|พ\.\s?ร\.\s?บ\.|พรบ|พ\.\s?ร\.\s?ก\.|พระราชกฤษฎีกา|พระราชกำหนด|กฎกระทรวง|ระเบียบ|ข้อบังคับ|รัฐธรรมนูญ|ประมวลกฎหมาย|ประมวลจริยธรรม|มาตรฐานทางจริยธรรม|ฉบับที่|ราชกิจจานุเบกษา|มติคณะรัฐมนตรี|ลงวันที่|ลว\.|หนังสือ|ประกาศคณะกรรมการ|ยุทธศาสตร์)(?:(?!25\d\d)[^;]){0,220}$/;
const EARLIER =
  /ที่ผ่านมา|ปีก่อน|เทียบ|จากปี|วิเคราะห์|ผลการประเมิน|ผลคะแนน|คะแนน|ก่อนหน้า|จากเดิม|ย้อนหลัง|ผลประเมิน|การประเมินคุณธรรม|ข้อเสนอแนะ/;
const LATER = /ถัดไป|ปีต่อไป|ปีหน้า|จัดทำแผน|แผน|ข้อบัญญัติ|เทศบัญญัติ|เตรียม|รองรับ|เป้าหมาย|ต่อเนื่องไป/;
const WINDOW = 160;
/** Names of laws are long; the first year after one is its own. */
const LAW_WINDOW = 260;

const before = (loose: string, at: number): string => loose.slice(Math.max(0, at - WINDOW), at);
const around = (loose: string, from: number, to: number): string =>
  loose.slice(Math.max(0, from - WINDOW), to + WINDOW / 2);

/** The year belongs to the name of a law, a letter or a plan. */
export const namesALaw = (loose: string, at: number): boolean =>
  LAW.test(loose.slice(Math.max(0, at - LAW_WINDOW), at));

/** The words around speak of the year before, or of an earlier result. */
export const speaksOfEarlierYear = (loose: string, from: number, to: number): boolean =>
  EARLIER.test(around(loose, from, to));

/** The words around prepare the coming year. */
export const speaksOfLaterYear = (loose: string, from: number, to: number): boolean =>
  LATER.test(around(loose, from, to));

/** "ปีที่ผ่านมา (ปี …": the year is said to be the one before. */
export const saysLastYear = (loose: string, at: number): boolean => /ที่ผ่านมา\s?\(?$/.test(before(loose, at));
