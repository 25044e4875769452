import type { SignatureBlock } from '../../src/core/acting/signature-block.js';
import { OFFICIAL_COMPOUNDS } from '../../src/core/thai/compounds.js';
import type { Agency } from './agency.js';

/**
 * What is kept on one line where the line can hold it: the names of the agency and its signer, and official compounds.
 * English names may part between words.
 */
export function glossaryOf(agency: Agency, signer?: SignatureBlock | null): string[] {
  const names = [agency.name, agency.shortName, signer?.name, signer?.nameEn];
  return [...names.filter((name): name is string => Boolean(name?.trim())), ...OFFICIAL_COMPOUNDS];
}
