/** Certificate subject of a seal that has no legal effect; everybody who opens the document must be able to see that. */
export const DEMO_SEAL_LABEL = 'ตราประทับสาธิต';

/** Certificate subject of the issuer of such seals. */
export const DEMO_ISSUER_LABEL = 'ผู้ออกใบรับรองสาธิต';

/** What a screen reader says for the invisible signature field. */
export const SEAL_FIELD_LABEL = 'ตราประทับอิเล็กทรอนิกส์ของหน่วยงาน';
