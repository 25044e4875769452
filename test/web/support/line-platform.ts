import { createHmac, randomBytes } from 'node:crypto';
import { LoopbackLine } from '../../notices/loopback-line.js';

export interface Heard {
  readonly status: number;
  readonly type: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look at whatever came
  readonly json: any;
}

/** The LINE platform: people who write to an account, a webhook that is told so with a signature, and the API. */
export class LinePlatform {
  readonly account: {
    readonly channelSecret: string;
    readonly channelToken: string;
    readonly basicId: string;
    readonly apiBase: string;
  };
  private count = 0;

  private constructor(readonly api: LoopbackLine) {
    const channelSecret = randomBytes(16).toString('hex');
    this.account = { channelSecret, channelToken: 'channel-token', basicId: '@123abcde', apiBase: api.base };
  }

  static async open(): Promise<LinePlatform> {
    return new LinePlatform(await LoopbackLine.open('channel-token'));
  }

  close(): Promise<void> {
    return this.api.close();
  }

  /** A reader nobody else is. */
  person = (): string => `U${randomBytes(16).toString('hex')}`;

  says(lineUserId: string, text: string): object {
    return { ...this.event('message', lineUserId), message: { type: 'text', id: '444573844083572737', text } };
  }

  follows = (lineUserId: string): object => ({
    ...this.event('follow', lineUserId),
    follow: { isUnblocked: false },
  });

  leaves(lineUserId: string): object {
    return { ...this.event('unfollow', lineUserId), replyToken: undefined };
  }

  again = (event: object): object => ({ ...event, deliveryContext: { isRedelivery: true } });

  /** Tells a web process, as LINE does. @param signature another one than the right one; null for none */
  async tells(address: string, events: unknown, signature?: string | null): Promise<Heard> {
    return this.sends(address, JSON.stringify({ destination: this.person(), events }), signature);
  }

  async sends(address: string, body: string, signature: string | null = this.sign(body)): Promise<Heard> {
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      ...(signature === null ? {} : { 'x-line-signature': signature }),
    };
    const response = await fetch(`${address}/line/webhook`, { method: 'POST', body, headers });
    const type = response.headers.get('content-type') ?? '';
    return { status: response.status, type, json: JSON.parse(await response.text()) };
  }

  sign = (body: string): string => createHmac('sha256', this.account.channelSecret).update(body).digest('base64');

  private event(type: string, userId: string): object {
    this.count += 1;
    const id = `01H810YECXQQZ37VAXPF6H${String(this.count).padStart(4, '0')}`;
    return {
      type,
      mode: 'active',
      timestamp: Date.now(),
      source: { type: 'user', userId },
      webhookEventId: id,
      deliveryContext: { isRedelivery: false },
      replyToken: `reply-${id}`,
    };
  }
}
