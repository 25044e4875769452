import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const LOOK_EVERY_MS = 500;
const LONGEST_CHAIN = 4;

/**
 * Resolves when the npm that launched this process is gone. npm passes SIGTERM only to the shell between us, and a
 * killed npm passes nothing: without this, what it launched would keep the port for ever. Never without npm.
 */
export function launcherGone(): Promise<void> {
  const chain = chainToNpm();
  if (chain.length === 0) return new Promise(() => undefined);
  return new Promise((gone) => {
    const timer = setInterval(() => {
      if (chain.every(isAlive) && process.ppid === chain[0]) return;
      clearInterval(timer);
      gone();
    }, LOOK_EVERY_MS);
    timer.unref();
  });
}

/** From our parent up to npm; empty when npm is not among the nearest ancestors. */
function chainToNpm(): number[] {
  const chain: number[] = [];
  for (let pid = process.ppid; pid > 1 && chain.length < LONGEST_CHAIN;) {
    const parent = describe(pid);
    chain.push(pid);
    if (parent === null) return [];
    if (/(^|[/\s\0])npm(-cli\.js)?([\s\0]|$)/.test(parent.command)) return chain;
    pid = parent.ppid;
  }
  return [];
}

function describe(pid: number): { ppid: number; command: string } | null {
  try {
    if (process.platform === 'linux') {
      const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '';
      return { ppid: Number(afterName.split(' ')[1]), command: readFileSync(`/proc/${pid}/cmdline`, 'utf8') };
    }
    if (process.platform === 'win32') return null;
    const [ppid = '', ...command] = execFileSync('ps', ['-o', 'ppid=,args=', '-p', String(pid)])
      .toString()
      .trim()
      .split(' ');
    return { ppid: Number(ppid), command: command.join(' ') };
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
