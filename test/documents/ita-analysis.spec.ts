import { DomainError } from '../../src/core/errors.js';
import { buildDocument, findTemplate } from '../../templates/documents/registry.js';
import type { ItaAnalysis } from '../../templates/documents/ita-analysis.v1.js';
import { textsOf } from './definition-texts.js';

const example = findTemplate('ita-analysis').example as ItaAnalysis;
const texts = (change: Partial<ItaAnalysis> = {}): string =>
  textsOf(buildDocument('ita-analysis', { ...example, ...change }, 'th').definition.content).join('\n');

describe('ITA analysis', () => {
  it('says that scores fell when they fell', () => {
    const [before] = example.earlier ?? [];
    if (!before) throw new Error('the example has an earlier year');
    expect(texts()).toContain('คะแนนภาพรวมเพิ่มขึ้น ๑.๙๙ คะแนน');
    expect(texts({ earlier: [{ ...before, overall: 93.36, level: 'ผ่าน' }] })).toContain('คะแนนภาพรวมลดลง ๑.๕๐ คะแนน');
  });

  it('puts each recommendation under the instrument of its code', () => {
    const printed = texts();
    const place = (words: string): number => printed.indexOf(words);
    expect(place('i11 ')).toBeGreaterThan(place('Internal Integrity'));
    expect(place('i11 ')).toBeLessThan(place('External Integrity'));
    expect(place('e6 ')).toBeGreaterThan(place('External Integrity'));
    expect(place('e6 ')).toBeLessThan(place('Open Data Integrity'));
  });

  it('refuses a level that contradicts its scores, naming the field', () => {
    const assessment = { ...example.assessment, level: 'ผ่านดีเยี่ยม' as const };
    expect(() => texts({ assessment })).toThrow(DomainError);
    try {
      texts({ assessment });
    } catch (error) {
      expect(error).toMatchObject({ code: 'document.data-invalid', details: { path: 'assessment.level' } });
    }
  });

  it('gives every drawing a text alternative that states its values', () => {
    const drawings = JSON.stringify(buildDocument('ita-analysis', example, 'th').definition.content).match(
      /"alt":"[^"]+"/g,
    );
    expect(drawings).toHaveLength(10);
    expect(drawings?.[1]).toContain('ปี ๒๕๖๗ ๙๐.๑๐ คะแนน, ปี ๒๕๖๘ ๙๑.๔๐ คะแนน');
  });
});
