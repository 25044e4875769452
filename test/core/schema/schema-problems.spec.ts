import type { JsonSchema } from '../../../src/core/schema/json-schema.js';
import { schemaProblems } from '../../../src/core/schema/schema-problems.js';

const schema: JsonSchema = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 10 },
    date: { type: ['string', 'null'], format: 'date' },
    score: { type: 'number', minimum: 0, maximum: 100 },
    rows: {
      type: 'array',
      maxItems: 2,
      items: { type: 'object', required: ['title'], properties: { title: { type: 'string' } } },
    },
  },
};

const long = 'ก'.repeat(11);

describe('data against a schema', () => {
  it('passes when everything fits', () => {
    expect(schemaProblems({ name: 'ก', date: null, score: 3.5, rows: [{ title: '' }] }, schema)).toEqual([]);
  });

  it.each([
    ['a missing field', {}, 'name', 'missing'],
    ['an empty required text', { name: '  ' }, 'name', 'missing'],
    ['a number in place of a text', { name: 5 }, 'name', 'wrong-type'],
    ['an object in place of a text', { name: { toString: 'x' } }, 'name', 'wrong-type'],
    ['an over-long text', { name: long }, 'name', 'too-long'],
    ['a NUL byte', { name: 'ก\u0000' }, 'name', 'control-character'],
    ['a right-to-left override', { name: 'ก\u202E' }, 'name', 'control-character'],
    ['half a surrogate pair', { name: 'ก\uD83D' }, 'name', 'control-character'],
    ['a day that does not exist', { name: 'ก', date: '2025-02-30' }, 'date', 'not-a-date'],
    ['not a number', { name: 'ก', score: NaN }, 'score', 'wrong-type'],
    ['a number out of range', { name: 'ก', score: 101 }, 'score', 'out-of-range'],
    ['a fault deep inside', { name: 'ก', rows: [{ title: 'ข' }, { title: null }] }, 'rows[1].title', 'wrong-type'],
    ['too many rows', { name: 'ก', rows: [{}, {}, {}] }, 'rows', 'too-many'],
    ['an unknown field', { name: 'ก', colour: 1 }, 'colour', 'unknown-field'],
    ['a field named like a built-in', JSON.parse('{"name":"ก","__proto__":1}'), '__proto__', 'unknown-field'],
    ['a list in place of the whole', [], '', 'wrong-type'],
  ])('names %s', (_sentence, value, path, kind) => {
    expect(schemaProblems(value, schema)).toMatchObject([{ path, kind }]);
  });

  it('accepts line ends, tabs and letters outside the basic plane', () => {
    expect(schemaProblems({ name: 'ก\n\t😀' }, schema)).toEqual([]);
  });

  it('stops listing after fifty faults', () => {
    const rows = { type: 'array', items: { type: 'string' } } as const;
    expect(schemaProblems(Array(500).fill(1), rows)).toHaveLength(50);
  });
});
