import { request, type Agent, type ClientRequest, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Draw } from '../journeys/kill-faults.js';

/** One write to the API, always with the same words. */
export interface Sending {
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly body: object;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly wasReplayed: boolean;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look at whatever came
  readonly json: any;
}

/** A network that loses answers: the socket is destroyed at a point that chance chooses. */
export class FailingNetwork {
  constructor(
    private readonly address: string,
    private readonly agent: Agent,
    private readonly draw: Draw,
  ) {}

  /** Sends, and tears the connection while the request is written, while it is worked on, or while the answer comes. */
  async sendAndCut(sending: Sending): Promise<void> {
    const body = JSON.stringify(sending.body);
    const outgoing = this.open(sending, body);
    const torn = new Promise<void>((gone) => outgoing.once('close', gone));
    outgoing.on('error', () => undefined); // torn on purpose
    if (this.draw() < 0.15) {
      outgoing.write(body.slice(0, Math.floor(body.length / 2)));
      await pause(this.draw() * 4);
    } else {
      outgoing.end(body);
      const answered = new Promise<void>((begun) => outgoing.once('response', () => begun()));
      await (this.draw() < 0.2 ? Promise.race([answered, torn]) : Promise.race([pause(this.draw() * 40), answered]));
    }
    outgoing.destroy();
    await torn;
  }

  /** Sends once and waits for the whole answer. */
  async send(sending: Sending): Promise<Answer> {
    const outgoing = this.open(sending, JSON.stringify(sending.body));
    const response = await new Promise<IncomingMessage>((answered, failed) => {
      outgoing.once('response', answered).once('error', failed);
      outgoing.end(JSON.stringify(sending.body));
    });
    let text = '';
    for await (const part of response.setEncoding('utf8')) text += String(part);
    const wasReplayed = response.headers['idempotent-replayed'] === 'true';
    return { status: response.statusCode ?? 0, wasReplayed, json: JSON.parse(text) };
  }

  private open({ method, path, headers }: Sending, body: string): ClientRequest {
    const length = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) };
    return request(new URL(path, this.address), { method, agent: this.agent, headers: { ...length, ...headers } });
  }
}
