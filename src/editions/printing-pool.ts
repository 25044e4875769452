import type { FontReport } from '../typesetting/fonts/font-report.js';
import type { FontExamination, PrintFont, PrintRequest, Printing } from './print-request.js';
import { PrintingProcess, type PrintingLimits } from './printing-process.js';

const LIMITS: PrintingLimits = {
  wallSeconds: 30,
  cpuSeconds: 600,
  heapMegabytes: 512,
  longestFile: 200 * 1024 * 1024,
};
/** A process that has printed this often is replaced, so that no leak grows for ever. */
const LONGEST_LIFE = 50;

/** A few warm processes that print; each has loaded fonts and templates before a document comes. */
export class PrintingPool implements Printing, FontExamination {
  private readonly idle: PrintingProcess[] = [];
  private readonly all = new Set<PrintingProcess>();
  private readonly waiting: ((process: PrintingProcess) => void)[] = [];
  private isClosed = false;

  /** @param program absolute path of the built `printing-child.js`: a child cannot read TypeScript */
  constructor(
    size: number,
    private readonly program: string,
    private readonly limits: PrintingLimits = LIMITS,
  ) {
    for (let each = 0; each < size; each += 1) this.add();
  }

  /** Resolves when every process is warm. @throws DomainError document.render-failed when one cannot start at all */
  async warm(): Promise<void> {
    await Promise.all([...this.all].map((process) => process.ready()));
  }

  print(request: PrintRequest, signal?: AbortSignal): Promise<Uint8Array> {
    return this.through((process) => process.print(request, signal));
  }

  inspectFonts(files: readonly Uint8Array[], signal?: AbortSignal): Promise<(FontReport | null)[]> {
    return this.through(async (process) => {
      const reports = await process.inspectFonts(files, signal);
      if (reports.includes(null)) process.kill(); // what broke a file open may have broken the process
      return reports;
    });
  }

  printSpecimen(font: PrintFont, signal?: AbortSignal): Promise<Uint8Array> {
    return this.through((process) => process.printSpecimen(font, signal));
  }

  close(): void {
    this.isClosed = true;
    for (const process of this.all) process.kill();
  }

  private async through<T>(work: (process: PrintingProcess) => Promise<T>): Promise<T> {
    const process = await this.take();
    try {
      return await work(process);
    } finally {
      this.giveBack(process);
    }
  }

  private take(): Promise<PrintingProcess> {
    const process = this.idle.shift();
    if (process) return Promise.resolve(process);
    return new Promise((taken) => this.waiting.push(taken));
  }

  private giveBack(process: PrintingProcess): void {
    if (process.isAlive && process.printed < LONGEST_LIFE) return this.offer(process);
    this.all.delete(process);
    process.kill();
    if (!this.isClosed) this.add();
  }

  private add(): void {
    const process = new PrintingProcess(this.program, this.limits);
    this.all.add(process);
    this.offer(process);
  }

  private offer(process: PrintingProcess): void {
    const next = this.waiting.shift();
    if (next) next(process);
    else this.idle.push(process);
  }
}
