import { RETURN_REASONS } from '../../core/route/return-reason.js';
import type { Decision } from '../item-doors.js';
import { Secret, Text } from './form-reading.js';

/** A decision as posted: bound to the version and text that were shown. */
export class ActForm {
  @Text() seenVersion = '';
  @Text() shownHash = '';
  @Text() idempotencyKey = '';
  @Text() reason = '';
  @Text() overrideReason = '';
  @Text() override = '';
  @Text() reasonCode = '';
  @Text() backToStep = '';
  @Secret() password = '';

  decision(): Decision {
    const version = Number(this.seenVersion);
    return {
      seenVersion: this.seenVersion !== '' && Number.isSafeInteger(version) ? version : null,
      shownHash: this.shownHash || null,
      reason: this.reason || null,
      overrideReason: this.overrideReason || null,
      ...(this.override === 'true' ? { override: true } : {}),
      reasonCode: RETURN_REASONS.find((code) => code === this.reasonCode) ?? null,
      backToStep: /^\d{1,2}$/.test(this.backToStep) ? Number(this.backToStep) : null,
    };
  }
}
