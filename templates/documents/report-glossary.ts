import type { Agency } from './agency.js';

/** Names, and the words of table headers that look bad when broken. */
export function glossaryOf(agency: Agency): string[] {
  return [agency.name, ...(agency.shortName ? [agency.shortName] : []), 'ผู้รับผิดชอบ', 'รับผิดชอบ', 'ปีงบประมาณ', 'ดำเนินการ'];
}
