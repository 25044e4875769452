import { ObjectIdentifier, PrintableString, Sequence, Set, Utf8String } from 'asn1js';
import { RelativeDistinguishedNames } from 'pkijs';

import { OID } from './object-identifiers.js';

/** Stands in the subject and issuer of every demo certificate, for programs and for people who do not read Thai. */
export const DEMO_MARK = 'DEMO - NO LEGAL EFFECT';

/** X.520 upper bound of common and organization names, in letters. */
const LONGEST_NAME = 64;

/** Country, organization, the mark, and a common name that says it is a demonstration; one attribute in each set, as readers expect. */
export function demoName(label: string, organizationName: string): RelativeDistinguishedNames {
  const attributes = [
    [OID.country, new PrintableString({ value: 'TH' })],
    [OID.organization, new Utf8String({ value: shortened(organizationName, LONGEST_NAME) })],
    [OID.organizationalUnit, new Utf8String({ value: DEMO_MARK })],
    [OID.commonName, new Utf8String({ value: shortened(`${label} ${organizationName}`, LONGEST_NAME) })],
  ] as const;
  const sets = attributes
    .map(([value, text]) => new Sequence({ value: [new ObjectIdentifier({ value }), text] }))
    .map((pair) => new Set({ value: [pair] }));
  return RelativeDistinguishedNames.fromBER(new Sequence({ value: sets }).toBER());
}

/** Cut between whole Thai clusters, never between a letter and its mark. */
function shortened(name: string, longest: number): string {
  let short = '';
  for (const { segment } of new Intl.Segmenter('th', { granularity: 'grapheme' }).segment(name.normalize('NFC'))) {
    if (short.length + segment.length > longest) break;
    short += segment;
  }
  return short;
}
