import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { PROGRAM, ROOT } from '../../src/config/paths.js';
import { oneAtATime } from '../support/turnstile.js';

/** Processes of their own need JavaScript: builds the program when its sources are newer. */
export async function builtProgram(): Promise<string> {
  await oneAtATime('build', async () => {
    const { status, stderr } = spawnSync(process.execPath, [PROGRAM, 'help'], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`the program cannot be built: ${stderr}`);
  });
  return PROGRAM;
}

/** The printing child of the built program. */
export async function builtPrintingChild(): Promise<string> {
  await builtProgram();
  return join(ROOT, 'dist', 'src', 'editions', 'printing-child.js');
}
