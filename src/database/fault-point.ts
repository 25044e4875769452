import { writeSync } from 'node:fs';

/**
 * A named place where a test may kill or freeze the process, to prove that an accident there harms nothing.
 * Armed only by the test-only variable PRONGSAI_FAULT: name, probability and deed, "commit.after:0.01:kill".
 */
export function faultPoint(name: string): void {
  if (!armed || armed.name !== name || armed.draw() >= armed.probability) return;
  if (armed.deed === 'freeze') freeze(name);
  else process.kill(process.pid, 'SIGKILL');
}

interface Armed {
  readonly name: string;
  readonly probability: number;
  readonly deed: string;
  draw(): number;
}

let armed: Armed | null = null;

/** Called once at start with the setting; the environment itself is read in config only. */
export function armFaultPoint(setting: string | undefined, draw: () => number): void {
  const [name, probability = '1', deed = 'kill'] = setting?.split(':') ?? [];
  armed = name ? { name, probability: Number(probability), deed, draw } : null;
}

/** Says so first: whoever started this process has to wake it. */
function freeze(name: string): void {
  writeSync(2, `frozen at ${name}\n`);
  process.kill(process.pid, 'SIGSTOP');
}
