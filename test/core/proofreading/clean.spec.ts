import { parseDocument } from '../../../src/core/proofreading/parse-document.js';
import { proofread } from '../../../src/core/proofreading/proofread.js';
import { CLEAN_DOCUMENTS } from './clean-documents.js';

const WORDS_PER_FALSE_FINDING = 1_000;

describe('clean documents', () => {
  it('have at most one false finding per thousand words', () => {
    const segmenter = new Intl.Segmenter('th', { granularity: 'word' });
    let words = 0;
    const falseFindings: string[] = [];
    for (const { name, text } of CLEAN_DOCUMENTS) {
      words += [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length;
      const findings = proofread(parseDocument(text));
      falseFindings.push(...findings.map(({ rule, quote, severity }) => `${name} ${severity} ${rule} ${quote}`));
    }
    process.stdout.write(
      `${[`${words} words, ${falseFindings.length} false findings`, ...falseFindings].join('\n')}\n`,
    );
    expect(falseFindings.length).toBeLessThanOrEqual(words / WORDS_PER_FALSE_FINDING);
  });
});
