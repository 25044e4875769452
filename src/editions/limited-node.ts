import { existsSync } from 'node:fs';

const PRLIMIT = '/usr/bin/prlimit';

export interface ProcessLimits {
  /** Seconds of processor time in the life of one process. */
  readonly cpuSeconds: number;
  /** Megabytes of JavaScript heap; native memory may be as much again. */
  readonly heapMegabytes: number;
}

/**
 * The command for a program of ours that opens what strangers made.
 * Node reserves far more addresses than it uses, so an address-space limit would stop it at birth:
 * the limit is on data, which is what a runaway document takes.
 */
export function limitedNode(program: string, { cpuSeconds, heapMegabytes }: ProcessLimits): [string, ...string[]] {
  const node: [string, ...string[]] = [process.execPath, `--max-old-space-size=${heapMegabytes}`, program];
  if (process.platform !== 'linux' || !existsSync(PRLIMIT)) return node;
  const bytes = heapMegabytes * 2 * 1024 * 1024 + 512 * 1024 * 1024;
  return [PRLIMIT, `--cpu=${cpuSeconds}`, `--data=${bytes}`, '--core=0', '--nofile=256', ...node];
}
