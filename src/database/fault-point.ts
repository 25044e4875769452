/**
 * A named place where a test may kill the process, to prove that a crash there loses nothing.
 * Armed only by the test-only variable PRONGSAI_FAULT ("commit.after:0.01"): name and probability.
 */
export function faultPoint(name: string): void {
  if (!armed || armed.name !== name) return;
  if (armed.draw() < armed.probability) process.kill(process.pid, 'SIGKILL');
}

interface Armed {
  readonly name: string;
  readonly probability: number;
  draw(): number;
}

let armed: Armed | null = null;

/** Called once at start with the setting; the environment itself is read in config only. */
export function armFaultPoint(setting: string | undefined, draw: () => number): void {
  const [name, probability] = setting?.split(':') ?? [];
  armed = name ? { name, probability: Number(probability ?? 1), draw } : null;
}
