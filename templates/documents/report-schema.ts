import type { JsonSchema } from '../../src/core/schema/json-schema.js';
import { agencySchema } from './agency.js';
import { indicatorNamesSchema } from './indicator-phrase.js';
import { annexesSchema } from './annexes.js';
import { signatureBlockSchema } from './signature.js';
import { statusUrlSchema } from './status-footer.js';

/** Fields that every report has: agency, year, signer, date, digits. */
const reportFields: Readonly<Record<string, JsonSchema>> = {
  agency: agencySchema,
  fiscalYear: { type: 'integer', minimum: 2500, maximum: 2700 },
  signer: { ...signatureBlockSchema, type: ['object', 'null'] },
  signedOn: { type: ['string', 'null'], format: 'date' },
  digits: { type: 'string', enum: ['thai', 'arabic'] },
  statusUrl: statusUrlSchema,
  annexes: annexesSchema,
  indicatorNames: indicatorNamesSchema,
};

/** The schema of a report: the fields of all reports and its own. */
export function reportSchema(
  id: string,
  title: string,
  own: Readonly<Record<string, JsonSchema>>,
  required: readonly string[],
): Readonly<Record<string, unknown>> {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: id,
    title,
    type: 'object',
    required: ['agency', 'fiscalYear', ...required],
    properties: { ...reportFields, ...own },
    additionalProperties: false,
  };
}
