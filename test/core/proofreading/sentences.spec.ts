import { parseDocument } from '../../../src/core/proofreading/parse-document.js';
import { proofread } from '../../../src/core/proofreading/proofread.js';
import type { ProofOptions } from '../../../src/core/proofreading/proof-context.js';

const TITLE = `รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๘

องค์การบริหารส่วนตำบลตัวอย่าง อำเภอศรีสำโรง จังหวัดสุโขทัย
`;

const read = (sentence: string, options: ProofOptions = {}): string[] =>
  proofread(parseDocument(`${TITLE}\n${sentence}\n`), options)
    .filter(({ rule }) => rule !== 'signature.missing')
    .map(({ rule, quote }) => `${rule}: ${quote}`);

describe('sentences that are right', () => {
  it.each([
    'นายกองค์การบริหารส่วนตำบลเป็นประธาน และปลัด อบต. เป็นเลขานุการ',
    'สมาชิกสภาองค์การบริหารส่วนตำบลหมู่ที่ ๓ เสนอให้ซ่อมถนน',
    'องค์การบริหารส่วนตำบล ตัวอย่าง ได้ประชุมร่วมกับองค์การบริหารส่วนจังหวัดสุโขทัย',
    'อบต.ตัวอย่าง ส่งเจ้าหน้าที่ที่รับผิดชอบไปอบรมที่สำนักงาน ป.ป.ช. ประจำจังหวัด',
    'ตามพระราชบัญญัติการจัดซื้อจัดจ้างและการบริหารพัสดุภาครัฐ พ.ศ. ๒๕๖๐ และระเบียบที่เกี่ยวข้อง พ.ศ. ๒๕๖๐',
    'คะแนนปี ๒๕๖๗ เทียบกับปี ๒๕๖๘ ของผลการประเมินเพิ่มขึ้นเล็กน้อย',
    'จัดทำแผนพัฒนาท้องถิ่น (พ.ศ. ๒๕๖๖ – ๒๕๗๐) และแผนของปี พ.ศ. ๒๕๖๙',
    'คะแนนเพิ่มขึ้น ๓.๒๐ คะแนน แสดงให้เห็นว่าเรื่องร้องเรียนลดลง',
    'ปี ๒๕๖๘ ได้คะแนน ๙๐.๑๐ คะแนน ปี ๒๕๖๗ ได้คะแนน ๙๒.๓๐ คะแนน ลดลง ๒.๒๐ คะแนน',
    'ติดตามตามแผนทุกไตรมาส โดยเจ้าหน้าที่ที่มีหน้าที่โดยตรง และมาตรการการป้องกัน',
    'ติดต่อราชการได้เวลา ๐๘.๓๐ – ๑๖.๓๐ น. โทร. ๐ ๕๕๙๙ ๙๙๙๙',
    'ประชุมเมื่อวันพฤหัสบดีที่ ๑๓ กุมภาพันธ์ ๒๕๖๘',
    'ข้อมูลรายการ O12 และ O28 ครบถ้วน ส่วนข้อ i๑๕ และ e๙ ได้คะแนนดี',
    'หน่วยงานของรัฐต้องเปิดเผยข้อมูล และรัฐวิสาหกิจก็เช่นกัน',
    'เลขครุภัณฑ์ ๑-๑๐๐๒-๐๐๐๐๓-๐๔-๑ อยู่ที่กองช่าง',
    'รับฟังความเห็นที่หมู่ที่ ๐๕ เมื่อวันที่ ๐๙ มกราคม ๒๕๖๘ ร้อยละ ๐๙%',
    'จำนวนปี 2566 2567 2568 2569 มีผู้ร่วมงานเพิ่มขึ้นตามแผน',
    'บุคลากรตื่นตัว ชี้แจงได้ และถือปฏิบัติตามหลักเกณฑ์',
  ])('are left alone: %s', (sentence) => {
    expect(read(sentence)).toEqual([]);
  });
});

