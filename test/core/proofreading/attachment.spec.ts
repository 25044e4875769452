import { proofreadAttachment } from '../../../src/core/proofreading/proofread-attachment.js';

const read = (...pages: string[]): ReturnType<typeof proofreadAttachment> =>
  proofreadAttachment({ name: 'รายชื่อ.pdf', at: 'm.files.f', pages });

describe('a file that is attached to a measure', () => {
  it('is searched for personal data page by page', () => {
    const findings = read('การประชุมครั้งที่ ๑', 'ติดต่อ นายสมมติ ใจดี โทรศัพท์ 081-234-5678');
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      rule: 'personal.data',
      severity: 'E',
      at: 'm.files.f.2',
      quote: '081-234-5678',
      message: { th: expect.stringContaining('หน้า 2/2 ของ รายชื่อ.pdf') as unknown },
    });
  });

  it('is not judged by the rules for the agency’s own words', () => {
    expect(read('องคการบริหารส่วนตำบลอื่น ประกาศ ณ วันที่ ๓๑ กุมภาพันธ์ ๒๕๖๘')).toEqual([]);
  });

  it('is said to be unread where a page is a picture', () => {
    expect(read('มีข้อความ', '').map(({ rule, severity, at }) => [rule, severity, at])).toEqual([
      ['evidence.unread', 'W', 'm.files.f.2'],
    ]);
  });

  it('follows the agency’s setting for unread pages, not for personal data', () => {
    const settings = { 'evidence.unread': { off: true, reason: 'ก' } };
    const pages = ['', 'โทร 0812345678'];
    const findings = proofreadAttachment({ name: 'ก.pdf', at: 'm.files.f', pages }, { settings });
    expect(findings.map(({ rule }) => rule)).toEqual(['personal.data']);
  });
});
