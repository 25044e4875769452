/** The ten indicators of ITA and the instrument each belongs to. Names and order: DOMAIN 1.1. */
export interface Indicator {
  readonly number: number;
  readonly name: string;
  readonly instrument: 'IIT' | 'EIT' | 'OIT';
  /** Names of earlier years, still met in reports. */
  readonly formerNames: readonly string[];
}

export const INDICATORS: readonly Indicator[] = [
  { number: 1, name: 'การปฏิบัติหน้าที่', instrument: 'IIT', formerNames: [] },
  { number: 2, name: 'การใช้งบประมาณ', instrument: 'IIT', formerNames: [] },
  { number: 3, name: 'การใช้อำนาจ', instrument: 'IIT', formerNames: [] },
  { number: 4, name: 'การใช้ทรัพย์สินของราชการ', instrument: 'IIT', formerNames: [] },
  { number: 5, name: 'การแก้ไขปัญหาการทุจริต', instrument: 'IIT', formerNames: [] },
  { number: 6, name: 'คุณภาพการดำเนินงาน', instrument: 'EIT', formerNames: [] },
  { number: 7, name: 'ประสิทธิภาพการสื่อสาร', instrument: 'EIT', formerNames: [] },
  { number: 8, name: 'การปรับปรุงการทำงาน', instrument: 'EIT', formerNames: ['การปรับปรุงระบบการทำงาน'] },
  { number: 9, name: 'การเปิดเผยข้อมูล', instrument: 'OIT', formerNames: [] },
  { number: 10, name: 'การป้องกันการทุจริต', instrument: 'OIT', formerNames: [] },
];
