import { hasNotDecidedYet, isNotOwnWork, isOwnSubmission, nobodyDecided, type Item, type Judged } from '../item.js';
import { lifecycleOf } from '../lifecycle/lifecycle.js';
import type { ReportContent } from './report.js';
import { hasRows, lacksNothing } from './report.guards.js';

export type ReportState = 'draft' | 'signing' | 'signed' | 'published' | 'superseded' | 'withdrawn';
export type ReportInHand = Item & Judged & { readonly content: ReportContent };

// prettier-ignore
/** The whole life of a report. */
export const reportLifecycle = lifecycleOf<ReportInHand>()({
  name: 'report',
  initial: 'draft' as ReportState,
  states: {
    draft: { label: 'ร่าง', labelEn: 'Draft', tone: 'draft' },
    signing: { label: 'รอปลัดลงนาม', labelEn: 'Waiting for signature', tone: 'wait' },
    signed: { label: 'ลงนามแล้ว · กำลังจัดทำเอกสาร', labelEn: 'Signed, being produced', tone: 'working' },
    published: { label: 'เผยแพร่แล้ว', labelEn: 'Published', tone: 'published' },
    superseded: { label: 'มีฉบับใหม่แทน', labelEn: 'Superseded', tone: 'stopped' },
    withdrawn: { label: 'เพิกถอนการเผยแพร่', labelEn: 'Withdrawn', tone: 'stopped' },
  },
  transitions: {
    submit:    { label: 'เสนอปลัดลงนาม',     labelEn: 'Submit for signature',  from: ['draft'],     to: 'signing',    by: ['officer'], guards: [hasRows, lacksNothing], effects: ['start-round'] },
    sign:      { label: 'ลงนามรับรองรายงาน', labelEn: 'Sign the report',       from: ['signing'],   to: 'signed',     by: ['signer'],  guards: [isNotOwnWork, hasNotDecidedYet], effects: ['freeze-edition'] },
    return:    { label: 'ส่งคืนแก้ไข',        labelEn: 'Return for correction', from: ['signing'],   to: 'draft',      by: ['signer'],  asksReason: true },
    return_to_step: { label: 'ส่งคืนลำดับก่อนหน้า', labelEn: 'Return to an earlier step', from: ['signing'], to: 'signing', by: ['signer'], asksReason: true },
    recall:    { label: 'เรียกคืน',          labelEn: 'Recall',                from: ['signing'],   to: 'draft',      by: ['officer'], guards: [isOwnSubmission, nobodyDecided] },
    publish:   { label: 'เผยแพร่แล้ว',        labelEn: 'Published',             from: ['signed'],    to: 'published',  by: ['system'],  effects: ['supersede-predecessor'] },
    supersede: { label: 'มีฉบับใหม่แทน',      labelEn: 'Superseded',            from: ['published'], to: 'superseded', by: ['system'] },
    withdraw:  { label: 'เพิกถอนการเผยแพร่',  labelEn: 'Withdraw',              from: ['published'], to: 'withdrawn',  by: ['executive', 'chief_administrator'], asksReason: true, effects: ['withdraw-publication'] },
  },
});
export type ReportTransition = keyof typeof reportLifecycle.transitions;
