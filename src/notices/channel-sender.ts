import type { MessageText } from '../core/thai/notice-texts.js';

/** What became of one try to send. */
export type SendOutcome =
  | { readonly outcome: 'sent' }
  /** No further try can help: the address is wrong, the text was refused. `isGone` when nobody is behind the address any more. */
  | { readonly outcome: 'refused'; readonly problem: string; readonly isGone?: boolean }
  /** Another try may help. `mayHaveArrived` when the other side might have taken it all the same. */
  | { readonly outcome: 'later'; readonly problem: string; readonly mayHaveArrived: boolean };

/** A way out of the house. Never throws for what the other side does. */
export interface ChannelSender {
  /** @param id the message's own id, the same at every try */
  send(id: string, address: string, text: MessageText, signal: AbortSignal): Promise<SendOutcome>;
}
