import { lineAnswerText, type LineAnswer } from '../core/thai/line-texts.js';
import { LineApi, textMessages } from './line-api.js';

/** Answers people in their talk with the LINE account; free of charge and good for a short time ("Send reply message"). */
export class LineReplies {
  private readonly api: LineApi;

  constructor(token: string, base?: string) {
    this.api = new LineApi(token, base);
  }

  /** One try, as a reply token holds once. @returns what went wrong, or null */
  async send(replyToken: string, answer: LineAnswer): Promise<string | null> {
    try {
      const body = { replyToken, messages: textMessages(lineAnswerText(answer)) };
      const status = await this.api.ask({ path: '/v2/bot/message/reply', body });
      return status === 200 ? null : `line ${status}`;
    } catch (error) {
      return error instanceof Error ? error.name : 'unknown';
    }
  }
}
