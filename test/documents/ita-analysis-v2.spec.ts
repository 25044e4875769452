import { printDocument } from '../../src/editions/pdf-printer.js';
import { buildDocument, findTemplate } from '../../templates/documents/registry.js';
import type { ItaAnalysis } from '../../templates/documents/ita-analysis.v1.js';
import { textsOf } from './definition-texts.js';
import { lettersOf, readPdf } from './read-pdf.js';

const { id, example } = findTemplate('ita-analysis') as { id: string; example: ItaAnalysis }; // the analysis' own data
const linesOf = (change: Partial<ItaAnalysis> = {}, template = id): string[] =>
  textsOf(buildDocument(template, { ...example, ...change }, 'th').definition.content);
const weakEit = { ...example.assessment, overall: 88.5, instruments: { iit: 92.3, eit1: 60, eit2: 99, oit: 94.5 } };

describe('the ITA analysis, version 2', () => {
  it('is the one that new reports are printed with; version 1 stays as it was', () => {
    expect(id).toBe('ita-analysis.v2');
    const first = linesOf({}, 'ita-analysis.v1').join('\n');
    expect(first).not.toContain('EIT Public');
    expect(first).not.toContain('๔.๑ ');
  });

  it('judges each of the four scores against its target, EIT in two parts of its own', () => {
    const lines = linesOf({ assessment: weakEit });
    const place = (start: string): number => lines.findIndex((line) => line.startsWith(start));
    const order = [
      '- คะแนน IIT เท่ากับ ๙๒.๓๐ คะแนน ไม่ต่ำกว่าค่าเป้าหมาย ๘๕ คะแนน',
      'ส่วนที่ ๑ ผู้รับบริการ',
      '- คะแนน EIT ส่วนที่ ๑ เท่ากับ ๖๐.๐๐ คะแนน ต่ำกว่าค่าเป้าหมาย ๘๕ คะแนน อยู่ ๒๕.๐๐ คะแนน ต้องแก้ไขโดยเร่งด่วน ลดลงจากปีก่อน ๒๓.๕๐ คะแนน',
      'ส่วนที่ ๒ ผู้ประเมิน',
      '- คะแนน EIT ส่วนที่ ๒ เท่ากับ ๙๙.๐๐ คะแนน ไม่ต่ำกว่า',
      'e6 ',
      '- คะแนน OIT เท่ากับ ๙๔.๕๐ คะแนน ไม่ต่ำกว่า',
    ].map(place);
    expect(order.every((at) => at >= 0)).toBe(true);
    expect(order).toEqual([...order].sort((one, other) => one - other));
  });

  it('names the measures that take up a weak part, or says that there is none', () => {
    expect(linesOf({ assessment: weakEit }).join('\n')).toContain('มาตรการที่รองรับ ได้แก่ “จัดทำคำตอบสำหรับคำถามที่พบบ่อย');
    const others = example.measures.filter(({ indicators = [] }) => !indicators.includes(7));
    expect(linesOf({ assessment: weakEit, measures: others })).toContain('- ยังไม่มีมาตรการที่รองรับ');
  });

  it('says what the result means as a whole, by its level', () => {
    const all = (score: number) => ({ iit: score, eit1: score, eit2: score, oit: score });
    const indicators = Array<number>(10).fill(90);
    const standing = (overall: number, level: string) =>
      linesOf({
        assessment: { ...example.assessment, overall, level: level as 'ผ่าน', instruments: all(overall), indicators }, // one of the levels
      }).find((line) => line.includes('มีคะแนนภาพรวม'));
    expect(linesOf({ assessment: weakEit }).join('\n')).toContain(
      'โดยมีเครื่องมือที่ต่ำกว่า ๘๕ คะแนน ได้แก่ EIT ส่วนที่ ๑ (๖๐.๐๐ คะแนน) ซึ่งต้องแก้ไขก่อนประเด็นอื่น',
    );
    expect(standing(90, 'ผ่านดี')).toMatch(/บรรลุค่าเป้าหมาย ๘๕ .*ทุกเครื่องมือไม่ต่ำกว่า ๘๕ คะแนน ต่ำสุดคือ IIT/);
    expect(standing(72, 'ต้องปรับปรุง')).toMatch(/ต่ำกว่าค่าเป้าหมาย ๘๕ .* อยู่ ๑๓.๐๐ คะแนน โดยมีเครื่องมือ/);
  });

  it('ends the foreword with the name of the agency, also one of its own', () => {
    for (const foreword of [null, 'บทนำของหน่วยงาน']) {
      const lines = linesOf({ foreword });
      expect(lines[lines.indexOf('๑. หลักการและเหตุผล') - 1]).toBe(example.agency.name);
    }
  });

  it('says before the measures what the agency sets itself, from the result and the measures', () => {
    const lines = linesOf({ assessment: weakEit });
    const own = lines.filter((line) => /^๔\.[๑-๔] /.test(line));
    expect(own).toHaveLength(4);
    expect(own[0]).toContain('ไม่ต่ำกว่า ๘๘.๕๐ คะแนน ที่ได้ในปีงบประมาณ พ.ศ. ๒๕๖๘ และทุกเครื่องมือไม่ต่ำกว่า ๘๕ คะแนน');
    expect(own[1]).toContain('ตัวชี้วัดที่ ๗ ประสิทธิภาพการสื่อสาร');
    expect(own[2]).toContain('สำนักปลัด, สำนักปลัด / กองคลัง ดำเนินการตามมาตรการ ๒ มาตรการ');
    expect(lines.indexOf(own[3] ?? '')).toBeLessThan(lines.indexOf('ขั้นตอนหรือวิธีการปฏิบัติ'));
  });

  it('lets the score table part over two pages instead of leaving a page empty', async () => {
    const pdf = await printDocument({ template: id, language: 'th', data: example, createdAt: '2025-11-14T00:00:00Z' });
    const pages = await readPdf(pdf);
    const header = lettersOf('คะแนน ปี ๒๕๖๗');
    expect(pages.filter(({ letters }) => letters.includes(header))).toHaveLength(2);
    const lowest = Math.min(...(pages[1]?.items.map(({ y }) => y) ?? []));
    expect(lowest).toBeLessThan(140);
  });
});
