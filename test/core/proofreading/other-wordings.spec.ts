import { parseDocument } from '../../../src/core/proofreading/parse-document.js';
import { proofread } from '../../../src/core/proofreading/proofread.js';

const TITLE = `รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๘

องค์การบริหารส่วนตำบลตัวอย่างใหญ่ อำเภอศรีสำโรง จังหวัดสุโขทัย

มาตรการ	วิธีดำเนินการ	ระยะเวลา	ผู้รับผิดชอบ	ผลการดำเนินการ
อบรมวินัย	จัดอบรมวินัยแก่บุคลากร	ปีงบประมาณ พ.ศ. ๒๕๖๘	สำนักปลัด	จัดอบรมวินัยแก่บุคลากรแล้ว ๔๐ คน `;

/** The sentence stands at the end of a result, where most figures and dates are told. */
const found = (sentence: string) =>
  proofread(parseDocument(`${TITLE}${sentence}\n`)).filter(({ severity }) => severity !== 'I');

describe('the same fault in other words', () => {
  it.each([
    [
      'ปี ๒๕๖๗ ได้ ๙๐.๐๐ คะแนน ปี ๒๕๖๘ ได้ ๘๕.๐๐ คะแนน มากกว่าปีก่อน ๕.๐๐ คะแนน',
      'มากกว่าปีก่อน ๕.๐๐ คะแนน',
      'ต่ำกว่าปีก่อน ๕.๐๐ คะแนน',
    ],
    ['ได้คะแนน ๘๕.๐๐ จากเดิม ๙๐.๐๐ คะแนน ซึ่งเพิ่มขึ้น', 'ซึ่งเพิ่มขึ้น', 'ซึ่งลดลง'],
    ['คะแนนเพิ่มจาก ๙๐.๐๐ เป็น ๘๕.๐๐', 'เพิ่มจาก ๙๐.๐๐ เป็น ๘๕.๐๐', 'ลดจาก ๙๐.๐๐ เป็น ๘๕.๐๐'],
    ['คะแนนลดจาก ๘๐.๐๐ เหลือ ๘๕.๐๐', 'ลดจาก ๘๐.๐๐ เหลือ ๘๕.๐๐', 'เพิ่มจาก ๘๐.๐๐ เป็น ๘๕.๐๐'],
    ['คะแนนจาก ๘๐.๐๐ คะแนน เป็น ๘๕.๐๐ คะแนน (+๗.๐๐)', '(+๗.๐๐)', '(+๕.๐๐)'],
    [
      'จาก ๘๐.๐๐ คะแนน ในปี ๒๕๖๗ เป็น ๘๕.๐๐ คะแนน ในปี ๒๕๖๘ สูงกว่าเดิม ๔.๐๐ คะแนน',
      'สูงกว่าเดิม ๔.๐๐ คะแนน',
      'สูงกว่าเดิม ๕.๐๐ คะแนน',
    ],
    ['ปี ๒๕๖๘ ได้คะแนน ๘๕.๐๐ ปี ๒๕๖๗ ได้คะแนน ๘๐.๐๐ ต่างกัน ๖.๐๐ คะแนน', 'ต่างกัน ๖.๐๐ คะแนน', 'ต่างกัน ๕.๐๐ คะแนน'],
    [
      'คะแนนรวม ๙๖.๐๐ คะแนน IIT ๙๕.๐๐ คะแนน เมื่อเทียบกับปี ๒๕๖๗ ที่ได้ ๙๐.๐๐ คะแนน สูงขึ้น ๕.๐๐ คะแนน',
      'สูงขึ้น ๕.๐๐ คะแนน',
      'สูงขึ้น ๖.๐๐ คะแนน',
    ],
  ])('is found, and repaired, in %s', (sentence, quote, suggestion) => {
    expect(found(sentence)).toContainEqual(expect.objectContaining({ rule: 'number.difference', quote, suggestion }));
  });

  it.each([
    ['คะแนนลดลง ๕.๐๐ คะแนน จึงเห็นได้ว่าการดำเนินงานมีประสิทธิภาพสูงขึ้น', 'number.direction'],
    ['คะแนนต่ำกว่าปีก่อน ๕.๐๐ คะแนน แสดงให้เห็นว่าการดำเนินงานดีขึ้น', 'number.direction'],
    ['ผู้เข้าอบรม ๔๕ คน จากเป้าหมาย ๕๐ คน คิดเป็นร้อยละ ๘๐', 'number.percent'],
    ['รวม ๘๐ คน แบ่งเป็นชาย ๓๕ คน หญิง ๔๒ คน', 'number.sum'],
    ['ประชุมเมื่อวันที่ ๓๐/๑๑/๖๘', 'date.outside-year'],
    ['ประชุมเมื่อวันที่ 30-11-2568', 'date.outside-year'],
    ['ประชุมเมื่อวันที่ ๓๐ พย. ๖๘', 'date.outside-year'],
    ['ประชุมเมื่อ กพ.๒๕๖๗', 'date.outside-year'],
    ['ประชุมวันที่ ๓๑ เดือนเมษายน พ.ศ. ๒๕๖๘', 'date.impossible'],
    ['ตามแผนปีงบประมาณ ๖๕', 'year.differs'],
    ['ตามแผนปีงบฯ ๒๕๖๕', 'year.differs'],
    ['รายงานผู้ว่าราชการจังหวัดลำพูนแล้ว', 'place.office'],
    ['โดยนายอำเภอสวรรคโลกเป็นประธาน', 'place.office'],
    ['ตามข้อ ๐ ๑๗', 'code.glyph'],
    ['ตามรายการ Ｏ๑๖', 'code.glyph'],
    ['ดูที่ www.example.go.th', 'link.home-page'],
    ['รวม ๔๐ คน คน', 'word.doubled'],
    ['ก ารดำเนินงาน', 'unicode.broken'],
    ['บุคลากรใในสังกัด', 'unicode.broken'],
    ['ออกมาตรกาป้องกันแล้ว', 'word.look-alike'],
    ['จัดทำขันตอนใหม่', 'word.misspelt'],
  ])('is found in %s', (sentence, rule) => {
    expect(found(sentence)).toContainEqual(expect.objectContaining({ rule }));
  });
});

