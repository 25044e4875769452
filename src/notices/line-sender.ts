import type { MessageText } from '../core/thai/notice-texts.js';
import type { ChannelSender, SendOutcome } from './channel-sender.js';
import { LineApi, textMessages } from './line-api.js';

/** Pushes by the LINE Messaging API (developers.line.biz, "Send push message" and "Retrying a failed API request"). */
export class LineSender implements ChannelSender {
  private readonly api: LineApi;

  /** @param token channel access token  @param base where the API answers; another one in tests only */
  constructor(token: string, base?: string) {
    this.api = new LineApi(token, base);
  }

  async send(id: string, address: string, { body }: MessageText, signal: AbortSignal): Promise<SendOutcome> {
    try {
      const status = await this.api.ask({
        path: '/v2/bot/message/push',
        headers: { 'X-Line-Retry-Key': id },
        body: { to: address, messages: textMessages(body) },
        signal,
      });
      return status === 400 || status === 404 ? await this.refused(status, address, signal) : sorted(status);
    } catch (error) {
      const cause = error instanceof Error ? error.name : 'unknown';
      return { outcome: 'later', problem: `line ${cause}`, mayHaveArrived: false }; // the retry key makes a second try safe
    }
  }

  /** A refusal may be about our text: only a profile that LINE does not show any more says that the reader is gone. */
  private async refused(status: number, address: string, signal: AbortSignal): Promise<SendOutcome> {
    const profile = await this.api.ask({ path: `/v2/bot/profile/${address}`, signal });
    return { outcome: 'refused', problem: `line ${status}`, isGone: profile === 404 };
  }
}

/** 409 says that an earlier try with this key was accepted. A wrong token or a spent quota is the operator's to mend. */
function sorted(status: number): SendOutcome {
  if (status === 200 || status === 409) return { outcome: 'sent' };
  const problem = `line ${status}`;
  const mayPass = status >= 500 || [401, 403, 429].includes(status);
  return mayPass ? { outcome: 'later', problem, mayHaveArrived: false } : { outcome: 'refused', problem };
}
