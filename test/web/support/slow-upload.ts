import { request, type ClientRequest } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** An upload that begins and never ends. */
export class SlowUpload {
  private readonly request: ClientRequest;

  constructor(address: string, path: string) {
    const headers = { 'content-type': 'multipart/form-data; boundary=slow', 'transfer-encoding': 'chunked' };
    this.request = request(`${address}${path}`, { method: 'POST', headers, agent: false });
    this.request.on('error', () => undefined); // breaking off is what it is for
  }

  /** Resolves when the beginning is on its way and had time to arrive. */
  async begin(): Promise<void> {
    this.request.write('--slow\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF');
    await pause(300);
  }

  breakOff(): void {
    this.request.destroy();
  }
}

/** The first answer that is not 429, or 429 after five seconds. */
export async function eventually(status: () => Promise<number>): Promise<number> {
  for (let each = 0; each < 50; each += 1) {
    const answer = await status();
    if (answer !== 429) return answer;
    await pause(100);
  }
  return 429;
}
