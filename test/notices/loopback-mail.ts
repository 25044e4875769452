import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: readonly string[];
  /** Header lines unfolded, and the body with its transfer encoding undone. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** A real SMTP server on loopback; what a mail server does to a sender can be set. */
export class LoopbackMail {
  readonly received: ReceivedMail[] = [];
  /** Answers to the text instead of accepting it, first one first; "lost" accepts and cuts the line before the answer. */
  readonly accidents: (number | 'lost')[] = [];
  private readonly server: SMTPServer;

  private constructor(refusedReaders: readonly string[]) {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo: ({ address }, _session, done) =>
        done(refusedReaders.includes(address) ? answer(550, 'no such reader') : undefined),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const accident = this.accidents.shift();
          if (typeof accident === 'number') return done(answer(accident, 'not now'));
          this.received.push(readMail(Buffer.concat(chunks).toString('utf8'), session.envelope.rcptTo));
          if (accident === 'lost') return this.cut();
          done();
        });
      },
    });
    this.server.on('error', () => undefined); // connections that tests cut
  }

  static async open(refusedReaders: readonly string[] = []): Promise<LoopbackMail> {
    const mail = new LoopbackMail(refusedReaders);
    await new Promise<void>((done) => mail.server.listen(0, '127.0.0.1', done));
    return mail;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((done) => this.server.close(() => done()));
  }

  private cut(): void {
    for (const connection of this.server.connections) connection.close();
  }
}

const answer = (code: number, text: string): Error => Object.assign(new Error(text), { responseCode: code });

function readMail(raw: string, readers: readonly { address: string }[]): ReceivedMail {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  );
  const encoded = rest.join('\r\n\r\n');
  const body =
    headers.get('content-transfer-encoding') === 'base64'
      ? Buffer.from(encoded, 'base64').toString('utf8')
      : quotedPrintable(encoded);
  return { to: readers.map(({ address }) => address), headers, body };
}

const quotedPrintable = (text: string): string =>
  Buffer.from(
    text
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_code, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

/** "=?UTF-8?B?…?=" and "=?UTF-8?Q?…?=" words of a header, put together. */
export function decodedHeader(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_word, kind: string, text: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('utf8')
        : quotedPrintable(text.replaceAll('_', ' ')),
    );
}
