import type { ActingCapacity } from '../../src/core/acting/signature-block.js';
import type { PostKind } from '../../src/organizations/organization.entities.js';

/** The people of the demo agency by user name. Each is appointed to one post, which bears the same name here. */
export const POST_KINDS = {
  officer: 'officer',
  'head-office': 'division_head',
  'head-finance': 'division_head',
  'head-works': 'division_head',
  'head-education': 'division_head',
  chief: 'chief_administrator',
  executive: 'executive',
  admin: 'administrator',
  auditor: 'auditor',
} as const satisfies Record<string, PostKind>;

export type Person = keyof typeof POST_KINDS;
export type Post = Person;
export const PEOPLE = Object.keys(POST_KINDS) as Person[]; // the keys of the literal above

/** Divisions by the post of their head. */
export const DIVISIONS = {
  'head-office': 'สำนักปลัด',
  'head-finance': 'กองคลัง',
  'head-works': 'กองช่าง',
  'head-education': 'กองการศึกษา',
} as const;
export type Head = keyof typeof DIVISIONS;
export const HEADS = Object.keys(DIVISIONS) as Head[]; // as above

export type Kind = 'measure' | 'report' | 'announcement';
export type Capacity = ActingCapacity;
export const KINDS: readonly Kind[] = ['measure', 'report', 'announcement'];
