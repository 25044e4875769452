import type { Rule } from './rule.js';

/** Said of attached pages that are pictures: what stands on them only a person can read. Found by `proofreadAttachment`. */
export const unreadEvidenceRule: Rule = {
  id: 'evidence.unread',
  severity: 'W',
  title: { th: 'หลักฐานที่ระบบอ่านไม่ได้', en: 'Evidence that cannot be read' },
  source: 'Issue (personal data in attached PDFs)',
  check: () => [],
};
