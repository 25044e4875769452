import {
  englishSignatureLines,
  signatureLines,
  type SignatureBlock,
} from '../../../src/core/acting/signature-block.js';

const block = (overrides: Partial<SignatureBlock> = {}): SignatureBlock => ({
  name: 'นายสมมติ ใจดี',
  post: 'นายกองค์การบริหารส่วนตำบลตัวอย่าง',
  acting: [],
  ...overrides,
});

describe('signature block', () => {
  it('prints the name in parentheses and the own post of whoever signs for themselves', () => {
    expect(signatureLines(block())).toEqual(['(นายสมมติ ใจดี)', 'นายกองค์การบริหารส่วนตำบลตัวอย่าง']);
  });

  it('prints the own post first, then each capacity and the post acted for', () => {
    const lines = signatureLines(
      block({
        post: 'ผู้อำนวยการกองคลัง',
        acting: [
          { capacity: 'acting_for', post: 'ปลัดเทศบาล' },
          { capacity: 'performing_duties', post: 'นายกเทศมนตรีตำบลตัวอย่าง' },
        ],
      }),
    );
    expect(lines.slice(1)).toEqual([
      'ผู้อำนวยการกองคลัง',
      'รักษาราชการแทน',
      'ปลัดเทศบาล',
      'ปฏิบัติหน้าที่',
      'นายกเทศมนตรีตำบลตัวอย่าง',
    ]);
  });

  it('ends with the further office, when there is one', () => {
    expect(signatureLines(block({ inCapacityOf: 'ผู้อำนวยการทางหลวงท้องถิ่น' })).at(-1)).toBe('ในฐานะผู้อำนวยการทางหลวงท้องถิ่น');
  });

  it('is printed in English where English forms are given', () => {
    const lines = englishSignatureLines(
      block({
        nameEn: 'Mr. Sommut Jaidee',
        post: 'ปลัด',
        postEn: 'Municipal Clerk',
        acting: [{ capacity: 'acting_for', post: 'นายก', postEn: 'Mayor' }],
      }),
    );
    expect(lines).toEqual(['(Mr. Sommut Jaidee)', 'Municipal Clerk', 'Acting for Mayor']);
  });
});
