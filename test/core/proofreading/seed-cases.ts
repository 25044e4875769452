/** The worked cases of DOMAIN 5.1 and 5.2. A case counts as found when a finding of one of `rules` overlaps the quote. */
export interface SeedCase {
  readonly id: string;
  readonly severity: 'E' | 'W' | 'I';
  /** May be a fault of scanning. */
  readonly isScan: boolean;
  readonly quote: string;
  readonly rules: readonly string[];
}

const found = (id: string, severity: SeedCase['severity'], rules: string, quote: string): SeedCase => ({
  id,
  severity,
  isScan: false,
  quote,
  rules: rules.split(' '),
});
const scanned = (id: string, severity: SeedCase['severity'], rules: string, quote: string): SeedCase => ({
  ...found(id, severity, rules, quote),
  isScan: true,
});

const WORD = 'word.misspelt word.near-miss word.look-alike word.missing-part';

export const SEED_CASES: readonly SeedCase[] = [
  found('000-01', 'E', 'agency.foreign', 'องค์การบริหารส่วน ตำบลหนอง หิน มีการ ประกาศนโยบายไม่รับ'),
  found(
    '000-02',
    'E',
    'cell.copied',
    'ทุกส่วน ราชการ (สำนักปลัด, กองคลัง, กองช่าง, กอง การศึกษา)\tทุกส่วน ราชการ (สำนักปลัด, กองคลัง, กองช่าง, กอง การศึกษา)',
  ),
  found('000-03', 'E', 'title.duplicate', '๙\tมาตรการเปิดเผยข้อมูลสาธารณะ และ กำกับติดตามการเผยแพร่ ข้อมูล สาธารณะ (ต่อ)'),
  found('000-04', 'E', 'cell.empty', 'ข้อ กฏมาย ข้อบังคับและสถานที่ ให้บริการอย่างชัดเจน'),
  scanned('000-05', 'E', 'place.district', 'อำเภอหนองชัย จังหวัดกาฬสินธุ์'),
  found(
    '000-06',
    'W',
    'year.basis',
    'จากการประเมินผลคุณธรรมและความโปร่งใสในการดำเนินงานขององค์การบริหารส่วนตำบลโคกสะอาด ประจำปีงบประมาณ พ.ศ.๒๕๖๘',
  ),
  found('000-07', 'I', 'score.level', 'คะแนน ๙๔.๓๗ (ผ่าน)'),
  found(
    '000-08',
    'W',
    'word.doubled sentence.unfinished',
    'สรุปผลการดำเนินการ, การสรุปผลการดำเนินการและผลลัพธ์ของการดำเนินการ, กำหนด',
  ),
  found('000-09', 'W', 'term.official', 'การประเมินผลคุณธรรมและความโปร่งใสในการดำเนินงาน'),
  scanned('000-10', 'W', WORD, 'ไม่ควรรทำ'),
  scanned('000-11', 'W', WORD, 'ถู้อปฏิบัติ'),
  scanned('000-12', 'W', WORD, 'ต่อหน้าที่ว่าสิ่ง ไตกระทำได้'),
  scanned('000-13', 'W', WORD, 'ว่ามักเกิดจากกรณี ไตบ้าง'),
  found('000-14', 'W', WORD, 'ตำบลโคก สะอาด สัมพันธ์ให้ประชาชน ทราบ'),
  scanned('000-15', 'W', WORD, 'สามารถทาบวัย เวลา'),
  scanned('000-16', 'W', WORD, 'ทรัพย์สินของทางราชการลดก็เสื่อมสภาพ'),
  found('000-17', 'W', `${WORD} title.misquoted`, 'ส่งเสริมความโปร่งใสในการจัด จ้างแล้ว'),
  scanned('000-18', 'W', WORD, 'ให้แต่ละ กอชู้แจง'),
  found('000-19', 'W', 'term.official title.misquoted', 'ร่วม ในการจัดส่งมอบ ความ โปร่งใสและ ป้องกันการทุจริต'),
  found('000-20', 'W', 'term.official title.misquoted', 'การให้ ผู้มีส่วนได้ส่วนร่วมใน การ'),
  scanned('000-21', 'W', WORD, 'บุคลากรต้นตัวในการ'),
  found('000-22', 'W', WORD, 'กฎเกณฑ์ข้อ กฏมาย'),
  found('000-23', 'W', 'word.doubled', 'กำกับติดตามตามการ'),
  found('000-24', 'W', 'result.order', '๒. จัดประชุม'),
  found('000-25', 'I', 'outcome.restates', '๑. ได้จัดทำประกาศ มาตรการ เรื่อง แนวทางการประพฤติตนทาง จริยธรรม'),
  found('000-26', 'I', 'responsible.post', 'เจ้าหน้าที่ พัสดุ'),
  found('000-27', 'I', 'result.no-evidence', 'ประกาศนโยบายไม่รับ ของขวัญ หรือของ กำนัลจากการปฏิบัติ หน้าที่ (No Gift Policy)'),
  found('002-01', 'E', 'code.glyph', '0๒๐ ,0๒๔ ,0๒๘'),
  scanned('002-02', 'E', 'place.district', 'อำเภอท่าช้าง จังหวัดเพชรบุรี'),
  found(
    '002-03',
    'E',
    'cell.copied',
    '- ประชุมชี้แจงรายละเอียด หลักเกณฑ์ ขั้นตอนของการประเมินคุณธรรมและ ความโปร่งใสในการดำเนินงานของ หน่วยงานรัฐ (ITA) ประจำปีงบประมาณ พ.ศ.๒๕๖๖ เมื่อวันที่ ๒๐ ก.พ. ๒๕๖๖',
  ),
  found('002-04', 'W', 'passage.duplicate', 'ไม่ พบการรับสินบนเพื่อแลกกับการ ปฏิบัติหน้าที่ ไม่พบการร้องเรียน'),
  found('002-05', 'W', 'header.drift', '๒.มาตรการสร้างการรับรู้และส่งเสริมการมีส่วนร่วมของผู้มีส่วนได้เสียนอกองค์กร'),
  scanned('002-06', 'W', 'word.spaced-out', 'แล ะ บ อ ร ์ ด'),
  found('002-07', 'W', 'word.doubled', 'บุคลากร พนักงานเจ้าหน้าที่ที่มี ความเข้าใจ'),
  found('002-08', 'W', 'claim.without-figures', 'คะแนน/ตัวชี้วัดได้ คะแนนเฉลี่ยมากขึ้น'),
  found('002-09', 'W', 'term.official', 'ดำเนินงานของหน่วยงานรัฐ (ITA)'),
  found('002-10', 'I', 'punctuation.dash', 'ตุลาคม ๖๕ - กันยายน ๖๖'),
  found('002-11', 'I', 'punctuation.comma', 'QR code , แบบสำรวจ'),
  found('002-12', 'I', 'item.two-statements', 'เกิดความเป็นธรรมแก่ผู้รับการประเมิน ผู้บริหารประกาศเจตนารมณ์นโยบาย No Gift Policy'),
  found('002-13', 'I', 'activity.twice', 'เมื่อวันที่ ๙ ก.พ. ๒๕๖๖'),
];

