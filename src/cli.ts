import { EnvironmentError } from './config/env.js';
import { DomainError } from './core/errors.js';

/** One command: arguments in, exit code out. 0 done, 1 refused or failed, 2 not understood. */
export type Command = (args: string[]) => Promise<number>;

/** Loaded only when asked for: `help` must not wait for the whole application. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./app/start.js')).startCommand,
  web: async () => (await import('./app/process-commands.js')).webCommand,
  worker: async () => (await import('./app/process-commands.js')).workerCommand,
  migrate: async () => (await import('./app/migrate.js')).migrateCommand,
  demo: async () => (await import('./app/demo.js')).demoCommand,
  import: async () => (await import('./app/import-command.js')).importCommand,
  audit: async () => (await import('./app/audit-command.js')).auditCommand,
  witness: async () => (await import('./app/witness-command.js')).witnessCommand,
  render: async () => (await import('./cli/render.js')).renderCommand,
  lint: async () => (await import('./cli/lint.js')).lintCommand,
  verify: async () => (await import('./cli/verify.js')).verifyCommand,
  font: async () => (await import('./cli/font-check.js')).fontCommand,
  bench: async () => (await import('./bench/bench-command.js')).benchCommand,
  version: async () => (await import('./cli/version.js')).versionCommand,
  help: async () => (await import('./cli/help.js')).helpCommand,
};

/** Runs the command named by the first argument and sets the exit code of the process. */
export async function run(args: string[]): Promise<void> {
  const [name = 'help', ...rest] = args;
  const load = COMMANDS[ALIASES[name] ?? name];
  if (load === undefined) {
    const { usageText, unknownCommand } = await import('../templates/console/usage.js');
    process.stderr.write(`${unknownCommand(name)}\n${usageText()}`);
    process.exitCode = 2;
    return;
  }
  try {
    process.exitCode = await (await load())(rest);
  } catch (error) {
    process.stderr.write(`${await describe(error)}\n`);
    process.exit(1); // connections that were opened before the failure would keep the process alive
  }
}

const ALIASES: Readonly<Record<string, string>> = { '--help': 'help', '-h': 'help', '--version': 'version' };

/** What an operator can mend is said in words; whoever looks for a fault of ours needs the stack. */
async function describe(error: unknown): Promise<string> {
  if (error instanceof EnvironmentError) return error.message;
  if (error instanceof DomainError) return (await import('../templates/console/refusal.js')).refusalText(error);
  const words = (await import('../templates/console/failure.js')).failureText(error);
  return words ?? (error instanceof Error ? (error.stack ?? error.message) : String(error));
}
