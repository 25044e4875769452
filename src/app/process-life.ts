/** Something that works until it is told to stop. */
export interface Running {
  stop(): Promise<void>;
}

const STOP_LIMIT_MS = 15_000;

/**
 * The life of a web or worker process: begin, tell the supervisor, work, stop in order.
 * It ends at SIGINT or SIGTERM, and when a supervising process vanishes: nobody else would ever stop it.
 * @returns the exit code
 */
export async function liveUntilStopped(begin: () => Promise<Running>): Promise<number> {
  const asked = stopAsked();
  const running = await Promise.race([begin(), asked]);
  if (!running) process.exit(0); // told to stop before anything had begun
  process.send?.('ready');
  await asked;
  // work that does not end in time is repeated later by its lease
  setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
  await running.stop();
  if (process.connected) process.disconnect();
  return 0;
}

/** Resolves at the first reason to stop. Later ones are swallowed: a second Ctrl-C must not cut the stopping short. */
export function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
    process.once('disconnect', () => resolve());
  });
}
