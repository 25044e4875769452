import { renderToString } from 'preact-render-to-string';
import * as fc from 'fast-check';
import { ERROR_CODES } from '../../src/core/errors.js';
import type { Line } from '../../src/core/measure/measure.js';
import { evidenceFromText, linesFromText, textFromEvidence } from '../../src/web/staff/lines.form.js';
import { isoFromTyped, typedFromIso } from '../../src/web/staff/typed-date.js';
import { MarkedText } from '../../templates/web/components/english.js';
import { textFromLines } from '../../templates/web/components/lines-field.js';
import { Pagination } from '../../templates/web/components/pagination.js';
import { SENTENCES, sentenceOf } from '../../templates/web/sentences.js';
import { dueText, momentText } from '../../templates/web/words/time-words.js';

describe('the sentence of a refusal', () => {
  it.each(ERROR_CODES)('%s is Thai and English, and whole without any details', (code) => {
    expect(sentenceOf(code, {}, 'th')).toMatch(/^[^{}[\]]*[ก-ฮ][^{}[\]]*$/);
    expect(sentenceOf(code, {}, 'en')).toMatch(/^[A-Z][^{}[\]ก-ฮ]*[.]$/);
  });

  it('has no part whose details nobody can give, and no unknown code', () => {
    expect(Object.keys(SENTENCES).sort()).toEqual([...ERROR_CODES].sort());
    for (const { th, en } of Object.values(SENTENCES)) {
      const outside = (text: string) => text.replace(/\[[^\]]*\]/g, '');
      expect(outside(th) + outside(en)).not.toMatch(/[{}]/);
    }
  });

  it('names fields and states as people know them', () => {
    expect(sentenceOf('input.too-long', { field: 'methods', limit: 20_000 }, 'th')).toContain('วิธีดำเนินการ');
    expect(sentenceOf('item.changed-meanwhile', { state: 'executive_review' }, 'th')).toContain('“รออนุมัติ”');
    expect(sentenceOf('item.changed-meanwhile', { state: 'executive_review' }, 'en')).toContain(
      '“Waiting for approval”',
    );
  });

  it('ends with the advice that a refusal brings', () => {
    const remedy = { th: 'เลือกปีใหม่', en: 'Choose another year.' };
    expect(sentenceOf('import.wrong-year', { remedy }, 'th')).toMatch(/เลือกปีใหม่$/);
  });
});

describe('lists as text', () => {
  const LINES: Line[] = [
    { kind: 'heading', text: 'ระยะที่หนึ่ง' },
    { kind: 'numbered', text: 'ประชุม' },
    { kind: 'numbered', text: 'สรุป' },
    { kind: 'dash', text: 'แจ้งเวียน' },
    { kind: 'plain', text: 'ตามหนังสือสั่งการ' },
    { kind: 'numbered', text: 'รายงาน' },
  ];

  it('number each run from 1', () =>
    expect(textFromLines(LINES)).toBe('# ระยะที่หนึ่ง\n1. ประชุม\n2. สรุป\n- แจ้งเวียน\nตามหนังสือสั่งการ\n1. รายงาน'));

  it('come back as they were, whatever their words', () => {
    const word = fc.stringMatching(/^[ก-ฮA-Z][ก-ฮa-z0-9 .-]{0,20}[ก-ฮ]$/);
    const line = fc.record({
      kind: fc.constantFrom<Line['kind'][]>('numbered', 'dash', 'heading', 'plain'),
      text: word,
    });
    fc.assert(fc.property(fc.array(line), (lines) => expect(linesFromText(textFromLines(lines))).toEqual(lines)));
  });

  it('take Thai numbers and closing brackets too', () =>
    expect(linesFromText('๑) ประชุม\n๒. สรุป\n\n')).toEqual([
      { kind: 'numbered', text: 'ประชุม' },
      { kind: 'numbered', text: 'สรุป' },
    ]));

  it('of evidence are a label and an address on each line', () => {
    const text = 'แผนปี 2568 https://www.example.go.th/plan.pdf\nhttps://www.example.go.th/result';
    const evidence = evidenceFromText(text);
    expect(evidence?.map(({ label }) => label)).toEqual(['แผนปี 2568', 'https://www.example.go.th/result']);
    expect(textFromEvidence(evidence ?? [])).toBe(text);
    expect(evidenceFromText('แผนอยู่ที่ห้องธุรการ')).toBeNull();
  });
});

describe('a typed date', () => {
  it.each([
    [{ day: '1', month: '10', year: '2567' }, '2024-10-01'],
    [{ day: '๓๑', month: '12', year: '๒๕๖๘' }, '2025-12-31'],
    [{ day: '31', month: '2', year: '2568' }, undefined],
    [{ day: '1', month: '', year: '2568' }, undefined],
    [{ day: '', month: '', year: '' }, null],
  ])('%j is %s', (typed, iso) => expect(isoFromTyped(typed)).toBe(iso));

  it('is shown again as it was stored', () => {
    expect(typedFromIso('2024-10-01')).toEqual({ day: '1', month: '10', year: '2567' });
    expect(isoFromTyped(typedFromIso('2024-02-29'))).toBe('2024-02-29');
  });
});

describe('a moment', () => {
  it('is told in Thai time and the agency’s digits, also across midnight and the year', () => {
    const lastSecondButHours = new Date('2025-12-31T17:30:00Z');
    expect(momentText(lastSecondButHours, 'thai')).toBe('๑ ม.ค. ๒๕๖๙ ๐๐:๓๐ น.');
    expect(momentText(lastSecondButHours, 'arabic')).toBe('1 ม.ค. 2569 00:30 น.');
  });
});

describe('a due day', () => {
  it.each([
    [{ dueOn: '2025-01-20', daysLeft: 3, daysLate: 0 }, '20 ม.ค. 2568 (อีก 3 วันทำการ)'],
    [{ dueOn: '2025-01-20', daysLeft: 0, daysLate: 0 }, 'ครบกำหนดวันนี้'],
    [{ dueOn: '2025-01-20', daysLeft: 0, daysLate: 2 }, 'เกินกำหนด 2 วันทำการ'],
  ])('%j is "%s"', (due, text) => expect(dueText(due, 'arabic')).toBe(text));
});

describe('marked text', () => {
  it('gives English runs their language and leaves codes and Thai alone', () => {
    const html = renderToString(<MarkedText text="ตาม No Gift Policy ข้อ O27 และ <b>" />);
    expect(html).toBe('ตาม <span lang="en">No Gift Policy</span> ข้อ O27 และ &lt;b>');
  });
});

describe('the pages of a list', () => {
  const shown = (page: number, pageCount: number): string =>
    renderToString(
      <Pagination page={page} pageCount={pageCount} total={pageCount * 50} hrefStart="?state=draft&page=" />,
    );

  it('are the first, the last and those around this one', () => {
    const numbers = [...shown(7, 20).matchAll(/>(\d+)<\/a>/g)].map((match) => Number(match[1]));
    expect(numbers).toEqual([1, 6, 7, 8, 20]);
    expect(shown(7, 20)).toContain('href="?state=draft&amp;page=8" rel="next"');
  });

  it('are not offered when there is only one', () => expect(shown(1, 1)).toBe(''));
});