describe('the name of an agency', () => {
  it.each([
    ['ตามประกาศ อบต หนองไผ่ ที่แจ้ง', 'อบต หนองไผ่', 'อบต.ตัวอย่างใหญ่'],
    ['องค์การบริหารส่วน ต.หนองไผ่ได้จัดอบรม', 'องค์การบริหารส่วน ต.หนองไผ่', 'องค์การบริหารส่วนตำบลตัวอย่างใหญ่'],
    ['ทต. หนองไผ่ จัดอบรม', 'ทต. หนองไผ่', 'อบต.ตัวอย่างใหญ่'],
    ['เทศบาล ต.หนองไผ่ จัดอบรม', 'เทศบาล ต.หนองไผ่', 'องค์การบริหารส่วนตำบลตัวอย่างใหญ่'],
    ['อบต.ตัวอย่างใหญ์ จัดอบรม', 'อบต.ตัวอย่างใหญ์', 'อบต.ตัวอย่างใหญ่'],
    ['อบต.ตัวอย่างใหญ่ส์จัดอบรม', 'อบต.ตัวอย่างใหญ่ส์', 'อบต.ตัวอย่างใหญ่'],
    ['อบต.ตัวอย่างใหย่ จัดอบรม', 'อบต.ตัวอย่างใหย่', 'อบต.ตัวอย่างใหญ่'],
  ])('is read, and replaced to its last letter, in %s', (sentence, quote, suggestion) => {
    expect(found(sentence)).toContainEqual(expect.objectContaining({ rule: 'agency.foreign', quote, suggestion }));
  });

  it('is told from its own slips where no title says whose table it is', () => {
    const table = 'มาตรการ\tวิธีดำเนินการ\nอบรม\tอบต.คลองกระแซง จัดอบรม อบต.คลองกระแชง\n';
    const [finding] = proofread(parseDocument(table)).filter(({ rule }) => rule === 'agency.foreign');
    expect(finding).toMatchObject({ quote: 'อบต.คลองกระแซง', suggestion: 'อบต.คลองกระแชง' });
  });
});

