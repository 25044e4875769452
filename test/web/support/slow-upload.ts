import { request, type ClientRequest } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** An upload that begins and never ends; one that is refused begins again. */
export class SlowUpload {
  private request: ClientRequest | null = null;

  constructor(
    private readonly address: string,
    private readonly path: string,
  ) {}

  begin(): void {
    const headers = { 'content-type': 'multipart/form-data; boundary=slow', 'transfer-encoding': 'chunked' };
    const sent = request(`${this.address}${this.path}`, { method: 'POST', headers, agent: false });
    sent.on('error', () => undefined); // breaking off is what it is for
    sent.once('response', () => sent === this.request && this.begin());
    sent.write('--slow\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF');
    this.request = sent;
  }

  breakOff(): void {
    const sent = this.request;
    this.request = null;
    sent?.destroy();
  }
}

/** Asks until the answer is as wished. @returns the last answer, wished or not, after ten seconds */
export async function eventually(
  status: () => Promise<number>,
  isWished: (status: number) => boolean,
): Promise<number> {
  for (const end = Date.now() + 10_000; ; await pause(100)) {
    const answer = await status();
    if (isWished(answer) || Date.now() > end) return answer;
  }
}
