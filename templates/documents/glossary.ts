import type { SignatureBlock } from '../../src/core/acting/signature-block.js';
import { OFFICIAL_COMPOUNDS } from '../../src/core/thai/compounds.js';
import { districtPhrase, provincePhrase, type Agency } from './agency.js';

/**
 * What is kept on one line where the line can hold it: the names of the agency, where it is, its units, its signer with
 * every post, and official compounds. English names may part between words.
 * @param responsible texts that say who is responsible, in which units of the agency are named
 */
export function glossaryOf(
  agency: Agency,
  signer?: SignatureBlock | null,
  responsible: readonly string[] = [],
): string[] {
  const names = [agency.name, agency.shortName, districtPhrase(agency), provincePhrase(agency)];
  const units = new Set(responsible.flatMap(unitsIn));
  return [...[...names, ...signerNames(signer)].filter(isName), ...units, ...OFFICIAL_COMPOUNDS];
}

function signerNames(signer: SignatureBlock | null | undefined): (string | null | undefined)[] {
  if (!signer) return [];
  return [signer.name, signer.nameEn, signer.post, ...signer.acting.map(({ post }) => post), signer.inCapacityOf];
}

const UNIT = /^(?:กอง|สำนัก|ฝ่าย|งาน|หน่วย|ส่วน|ศูนย์)/;
const LONGEST_UNIT = 60;

/** "สำนักปลัด / กองการศึกษา ศาสนาและวัฒนธรรม": a name goes on over spaces until the next one begins. */
function unitsIn(responsible: string): string[] {
  return responsible
    .split(/[\n/,;()]+|\s+(?=กอง|สำนัก|ฝ่าย|หน่วย|ศูนย์)/)
    .map((part) => part.trim())
    .filter((part) => UNIT.test(part) && part.length <= LONGEST_UNIT);
}

const isName = (name: string | null | undefined): name is string => Boolean(name?.trim());
