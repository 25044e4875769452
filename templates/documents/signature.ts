import {
  ACTING_CAPACITIES,
  englishSignatureLines,
  signatureLines,
  type SignatureBlock,
} from '../../src/core/acting/signature-block.js';
import type { JsonSchema } from '../../src/core/schema/json-schema.js';
import type { Node } from '../../src/typesetting/document-definition.js';
import type { Language } from './document-template.js';
import { CM } from './page-form.js';

const text = { type: 'string', maxLength: 200 } as const;
const optionalText = { type: ['string', 'null'], maxLength: 200 } as const;

export const signatureBlockSchema: JsonSchema = {
  type: 'object',
  required: ['name', 'post', 'acting'],
  properties: {
    name: text,
    nameEn: optionalText,
    post: { ...text, minLength: 1 },
    postEn: optionalText,
    acting: {
      type: 'array',
      maxItems: 4,
      items: {
        type: 'object',
        required: ['capacity', 'post'],
        properties: {
          capacity: { type: 'string', enum: Object.keys(ACTING_CAPACITIES) },
          post: { ...text, minLength: 1 },
          postEn: optionalText,
        },
      },
    },
    inCapacityOf: optionalText,
    inCapacityOfEn: optionalText,
  },
};

/** Name for a signer who is not known yet: the parentheses stay open for the pen. (DOMAIN 2.3) */
const OPEN_NAME = '.'.repeat(46);

/** Space for the signature, then name, post and acting capacities, centred in the right half of the page. */
export function signatureBlock(block: SignatureBlock, language: Language, fontSize: number): Node {
  const known = block.name.trim() === '' ? { ...block, name: OPEN_NAME, nameEn: OPEN_NAME } : block;
  const lines = language === 'en' ? englishSignatureLines(known) : signatureLines(known);
  return {
    columns: [
      { width: '*', text: '' },
      {
        width: 10 * CM,
        stack: lines.map((line, index): Node => ({ text: line, margin: [0, index === 0 ? 1.5 * CM : 0, 0, 0] })),
        alignment: 'center',
        fontSize,
      },
    ],
    unbreakable: true,
  };
}

/** A plainly fictional signer for examples: a deputy who acts for the executive. */
export const EXAMPLE_SIGNER: SignatureBlock = {
  name: 'นายสมมติ ใจดี',
  nameEn: 'Mr. Sommut Jaidee',
  post: 'นายกองค์การบริหารส่วนตำบลตัวอย่าง',
  postEn: 'Chief Executive of Tua Yang SAO',
  acting: [],
};
