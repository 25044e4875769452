/**
 * What a test may take out of a running system, to prove that it would notice the loss: "fence" is everything that keeps
 * a worker from writing after others took its work, "verify" is looking at the public address.
 */
export type Safeguard = 'fence' | 'verify';

let broken: string | null = null;

/** Called once at start with the test-only setting PRONGSAI_BREAK; the environment itself is read in config only. */
export const breakOnPurpose = (safeguard: string | null): void => void (broken = safeguard);

/** False in every system that is not a test of its own tests. */
export const isBroken = (safeguard: Safeguard): boolean => broken === safeguard;
