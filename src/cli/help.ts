import { usageText } from '../../templates/console/usage.js';

/** `prongsai help`: what there is, in Thai and English. */
export function helpCommand(): Promise<number> {
  process.stdout.write(usageText());
  return Promise.resolve(0);
}
