import { readdirSync, readFileSync } from 'node:fs';
import { RULE_SENTENCES } from '../../templates/web/rule-sentences.js';

const FOLDER = 'src/web/api';
/** They decide whether or how a value is looked at, and say nothing of it. */
const SILENT = ['IsOptional', 'ValidateIf'];

/** Every rule of class-validator that a body or query of the API is held to. */
const used = new Set(
  readdirSync(FOLDER).flatMap((name) =>
    [...readFileSync(`${FOLDER}/${name}`, 'utf8').matchAll(/import \{([^}]*)\} from 'class-validator'/g)].flatMap(
      ([, names = '']) => names.split(',').map((each) => each.trim()),
    ),
  ),
);

describe('a rule of the API', () => {
  it.each([...used].filter((name) => /^[A-Z]/.test(name) && !SILENT.includes(name)))(
    '%s is told in both languages',
    (name) => {
      const rule = { IsUUID: 'isUuid', ValidateNested: 'nestedValidation', ValidateBy: 'isCalendarDay' }[name];
      const sentence = RULE_SENTENCES[rule ?? `${name.charAt(0).toLowerCase()}${name.slice(1)}`];
      expect([sentence?.th, sentence?.en]).toEqual([expect.stringMatching(/[ก-ฮ]/), expect.stringMatching(/[a-z]/)]);
    },
  );
});