/** DOMAIN 5.3: right as they stand. No finding of a rule whose name matches may touch the quote. */
export interface Control {
  readonly seed: string;
  readonly quote: string;
  readonly rules: RegExp;
}

const control = (seed: string, rules: RegExp, ...quotes: string[]): Control[] =>
  quotes.map((quote) => ({ seed, quote, rules }));
const ANY = /./;
const YEARS = /^(year|date|period)/;

export const CONTROLS: readonly Control[] = [
  ...control('001', /^(number|claim)/, '๓.๐๕ คะแนน'),
  ...control('001', YEARS, 'ภาครัฐพ.ศ. ๒๕๖๐', 'พัสดุภาครัฐ พ.ศ.๒๕๖๐'),
  ...control('002', YEARS, '๑๐ ก.พ. ๒๕๖๖', '๑๓ มี.ค. ๒๕๖๖', '๘ ก.พ. ๒๕๖๖', '๙ ก.พ. ๒๕๖๖', '๒๐ ก.พ. ๒๕๖๖'),
  ...control('002', YEARS, 'ต.ค. ๒๕๖๕ – ก.ย. ๒๕๖๖', 'ประจำปีงบประมาณ พ.ศ.๒๕๖๕', 'ปีงบประมาณ พ.ศ.๒๕๖๕ หัวข้อ'),
  ...control('002', /^agency/, 'องค์การบริหารส่วนตำบลยางหย่อง', 'ขององค์การบริหารส่วนตำบลยางหย่อง (ต่อ)'),
  ...control('003', ANY, '๑ ต.ค.๖๗ และ ๑ เม.ย. ๖๘'),
  ...control('004', /^score/, 'โดยมีคะแนนสูงสุด ควรรักษามาตรฐานไว้ และควรพัฒนาและปรับปรุงการดำเนินการตามตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่'),
  ...control('004', /^score/, 'ตัวชี้วัดที่ ๗ ประสิทธิภาพการสื่อสาร โดยมีคะแนนสูงสุด'),
  ...control('004', /^code/, 'e๑ ประเด็น', 'e๒ ประเด็น', 'e๖ ประเด็น', 'e๗ ประเด็น', 'e๘ ประเด็น', 'e๙ ประเด็น'),
  ...control('004', ANY, 'ประเด็นที่ ๒๑', '๒๕๖๑ – ๒๕๘๐'),
  ...control('004', /^agency/, 'สำนักงาน ป.ป.ช.', 'สำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ'),
  ...control('001', /^agency/, 'กระทรวงการคลัง'),
];
