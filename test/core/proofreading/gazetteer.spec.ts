import { DISTRICTS_BY_PROVINCE } from '../../../src/core/proofreading/data/districts.js';
import { FURTHER_SUBDISTRICTS } from '../../../src/core/proofreading/data/further-subdistricts.js';
import { SUBDISTRICTS_BY_DISTRICT } from '../../../src/core/proofreading/data/subdistricts.js';
import {
  districtsWithSubdistrict,
  isDistrictOf,
  nearestDistrict,
  nearestProvince,
  provinceAtStart,
  provincesWithDistrict,
  subdistrictsOf,
} from '../../../src/core/proofreading/gazetteer.js';

/** Numbers of subdistricts, those inside municipalities included. */
const COUNTS: Readonly<Record<string, number>> = {
  นนทบุรี: 52,
  ปทุมธานี: 60,
  สมุทรปราการ: 50,
  สมุทรสาคร: 40,
  สมุทรสงคราม: 36,
  ภูเก็ต: 17,
  นครนายก: 41,
  สิงห์บุรี: 43,
  ตราด: 38,
  ระนอง: 30,
  เพชรบุรี: 93,
  ขอนแก่น: 199,
  อุดรธานี: 156,
  เลย: 90,
  หนองคาย: 62,
  มหาสารคาม: 133,
  ร้อยเอ็ด: 193,
  กาฬสินธุ์: 135,
  สกลนคร: 125,
  จันทบุรี: 76,
  ฉะเชิงเทรา: 93,
  สระแก้ว: 59,
  นครราชสีมา: 289,
  บุรีรัมย์: 189,
  สุรินทร์: 159,
};

describe('the gazetteer', () => {
  it('has 77 provinces and 928 districts, none twice in one province', () => {
    const lists = Object.values(DISTRICTS_BY_PROVINCE).map((districts) => districts.split(' '));
    expect(lists).toHaveLength(77);
    expect(lists.flat()).toHaveLength(928);
    for (const list of lists) expect(new Set(list).size).toBe(list.length);
  });

  it.each(Object.entries(COUNTS))('has every subdistrict of %s: %d', (province, count) => {
    const districts = { ...SUBDISTRICTS_BY_DISTRICT, ...FURTHER_SUBDISTRICTS }[province] ?? {};
    expect(Object.keys(districts).sort()).toEqual((DISTRICTS_BY_PROVINCE[province] ?? '').split(' ').sort());
    expect(Object.values(districts).flatMap((names) => names.split(' '))).toHaveLength(count);
  });

  it('knows the district of the seat by both its names', () => {
    expect(isDistrictOf('เมือง', 'ยโสธร')).toBe(true);
    expect(isDistrictOf('เมืองยโสธร', 'ยโสธร')).toBe(true);
    expect(isDistrictOf('เมืองยโสธร', 'ยะลา')).toBe(false);
    expect(subdistrictsOf('เมืองภูเก็ต', 'ภูเก็ต')).toContain('กะรน');
  });

  it('finds names again that lost a letter or stand in the wrong province', () => {
    expect(nearestProvince('สุโขทย')).toBe('สุโขทัย');
    expect(nearestDistrict('ศรีสำโรค', 'สุโขทัย')).toBe('ศรีสำโรง');
    expect(provincesWithDistrict('เฉลิมพระเกียรติ')).toHaveLength(5);
    expect(districtsWithSubdistrict('ป่าตอง', 'ภูเก็ต')).toEqual(['กะทู้']);
    expect(provinceAtStart('นครศรีธรรมราชและ')).toBe('นครศรีธรรมราช');
  });

  it('is silent where it knows no list', () => {
    expect(subdistrictsOf('พญาไท', 'กรุงเทพมหานคร')).toBeNull();
  });

  it('knows the subdistricts of every district outside Bangkok', () => {
    const without = Object.entries(DISTRICTS_BY_PROVINCE)
      .filter(([province]) => province !== 'กรุงเทพมหานคร')
      .flatMap(([province, districts]) => districts.split(' ').map((district) => [district, province] as const))
      .filter(([district, province]) => !subdistrictsOf(district, province)?.length);
    expect(without).toEqual([]);
  });
});
