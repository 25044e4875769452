import { hasNotDecidedYet, isNotOwnWork, isOwnSubmission, nobodyDecided, type Item, type Judged } from '../item.js';
import { lifecycleOf } from '../lifecycle/lifecycle.js';
import type { MeasureContent, MeasureState } from './measure.js';
import {
  hasDivision,
  hasInterim,
  hasMethod,
  hasNoOpenAmendment,
  hasOutcomes,
  hasPeriodInYear,
  hasResults,
  hasTitle,
  isAmendment,
  isBaseInForce,
  isInterimOpen,
  isNotSpent,
  isOwnDraft,
  reviewsInterim,
  reviewsYear,
} from './measure.guards.js';

export type Measure = Item & {
  readonly content: MeasureContent;
  /** The approved measure that this one would change. */
  readonly amendsId?: string | null;
  /** The state of that one; null where this is no amendment. */
  readonly baseState?: string | null;
  /** An amendment of this one is on its way. */
  readonly openAmendment?: boolean;
  /** Whose it is to go on with. */
  readonly createdBy?: string | null;
  /** Which results wait in `results_review`: those of six months, or null for those of the year. */
  readonly reviewing?: 'interim' | null;
  readonly interimEndorsed?: boolean;
};
export type MeasureInHand = Measure & Judged;

// prettier-ignore
/** The whole life of a measure on one screen. Change the rule here; nothing else decides. */
export const measureLifecycle = lifecycleOf<MeasureInHand>()({
  name: 'measure',
  initial: 'draft' as MeasureState,
  states: {
    draft: { label: 'ร่าง', labelEn: 'Draft', tone: 'draft' },
    division_review: { label: 'รอส่วนราชการเห็นชอบ', labelEn: 'Waiting for the divisions', tone: 'wait' },
    executive_review: { label: 'รออนุมัติ', labelEn: 'Waiting for approval', tone: 'wait' },
    approved: { label: 'อนุมัติแล้ว', labelEn: 'Approved', tone: 'ok' },
    results_review: { label: 'รอรับรองผล', labelEn: 'Waiting for endorsement', tone: 'wait' },
    completed: { label: 'เสร็จสิ้น', labelEn: 'Completed', tone: 'ok' },
    cancelled: { label: 'ยกเลิก', labelEn: 'Cancelled', tone: 'stopped' },
  },
  transitions: {
    submit:          { label: 'เสนอให้ส่วนราชการเห็นชอบ', labelEn: 'Submit',                from: ['draft'],            to: 'division_review',  by: ['officer'], guards: [isBaseInForce, hasTitle, hasMethod, hasDivision, hasPeriodInYear], effects: ['start-round'] },
    sign_off:        { label: 'เห็นชอบ',                 labelEn: 'Sign off',              from: ['division_review'],  to: 'division_review',  by: ['signer'],  guards: [isBaseInForce, isNotOwnWork, hasNotDecidedYet] },
    pass_divisions:  { label: 'ครบทุกส่วนราชการ',          labelEn: 'All divisions agreed',  from: ['division_review'],  to: 'executive_review', by: ['system'] },
    approve:         { label: 'อนุมัติ',                  labelEn: 'Approve',               from: ['executive_review'], to: 'approved',         by: ['signer'],  guards: [isBaseInForce, isNotOwnWork, hasNotDecidedYet], effects: ['apply-amendment'] },
    return:          { label: 'ส่งคืนแก้ไข',               labelEn: 'Return for correction', from: ['division_review', 'executive_review'], to: 'draft', by: ['signer'], asksReason: true },
    return_to_review: { label: 'ส่งคืนให้ส่วนราชการพิจารณาใหม่', labelEn: 'Return to the divisions', from: ['division_review', 'executive_review'], to: 'division_review', by: ['signer'], asksReason: true },
    return_to_approval: { label: 'ส่งคืนลำดับก่อนหน้า', labelEn: 'Return to an earlier step of approval', from: ['executive_review'], to: 'executive_review', by: ['signer'], asksReason: true },
    recall:          { label: 'เรียกคืน',                labelEn: 'Recall',                from: ['division_review'],  to: 'draft',            by: ['officer'], guards: [isOwnSubmission, nobodyDecided] },
    submit_results:  { label: 'เสนอผลให้รับรอง',           labelEn: 'Submit results',        from: ['approved'],         to: 'results_review',   by: ['officer'], guards: [isNotSpent, hasNoOpenAmendment, hasResults, hasOutcomes], effects: ['start-round'] },
    endorse:         { label: 'รับรองผล',                 labelEn: 'Endorse results',       from: ['results_review'],   to: 'results_review',   by: ['signer'],  guards: [reviewsYear, isNotOwnWork, hasNotDecidedYet] },
    complete:        { label: 'รับรองผลครบ',              labelEn: 'All results endorsed',  from: ['results_review'],   to: 'completed',        by: ['system'],  guards: [reviewsYear] },
    submit_interim:  { label: 'เสนอผลรอบ 6 เดือนให้รับรอง', labelEn: 'Submit six-month results', from: ['approved'],       to: 'results_review',   by: ['officer'], guards: [isNotSpent, hasNoOpenAmendment, hasInterim, isInterimOpen], effects: ['start-round', 'review-interim'] },
    endorse_interim: { label: 'รับรองผลรอบ 6 เดือน',       labelEn: 'Endorse six-month results', from: ['results_review'], to: 'results_review', by: ['signer'],  guards: [reviewsInterim, isNotOwnWork, hasNotDecidedYet] },
    complete_interim: { label: 'รับรองผลรอบ 6 เดือนครบ',   labelEn: 'Six-month results endorsed', from: ['results_review'], to: 'approved',      by: ['system'],  guards: [reviewsInterim], effects: ['end-review', 'endorse-interim'] },
    return_results:  { label: 'ส่งคืนแก้ไขผล',              labelEn: 'Return results',        from: ['results_review'],   to: 'approved',         by: ['signer'],  effects: ['end-review'], asksReason: true },
    return_to_results: { label: 'ส่งคืนลำดับก่อนหน้า', labelEn: 'Return to an earlier step of endorsement', from: ['results_review'], to: 'results_review', by: ['signer'], asksReason: true },
    recall_results:  { label: 'เรียกคืนผล',              labelEn: 'Recall results',        from: ['results_review'],   to: 'approved',         by: ['officer'], guards: [isOwnSubmission, nobodyDecided], effects: ['end-review'] },
    drop_amendment:  { label: 'ถอนการขอแก้ไข',             labelEn: 'Withdraw the amendment', from: ['draft'],            to: 'cancelled',        by: ['officer'], guards: [isAmendment, isOwnDraft] },
    cancel:          { label: 'ยกเลิกมาตรการ',            labelEn: 'Cancel',                from: ['draft', 'approved'], to: 'cancelled',       by: ['executive'], guards: [isNotSpent], asksReason: true },
  },
});
export type MeasureTransition = keyof typeof measureLifecycle.transitions;
