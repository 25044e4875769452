import type { MessageText } from '../core/thai/notice-texts.js';
import type { ChannelSender, SendOutcome } from './channel-sender.js';

const LINE = 'https://api.line.me';
const PATIENCE_MS = 10_000;
/** The longest text message LINE takes, UTF-16 units. */
const LONGEST_TEXT = 5_000;

/** Pushes by the LINE Messaging API (developers.line.biz, "Send push message" and "Retrying a failed API request"). */
export class LineSender implements ChannelSender {
  /** @param token channel access token  @param base where the API answers; another one in tests only */
  constructor(
    private readonly token: string,
    private readonly base: string = LINE,
  ) {}

  async send(id: string, address: string, { body }: MessageText, signal: AbortSignal): Promise<SendOutcome> {
    try {
      const response = await fetch(`${this.base}/v2/bot/message/push`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Authorization: `Bearer ${this.token}`,
          'X-Line-Retry-Key': id,
        },
        body: JSON.stringify({ to: address, messages: [{ type: 'text', text: body.slice(0, LONGEST_TEXT) }] }),
        redirect: 'error',
        signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
      });
      await response.body?.cancel();
      return sorted(response.status);
    } catch (error) {
      const cause = error instanceof Error ? error.name : 'unknown';
      return { outcome: 'later', problem: `line ${cause}`, mayHaveArrived: false }; // the retry key makes a second try safe
    }
  }
}

/** 409 says that an earlier try with this key was accepted. A wrong token or a spent quota is the operator's to mend. */
function sorted(status: number): SendOutcome {
  if (status === 200 || status === 409) return { outcome: 'sent' };
  const problem = `line ${status}`;
  const mayPass = status >= 500 || [401, 403, 429].includes(status);
  return mayPass ? { outcome: 'later', problem, mayHaveArrived: false } : { outcome: 'refused', problem };
}
