import { describe, expect, it } from '@jest/globals';
import { readUnits } from '../../../src/core/measure/read-units.js';

const FOUR = [
  { id: 'clerk', name: 'สำนักปลัด' },
  { id: 'finance', name: 'กองคลัง' },
  { id: 'works', name: 'กองช่าง' },
  { id: 'school', name: 'กองการศึกษา' },
];
const LONG_NAMES = [
  { id: 'clerk', name: 'สำนักปลัดองค์การบริหารส่วนตำบล' },
  { id: 'finance', name: 'กองคลัง' },
  { id: 'school', name: 'กองการศึกษา ศาสนาและวัฒนธรรม' },
  { id: 'health', name: 'กองสาธารณสุขและสิ่งแวดล้อม' },
  { id: 'audit', name: 'หน่วยตรวจสอบภายใน' },
];

describe('the divisions named in a cell', () => {
  it.each([
    ['สำนักปลัด', ['clerk']],
    ['สำนักปลัด / กองคลัง', ['clerk', 'finance']],
    ['สำนักปลัดอบต./ กองคลัง', ['clerk', 'finance']],
    ['สำนัก ปลัด\nกอง คลัง', ['clerk', 'finance']],
    ['กองคลังและกองช่าง', ['finance', 'works']],
    ['ทุกกอง', ['finance', 'works', 'school']],
    ['ทุกส่วนราชการ (สำนักปลัด, กองคลัง)', ['clerk', 'finance']],
  ])('%s', (text, divisionIds) => {
    const { responsible, unknown } = readUnits(text, FOUR);
    expect(responsible).toEqual({ everyDivision: false, divisionIds, text });
    expect(unknown).toEqual([]);
  });

  it.each([
    'ทุกส่วนราชการ',
    'ทุกส่วน ราชการ',
    'ทุกส่วน ราชการ (สำนักปลัด, กองคลัง, กองช่าง, กอง การศึกษา)',
    'สำนักปลัด / ทุกกอง',
    'ทุกสำนัก/กอง',
  ])('%s means every division', (text) => {
    const { responsible, unknown } = readUnits(text, FOUR);
    expect(responsible).toEqual({ everyDivision: true, divisionIds: [], text });
    expect(unknown).toEqual([]);
  });

  it.each([
    ['เจ้าหน้าที่ พัสดุ', ['เจ้าหน้าที่พัสดุ'], []],
    ['ผู้อำนวยการกองคลัง', ['ผู้อำนวยการกองคลัง'], []],
    ['กองคลัง / เจ้าหน้าที่พัสดุ', ['เจ้าหน้าที่พัสดุ'], ['finance']],
    [
      'สำนักปลัดอบต. กองคลัง กองช่าง กองการศึกษาฯ กองสวัสดิการสังคม',
      ['กองสวัสดิการสังคม'],
      ['clerk', 'finance', 'works', 'school'],
    ],
  ])('%s names what is no division', (text, unknown, divisionIds) => {
    const read = readUnits(text, FOUR);
    expect(read.unknown).toEqual(unknown);
    expect(read.responsible).toMatchObject({ everyDivision: false, divisionIds });
  });

  it('takes a name cut short for the only division that begins so, and says so', () => {
    expect(readUnits('กองการศึกษาฯ', LONG_NAMES)).toMatchObject({
      responsible: { divisionIds: ['school'] },
      unknown: [],
      assumed: [{ written: 'กองการศึกษาฯ', meaning: 'กองการศึกษา ศาสนาและวัฒนธรรม' }],
    });
  });

  it.each([
    ['สำนักปลัด', ['clerk']],
    ['สำนักปลัดอบต. กองคลัง', ['clerk', 'finance']],
    ['กองการศึกษาฯ กองคลัง', ['finance', 'school']],
    ['กองการศึกษา ศาสนาและวัฒนธรรม และกองสาธารณสุขและสิ่งแวดล้อม', ['school', 'health']],
    ['สำนักปลัด / ทุกกอง', ['clerk', 'finance', 'school', 'health']],
  ])('%s among long names', (text, divisionIds) => {
    expect(readUnits(text, LONG_NAMES).responsible.divisionIds).toEqual(divisionIds);
  });
});
