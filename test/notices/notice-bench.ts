import type { NoticeKind } from '../../src/core/notice/notice.js';
import { EmailSender } from '../../src/notices/email-sender.js';
import { LineSender } from '../../src/notices/line-sender.js';
import { linkLine } from '../../src/notices/link-line.js';
import { notify } from '../../src/notices/notify.js';
import { saveWishes, type NoticeWishes } from '../../src/notices/preferences.js';
import { MessageSending, type NoticeLinks } from '../../src/notices/send-messages.js';
import { testAgency, type TestAgency } from '../support/agency.js';
import { LoopbackLine } from './loopback-line.js';
import { LoopbackMail } from './loopback-mail.js';

export const LINKS: NoticeLinks = {
  home: 'https://prongsai.example.go.th/tasks',
  item: (kind, id) => `https://prongsai.example.go.th/${kind}s/${id}`,
};
const LINE_READER = `U${'0123456789abcdef'.repeat(2)}`;
export const ITEM = { kind: 'measure', id: '0190c0de-0000-7000-8000-000000000001' } as const;

/** An agency whose people are told things, with a mail server and a LINE of its own. */
export class NoticeBench {
  private constructor(
    readonly agency: TestAgency,
    readonly mail: LoopbackMail,
    readonly line: LoopbackLine,
  ) {}

  static async open(refusedReaders: readonly string[] = []): Promise<NoticeBench> {
    return new NoticeBench(await testAgency(), await LoopbackMail.open(refusedReaders), await LoopbackLine.open());
  }

  async close(): Promise<void> {
    await Promise.all([this.mail.close(), this.line.close(), this.agency.database.close()]);
  }

  /** Nobody was told anything yet, and nobody has wishes. */
  async forget(): Promise<void> {
    await this.agency.database.look('truncate notice, notice_message, notice_part, notice_contact, notice_preference');
    for (const list of [this.mail.received, this.mail.accidents, this.line.delivered, this.line.requests])
      list.length = 0;
    this.line.accidents.length = 0;
  }

  /** Gives a person both addresses, and wishes where they are not the usual ones. */
  async reachable(userName: string, kinds: NoticeWishes['kinds'] = {}, email?: string): Promise<void> {
    const { organizationId, unitOfWork } = this.agency;
    const personId = this.agency.personId(userName);
    const wishes = { email: email ?? `${userName}@example.go.th`, kinds };
    await unitOfWork.inTenant(organizationId, async (tx) => {
      await saveWishes(tx, { organizationId, personId, wishes });
      await linkLine(tx, { organizationId, personId, lineUserId: LINE_READER });
    });
  }

  /** Tells one person about one item at a moment. */
  async tell(
    userName: string,
    kind: NoticeKind,
    at: string,
    item: { kind: 'measure' | 'report'; id: string } = ITEM,
  ): Promise<number> {
    const { organizationId, unitOfWork } = this.agency;
    const personIds = [this.agency.personId(userName)];
    return unitOfWork.inTenant(organizationId, (tx) =>
      notify(tx, { organizationId, personIds, kind, item, at: new Date(at) }),
    );
  }

  /** One turn of the postman at a moment. */
  send(at: string): Promise<number> {
    const senders = {
      email: new EmailSender({ smtpUrl: this.mail.url, from: 'notices@example.go.th' }),
      line: new LineSender('channel-token', this.line.base),
    };
    return new MessageSending(this.agency.unitOfWork, senders, LINKS, () => 0.5).sendDue(
      new Date(at),
      new AbortController().signal,
    );
  }

  messages(): Promise<{ channel: string; state: string; failures: number; at: string; problem: string | null }[]> {
    return this.agency.database.look(
      `select channel, state, failures, last_problem as problem, to_char(next_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as at
       from notice_message order by channel, created_at, id`,
    );
  }
}