it('tells a title that was carried into another year than its table', () => {
  const rows = ['ต.ค. ๖๖ - ธ.ค. ๖๖', 'ม.ค. ๖๗ - มี.ค. ๖๗'].map(
    (period, index) => `มาตรการที่ ${index}\tจัดอบรม\t${period}\tสำนักปลัด\tอบรมแล้ว`,
  );
  const table = ['มาตรการ\tวิธีดำเนินการ\tกรอบเวลา\tผู้รับผิดชอบ\tผลการดำเนินการ', ...rows].join('\n');
  const title = 'รายงานผลการดำเนินการตามมาตรการ\nประจำปีงบประมาณ พ.ศ. ๒๕๖๘';
  expect(proofread(parseDocument(`${title}\n\n${table}\n`))).toContainEqual(
    expect.objectContaining({ rule: 'year.differs', quote: 'ประจำปีงบประมาณ พ.ศ. ๒๕๖๘' }),
  );
});

it.each([
  ['ดำเเนินการแล้ว', 'เ'],
  ['เเก้ไขแล้ว', 'แ'],
  ['เเผนปฏิบัติการ', 'แ'],
])('knows which vowel two sara e stand for in %s', (sentence, suggestion) => {
  expect(found(sentence)).toContainEqual(expect.objectContaining({ rule: 'unicode.broken', quote: 'เเ', suggestion }));
});

it('reads the private glyphs of older fonts as the signs they stand for', () => {
  expect(found('เผยแพร\uF70Aข่าวสาร').map(({ rule, suggestion }) => [rule, suggestion])).toEqual([
    ['unicode.broken', '\u0E48'],
  ]);
});

it('repairs the name of an index together with its brackets', () => {
  expect(found('ตามหลักธรรมาภิบาล (Good Governance Index : CPI)')).toContainEqual(
    expect.objectContaining({
      quote: '(Good Governance Index : CPI)',
      suggestion: '(Corruption Perceptions Index : CPI)',
    }),
  );
});

it.each([
  'ทิศเหนือติดต่อกับองค์การบริหารส่วนตำบลคลองข่อย ทิศใต้ติดต่อกับเทศบาลตำบลบางพลับ',
  'ดัชนีการรับรู้การทุจริต (Corruption Perceptions Index: CPI) และความรับผิดชอบต่อสังคม',
  'รายงานผู้ว่าราชการจังหวัดสุโขทัยและนายอำเภอศรีสำโรง และศึกษาดูงาน ณ ศาลากลางจังหวัดลำพูน',
  'ผู้เข้าอบรม ๔๐ คน คนละ ๒ วัน การแข่งขันตอนเช้า พัฒนารอบด้าน ด้านการศึกษา',
  'ดูที่ www.example.go.th/plan/2568 ตามข้อ O17 และรายการที่ ๐๕ คน',
  'เพิ่มขึ้นจากปีงบประมาณ พ.ศ. ๒๕๖๗ ซึ่งได้ ๘๖.๔๐ คะแนน คิดเป็นผลต่าง ๓.๓๙ คะแนน',
  'ปี ๒๕๖๗ ได้ ๘๘.๐๐ คะแนน ปี ๒๕๖๘ ได้ ๙๒.๐๐ คะแนน สูงกว่าค่าเป้าหมาย ๘๕ คะแนน',
  'เรื่องร้องเรียนลดลง ๕ เรื่อง แสดงให้เห็นว่าการให้บริการดีขึ้น',
  'ผู้เข้าอบรม ๔๕ คน จากเป้าหมาย ๕๐ คน คิดเป็นร้อยละ ๙๐',
  'ผู้เข้าอบรมทั้งหมด ๕๐ คน ขาด ๕ คน คิดเป็นร้อยละ ๙๐',
  'ผู้ร่วมงานทั้งหมด ชาย ๔๐ คน หญิง ๖๐ คน คิดเป็นร้อยละ ๖๐',
  'รวม ๗๗ คน แบ่งเป็นชาย ๓๕ คน หญิง ๔๒ คน',
  'หนังสือที่ กค ๐๔๐๕.๒/ว ๑๑๙ และข้อ ๓.๒.๖๘ รายการ ๑๒-๓๔',
  'ประชุมเมื่อ ๓ กพ. ๖๘ และ ๒๑/๓/๖๘',
])('leaves %s alone', (sentence) => {
  expect(found(sentence)).toEqual([]);
});
