import { createHmac } from 'node:crypto';

/** The words of a decision, kept outside the log with a key of their own. */
export interface KeyedReason {
  readonly reason: string;
  readonly reasonKey: Buffer;
  /** Of a return: its code, and the step it went back to. */
  readonly reasonCode?: string | null;
  readonly backToStep?: number | null;
}

/** What the log holds of a reason (hex): destroying the key erases the words, and the log still says that there were some. */
export const reasonHash = ({ reason, reasonKey, reasonCode, backToStep }: KeyedReason): string =>
  createHmac('sha256', reasonKey)
    .update(reasonCode ? `${reasonCode} ${backToStep ?? ''}\n${reason}` : reason)
    .digest('hex');
