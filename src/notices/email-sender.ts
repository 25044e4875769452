import { createTransport, type Transporter } from 'nodemailer';
import type { MessageText } from '../core/thai/notice-texts.js';
import type { ChannelSender, SendOutcome } from './channel-sender.js';

const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;

export interface EmailSettings {
  /** smtp://user:password@host:587, or smtps://…:465. */
  readonly smtpUrl: string;
  /** "โปร่งใส <notices@example.go.th>" or the address alone. */
  readonly from: string;
}

/** E-mail by SMTP, encrypted unless the server is this machine. */
export class EmailSender implements ChannelSender {
  private readonly transport: Transporter;
  private readonly host: string;

  constructor(private readonly settings: EmailSettings) {
    const { protocol, hostname, port, username, password } = new URL(settings.smtpUrl);
    const isSecure = protocol === 'smtps:';
    const isHere = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
    this.host = /@([^>\s]+)/.exec(settings.from)?.[1] ?? hostname;
    this.transport = createTransport({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port || (isSecure ? 465 : 587)),
      secure: isSecure,
      requireTLS: !isSecure && !isHere,
      ignoreTLS: isHere && !isSecure,
      auth: username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send(id: string, address: string, text: MessageText, signal: AbortSignal): Promise<SendOutcome> {
    let giveUp = (): void => undefined;
    const stopped = new Promise<SendOutcome>((done) => {
      giveUp = () => done({ outcome: 'later', problem: 'smtp stopped', mayHaveArrived: true });
    });
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp);
    return Promise.race([this.hand(id, address, text), stopped]).finally(() =>
      signal.removeEventListener('abort', giveUp),
    );
  }

  private async hand(id: string, address: string, { subject, body }: MessageText): Promise<SendOutcome> {
    try {
      await this.transport.sendMail({
        from: this.settings.from,
        to: { name: '', address },
        subject,
        text: body,
        messageId: `<${id}@${this.host}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return { outcome: 'sent' };
    } catch (error) {
      return sorted(error as SmtpError); // nodemailer throws Errors with these fields
    }
  }
}

interface SmtpError extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly syscall?: string;
  readonly timeoutType?: string;
}

/** These come up before the text is handed over. */
const BEFORE_THE_TEXT: ReadonlySet<string> = new Set([
  'EDNS',
  'ETLS',
  'EAUTH',
  'EREQUIRETLS',
  'CONNECT_TIMEOUT',
  'GREETING_TIMEOUT',
  'UPGRADE_TIMEOUT',
]);

/**
 * A 5xx answer about this mail or its reader is final. Broken connections, 4xx and a refused sign-in may pass. Where the server
 * answered nothing after it might have had the text, the lost answer may have been "accepted".
 */
function sorted({ code = 'ESOCKET', command = '', responseCode, syscall, timeoutType = '' }: SmtpError): SendOutcome {
  const problem = ['smtp', code, command, responseCode ?? ''].join(' ').trim();
  const isAboutMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (isAboutMail && (responseCode ?? 500) >= 500) return { outcome: 'refused', problem };
  const cameBefore = BEFORE_THE_TEXT.has(code) || BEFORE_THE_TEXT.has(timeoutType) || syscall === 'connect';
  return { outcome: 'later', problem, mayHaveArrived: !cameBefore && responseCode === undefined };
}
