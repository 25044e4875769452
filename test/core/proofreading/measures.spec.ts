import type { MeasureContent } from '../../../src/core/measure/measure.js';
import { proofreadMeasures } from '../../../src/core/proofreading/proofread-measures.js';

const ORGANIZATION = { name: 'องค์การบริหารส่วนตำบลตัวอย่าง', district: 'ตัวอย่าง', province: 'ตัวอย่าง' };

const measure = (changes: Partial<MeasureContent> = {}): MeasureContent => ({
  title: 'มาตรการลดขั้นตอนการให้บริการ',
  theme: null,
  indicators: [6],
  oCodes: [],
  methods: [
    { kind: 'numbered', text: 'สำรวจขั้นตอนของทุกงาน' },
    { kind: 'numbered', text: 'ตัดขั้นตอนที่ซ้ำกัน' },
  ],
  period: { startsOn: '2024-10-01', endsOn: '2025-09-30', text: 'ต.ค. 2567 – ก.ย. 2568' },
  responsible: { everyDivision: false, divisionIds: [], text: 'สำนักปลัด' },
  monitoring: [],
  results: [],
  outcomes: [],
  evidence: [],
  ...changes,
});

describe('measures of the product', () => {
  it('have no findings while they are a plan without faults', () => {
    expect(proofreadMeasures([{ label: 'm1', content: measure() }], ORGANIZATION, 2568)).toEqual([]);
  });

  it('show a finding beside its field, counted inside it', () => {
    const methods = [{ kind: 'plain' as const, text: 'องค์การบริหารส่วนตำบลหนองไผ่สำรวจขั้นตอน' }];
    const [finding] = proofreadMeasures(
      [
        { label: 'm1', content: measure() },
        { label: 'm2', content: measure({ title: 'มาตรการเปิดเผยข้อมูล', methods }) },
      ],
      ORGANIZATION,
      2568,
    );
    expect(finding).toMatchObject({
      rule: 'agency.foreign',
      at: 'm2.methods',
      start: 0,
      end: 'องค์การบริหารส่วนตำบลหนองไผ่'.length,
    });
  });

  it('are read with their themes, each beside its first measure', () => {
    const theme = 'การสร้างการรับรู้ขององค์การบริหารส่วนตำบลหนองไผ่';
    const rows = [
      { label: 'm1', content: measure({ theme }) },
      { label: 'm2', content: measure({ theme: 'การเปิดเผยข้อมูล', title: 'มาตรการเปิดเผยข้อมูล' }) },
      { label: 'm3', content: measure({ theme, title: 'มาตรการรับฟังความคิดเห็น' }) },
    ];
    const findings = proofreadMeasures(rows, ORGANIZATION, 2568);
    const start = 'การสร้างการรับรู้ของ'.length;
    expect(findings.map(({ rule, at }) => [rule, at])).toEqual([
      ['agency.foreign', 'm1.theme'],
      ['agency.foreign', 'm3.theme'],
    ]);
    expect(findings[0]).toMatchObject({ start, quote: 'องค์การบริหารส่วนตำบลหนองไผ่' });
  });

  it('miss their outcome once they have results', () => {
    const results = [{ kind: 'dash' as const, text: 'ตัดแล้ว 3 ขั้นตอน เมื่อวันที่ 4 ก.พ. 2568' }];
    const outcomes = [{ kind: 'dash' as const, text: 'รอสั้นลง 5 นาที' }];
    const rows = [
      { label: 'm1', content: measure({ results, outcomes }) },
      {
        label: 'm2',
        content: measure({
          title: 'มาตรการเปิดเผยข้อมูล',
          results: [{ kind: 'dash', text: 'เผยแพร่แล้วเมื่อวันที่ 5 มี.ค. 2568' }],
        }),
      },
    ];
    const rules = proofreadMeasures(rows, ORGANIZATION, 2568)
      .filter(({ severity }) => severity === 'E')
      .map(({ rule }) => rule);
    expect(rules).toEqual(['cell.empty']);
  });

  it('take evidence as part of the results', () => {
    const results = [{ kind: 'dash' as const, text: 'ตัดแล้ว 3 ขั้นตอน' }];
    const outcomes = [{ kind: 'dash' as const, text: 'รอสั้นลง 5 นาที' }];
    const evidence = [{ label: 'ประกาศ', url: 'https://www.example.go.th/' }];
    const rules = proofreadMeasures(
      [{ label: 'm1', content: measure({ results, outcomes, evidence }) }],
      ORGANIZATION,
      2568,
    ).map(({ rule, at }) => `${rule} ${at ?? ''}`);
    expect(rules).toEqual(['link.home-page m1.results']);
  });

  const rulesAt = (content: MeasureContent): string[] =>
    proofreadMeasures([{ label: 'm1', content }], ORGANIZATION, 2568).map(({ rule, at }) => `${rule} ${at ?? ''}`);
  const DONE = {
    results: [{ kind: 'dash' as const, text: 'ตัดขั้นตอนแล้ว', on: '2025-02-04' }],
    outcomes: [{ kind: 'dash' as const, text: 'รอสั้นลง 5 นาที' }],
  };

  it('have their days read like days in words', () => {
    expect(rulesAt(measure(DONE))).toEqual([]);
    const late = [{ kind: 'dash' as const, text: 'ตัดขั้นตอนแล้ว', on: '2025-09-20', until: '2025-10-03' }];
    expect(rulesAt(measure({ ...DONE, results: late }))).toEqual([
      'date.outside-year m1.results',
      'date.outside-period m1.results',
    ]);
  });

  it('are asked about a figure below its target, in the same unit', () => {
    const figures = [
      { name: 'ผู้เข้าร่วม', value: 1_204, unit: 'คน', target: 1_300 },
      { name: 'ความพึงพอใจ', value: 85.5, unit: 'ร้อยละ', target: 80 },
      { name: 'เรื่องร้องเรียน', value: 3, unit: 'เรื่อง' },
    ];
    expect(rulesAt(measure({ ...DONE, figures }))).toEqual(['target.missed m1.outcomes']);
  });

  it('have their interim results read beside the final ones, without asking for what is not there yet', () => {
    const interim = { ...DONE, asOf: '2025-03-31', progress: 'in_progress' as const, outcomes: [] };
    expect(rulesAt(measure({ interim }))).toEqual([]);
    const foreign = [{ kind: 'dash' as const, text: 'องค์การบริหารส่วนตำบลหนองไผ่ตัดขั้นตอนแล้ว' }];
    expect(rulesAt(measure({ ...DONE, interim: { ...interim, results: foreign } }))).toEqual([
      'agency.foreign m1.interim',
    ]);
  });
});
