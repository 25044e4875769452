import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';

/** One deed that the application said was done. */
export interface Acknowledged {
  readonly itemId: string;
  readonly deed: string;
  /** User name of who did it. */
  readonly by: string;
}

/** What the client was promised, kept by the client and outside the system under test. */
export class Acknowledgements {
  private readonly descriptor: number;

  constructor(private readonly file: string) {
    this.descriptor = openSync(file, 'a');
  }

  add(itemId: string, deed: string, by: string): void {
    writeSync(this.descriptor, `${itemId} ${deed} ${by}\n`);
    fsyncSync(this.descriptor);
  }

  all(): Acknowledged[] {
    const lines = readFileSync(this.file, 'utf8').split('\n').filter(Boolean);
    return lines.map((line) => {
      const [itemId = '', deed = '', by = ''] = line.split(' ');
      return { itemId, deed, by };
    });
  }

  close(): void {
    closeSync(this.descriptor);
  }
}
