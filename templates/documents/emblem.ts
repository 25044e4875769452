import type { Node } from '../../src/typesetting/document-definition.js';
import type { Agency } from './agency.js';
import type { Language } from './document-template.js';
import { CM } from './page-form.js';

/** Height of the emblem on letters, orders and announcements; its place begins 1.5 cm below the edge. (DOMAIN 2.2) */
const EMBLEM_HEIGHT = 3 * CM;
const EMBLEM_TOP = 1.5 * CM;

/** The emblem, or the space that paper with a printed emblem needs. */
export function emblemPlace(agency: Agency, language: Language, pageTop: number): Node {
  const lift = EMBLEM_TOP - pageTop;
  if (!agency.emblem) return { text: '', margin: [0, EMBLEM_HEIGHT + lift, 0, 0], role: 'artifact' };
  return {
    image: agency.emblem,
    fit: [4 * CM, EMBLEM_HEIGHT],
    alignment: 'center',
    margin: [0, lift, 0, 0],
    alt: language === 'en' ? `Emblem of ${agency.nameEn ?? agency.name}` : `ตราสัญลักษณ์ของ${agency.name}`,
  };
}
