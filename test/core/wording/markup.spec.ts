import { filledBlocks, parseWording, wordingProblems } from '../../../src/core/wording/markup.js';
import { numberBlocks } from '../../../src/core/wording/number-blocks.js';

const WORDING = `# ชื่อเรื่อง
บรรทัดที่สอง

ย่อหน้าแรก
ต่อกัน

ข้อ 1 หนึ่ง
(1) ย่อย
(2) ย่อย
ข้อ 9 สอง
(1) ย่อยของสอง
## หัวข้อ
1. ก
- ขีด
2. ข`;

describe('wording markup', () => {
  it('tells titles, paragraphs and clauses apart and numbers them anew', () => {
    const printed = numberBlocks(parseWording(WORDING)).map(({ kind, mark, text }) => `${kind}|${mark}|${text}`);
    expect(printed).toEqual([
      'title||ชื่อเรื่อง\nบรรทัดที่สอง',
      'paragraph||ย่อหน้าแรก ต่อกัน',
      'article|ข้อ 1|หนึ่ง',
      'sub-clause|(1)|ย่อย',
      'sub-clause|(2)|ย่อย',
      'article|ข้อ 2|สอง',
      'sub-clause|(1)|ย่อยของสอง',
      'heading||หัวข้อ',
      'clause|1.|ก',
      'dash|-|ขีด',
      'clause|2.|ข',
    ]);
  });

  it('leaves out a block whose value is missing and repeats one that names a list', () => {
    const blocks = parseWording('# {ชื่อ}\n\n1. ปี {ปี}\n2. {ข้อเพิ่ม}\n3. {ไม่มี}');
    const filled = filledBlocks(blocks, { ชื่อ: 'เรื่อง', ปี: '2569', ข้อเพิ่ม: ['ก', 'ข'], ไม่มี: null });
    expect(filled.map(({ text }) => text)).toEqual(['เรื่อง', 'ปี 2569', 'ก', 'ข']);
  });

  it('does not read placeholders out of a value', () => {
    const [block] = filledBlocks(parseWording('{ก}'), { ก: 'ค่า {ข}', ข: 'รั่ว' });
    expect(block?.text).toBe('ค่า {ข}');
  });

  it.each([
    ['an unknown placeholder', '# ก\n\nของ {คนอื่น}', 3, 'unknown-placeholder'],
    ['an open brace', '# ก\nข\n\nของ {ปี', 4, 'unclosed-brace'],
    ['a wording without title', 'ย่อหน้า', 1, 'no-title'],
    ['a second title', '# ก\n\n# ข', 3, 'second-title'],
    ['a number without text', '# ก\n\n1.', 3, 'empty-block'],
    ['a mark that is not known', '# ก\n\n### ข', 3, 'unknown-mark'],
    ...[
      'คำ **หนา** คำ',
      'คำ **หนา',
      '~~ขีด~~',
      'ดู [ลิงก์](https://www.example.go.th)',
      '| ก | ข |',
      '> อ้าง',
      '* ดาว',
      '+ บวก',
      '---',
      '`รหัส`',
      'คำ <script>alert(1)</script>',
      'คำ <b',
      '<!-- ซ่อน -->',
    ].map((text) => [`"${text}"`, `# ก\n\n${text}`, 3, 'unknown-mark'] as const),
  ] as const)('refuses %s with its line', (_sentence, source, line, kind) => {
    expect(wordingProblems(source, ['ปี'])).toMatchObject([{ line, kind }]);
  });

  it.each(['1 < 2 และ 3 > 2', 'โทร. 0 2000 0000 ต่อ 1–3', 'ข้อ * ในตาราง', '(ก) [ข]', 'ร้อยละ 5 – 10', '...........'])(
    'leaves %s alone',
    (text) => expect(wordingProblems(`# ก\n\n${text}`, [])).toEqual([]),
  );
});
