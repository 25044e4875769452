/** What the composition gives to this door, besides classes. */
export const PUBLIC_BASE_URL = Symbol('public base url');
/** Every kind of item, for lists over all of them. */
export const LISTED_KINDS = Symbol('listed kinds');
/** Opens files of strangers outside this process. */
export const EVIDENCE_CLEANING = Symbol('evidence cleaning');
/** Prints drafts outside this process. */
export const DRAFT_PRINTING = Symbol('draft printing');
export const FONT_EXAMINATION = Symbol('font examination');
/** The LINE official account, or null. */
export const LINE_ACCOUNT = Symbol('line account');
/** Folder with the typefaces that the operator offers to every agency. */
export const OFFERED_FONTS = Symbol('offered fonts');
