import { INSTRUMENTS, type InstrumentId } from '../../src/core/ita/instruments.js';
import type { JsonSchema } from '../../src/core/schema/json-schema.js';

/** Names of IIT, EIT and OIT, in this order, as the frozen data carries them. */
export type InstrumentNames = readonly string[];

export const USUAL_INSTRUMENT_NAMES: InstrumentNames = INSTRUMENTS.map(({ nameTh }) => nameTh);

export const instrumentNamesSchema: JsonSchema = {
  type: 'array',
  minItems: USUAL_INSTRUMENT_NAMES.length,
  maxItems: USUAL_INSTRUMENT_NAMES.length,
  items: { type: 'string', minLength: 1, maxLength: 500 },
  description: 'Names of IIT, EIT and OIT in this year; the usual ones when left out',
};

/** "แบบวัดการเปิดเผยข้อมูลสาธารณะ (OIT)". */
export const namedInstruments = (names: InstrumentNames): string[] =>
  INSTRUMENTS.map(({ id }, index) => `${names[index] ?? ''} (${id})`);

/** The usual name with its English one; a name of the year's own has none, and stands with the letters alone. */
export function instrumentHeading(id: InstrumentId, names: InstrumentNames): string {
  const place = INSTRUMENTS.findIndex((instrument) => instrument.id === id);
  const { nameTh = '', nameEn = '' } = INSTRUMENTS[place] ?? {};
  const name = names[place] ?? nameTh;
  return name === nameTh ? `${nameTh} (${nameEn}: ${id})` : `${name} (${id})`;
}
