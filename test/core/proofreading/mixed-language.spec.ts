import { parseDocument } from '../../../src/core/proofreading/parse-document.js';
import { proofread } from '../../../src/core/proofreading/proofread.js';

const ENGLISH = `Announcement of the Example Subdistrict Administrative Organization

No Gift Policy for the fiscal year 2026

Every officer refuses gifts and favours of any kind in the course of duty, and reports what could not be refused within
three days to the office of the chief administrator, who keeps a register of it for everybody to read.
`;
const THAI = `ประกาศองค์การบริหารส่วนตำบลตัวอย่าง เรื่อง นโยบายไม่รับของขวัญ (No Gift Policy) จากการปฏิบัติหน้าที่ ประจำปีงบประมาณ พ.ศ. ๒๕๖๙

เจ้าหน้าที่ทุกคนไม่รับของขวัญทุกชนิด และเผยแพร่ที่ https://www.example.go.th/no-gift-policy/announcement-of-the-year
`;

const found = (text: string): string[] =>
  proofread(parseDocument(text))
    .filter(({ rule }) => rule === 'language.mixed')
    .map(({ quote }) => quote);

describe('Thai words in an English document', () => {
  it.each(['ไม่รับของขวัญจากผู้รับเหมา', 'Call โทรศัพท์หมายเลข 0 2000 0000'])('such as "%s" are found', (line) =>
    expect(found(`${ENGLISH}\n${line}\n`)).toEqual([line]),
  );

  it('may stand in brackets behind a name', () =>
    expect(found(`${ENGLISH}\nMr. Sommut Jaidee (นายสมมติ ใจดี)\n`)).toEqual([]));

  it('are not looked for in a Thai document with English terms', () => expect(found(THAI)).toEqual([]));
});