describe('sentences that are wrong', () => {
  it.each([
    ['องค์การบริหารส่วนตำบลตวอย่างได้จัดอบรม', 'agency.foreign: องค์การบริหารส่วนตำบลตวอย่าง'],
    ['เทศบาลตำบลตัวอย่างได้จัดอบรม', 'agency.foreign: เทศบาลตำบลตัวอย่าง'],
    ['ขององค์การบริหารส่วนตำบลตัวอย่าง อำเภอสวรรคโลก จังหวัดสุโขทัย', 'place.differs: อำเภอสวรรคโลก จังหวัดสุโขทัย'],
    ['ที่อำเภอหัวหิน จังหวัดสุโขทัย', 'place.district: อำเภอหัวหิน จังหวัดสุโขทัย'],
    ['ไปดูงานที่ตำบลป่าตอง อำเภอถลาง จังหวัดภูเก็ต', 'place.subdistrict: ตำบลป่าตอง อำเภอถลาง จังหวัดภูเก็ต'],
    ['ในรอบปีที่ผ่านมา (ปี ๒๕๖๕) ได้ปรับปรุง', 'year.differs: ปี ๒๕๖๕'],
    ['ตามแผนประจำปีงบประมาณ พ.ศ. ๒๕๖๕', 'year.differs: ประจำปีงบประมาณ พ.ศ. ๒๕๖๕'],
    ['ประชุมเมื่อวันที่ ๓๑ เมษายน ๒๕๖๘', 'date.impossible: ๓๑ เมษายน ๒๕๖๘'],
    ['ประชุมเมื่อวันอังคารที่ ๑๓ กุมภาพันธ์ ๒๕๖๘', 'date.weekday: วันอังคารที่ ๑๓ กุมภาพันธ์ ๒๕๖๘'],
    ['คะแนนจาก ๘๕.๑๐ คะแนน เป็น ๙๐.๒๐ คะแนน เพิ่มขึ้น ๖.๑๐ คะแนน', 'number.difference: เพิ่มขึ้น ๖.๑๐ คะแนน'],
    ['ได้คะแนน ๙๑.๒๐ คะแนน อยู่ในระดับต้องปรับปรุง', 'score.level: ๙๑.๒๐ คะแนน อยู่ในระดับต้องปรับปรุง'],
    ['หัวข้อ ๐๑๒ และ 0๑๓', 'code.glyph: ๐๑๒'],
    ['ข้อมูลรายการ O35', 'code.unknown: O35'],
    ['ตัวชี้วัดที่ ๖ คุณภาพของการดำเนินงาน', 'term.indicator: ตัวชี้วัดที่ ๖ คุณภาพของการดำเนินงาน'],
    ['องค์กรบริหารส่วนตำบลตัวอย่าง', 'term.official: องค์กรบริหารส่วนตำบล'],
    ['เผยแพร่ทางเวปไซต์', 'word.misspelt: เวปไซต์'],
    ['ให้บุคลากรถึอปฏิบัติ', 'word.near-miss: ถึอปฏิบัติ'],
    ['ไม่ว่ากรณีไตก็ตาม', 'word.look-alike: ไต'],
    ['มีการสัมพันธ์ผ่านเพจ', 'word.missing-part: สัมพันธ์'],
    ['แจ้งให้ประชาชนประชาชนทราบ', 'word.doubled: ประชาชนประชาชน'],
    ['เลขประจำตัวประชาชน ๑-๑๐๐๒-๐๐๐๐๓-๐๔-๓', 'personal.data: ๑-๑๐๐๒-๐๐๐๐๓-๐๔-๓'],
    ['ส่งเอกสารที่ tuayang@gmail.com', 'personal.data: tuayang@gmail.com'],
    ['ดําเนินการแล้ว', 'unicode.broken: ํา'],
  ])('are found: %s', (sentence, expected) => {
    expect(read(sentence)).toContain(expected);
  });
});

describe('what an organization decides', () => {
  it('switches a rule off', () => {
    const settings = { 'word.misspelt': { off: true, reason: 'เอกสารอ้างอิงชื่อเดิม' } };
    expect(read('เผยแพร่ทางเวปไซต์', { settings })).toEqual([]);
  });

  it('lowers a rule', () => {
    const settings = { 'agency.foreign': { severity: 'W' as const, reason: 'มีข้อตกลงร่วม' } };
    const findings = proofread(parseDocument(`${TITLE}\nองค์การบริหารส่วนตำบลหนองไผ่ได้จัดอบรม`), { settings });
    expect(findings.find(({ rule }) => rule === 'agency.foreign')?.severity).toBe('W');
  });

  it('adds a word to the lexicon and takes one away', () => {
    expect(read('ใช้แอปสมมติงาน', { lexicon: [{ wrong: 'แอปสมมติงาน', right: 'ระบบสมมติงาน' }] })).toContain(
      'word.misspelt: แอปสมมติงาน',
    );
    expect(read('เปิดลิงค์', { lexicon: [{ wrong: 'ลิงค์', right: 'ลิงค์' }] })).toEqual([]);
  });

  it('is believed about its own name and place', () => {
    const organization = { name: 'องค์การบริหารส่วนตำบลหนองไผ่', district: 'ในฝัน', province: 'ตัวเอง' };
    const findings = proofread(parseDocument('องค์การบริหารส่วนตำบลหนองไผ่ อำเภอในฝัน จังหวัดตัวเอง ดำเนินการแล้ว'), {
      organization,
    });
    expect(findings).toEqual([]);
  });
});

it('gives offsets that quote the original, whatever was normalised', () => {
  const text = `${TITLE}\n<p>องค์การบริหาร ส่วน ตำบลหนองไผ่ ดํา​เนินการ</p>`;
  for (const { start, end, quote } of proofread(parseDocument(text))) expect(text.slice(start, end)).toBe(quote);
  expect(proofread(parseDocument(text)).map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['agency.foreign', 'unicode.broken']),
  );
});
