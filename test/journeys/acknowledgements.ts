import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';

/** What the client was promised, kept by the client and outside the system under test. */
export class Acknowledgements {
  private readonly descriptor: number;

  constructor(private readonly file: string) {
    this.descriptor = openSync(file, 'a');
  }

  add(id: string): void {
    writeSync(this.descriptor, `${id}\n`);
    fsyncSync(this.descriptor);
  }

  all(): string[] {
    return readFileSync(this.file, 'utf8').split('\n').filter(Boolean);
  }

  close(): void {
    closeSync(this.descriptor);
  }
}
