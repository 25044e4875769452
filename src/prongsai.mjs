#!/usr/bin/env node
// The one entry point of every command: builds when sources are newer than the build, then runs the command.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'dist', '.built');

if (!isBuilt()) build();
process.env.NODE_ENV ??= 'production';
const { run } = await import(pathToFileURL(join(root, 'dist', 'src', 'cli.js')).href);
await run(process.argv.slice(2));

function isBuilt() {
  if (!existsSync(stamp)) return false;
  if (!existsSync(join(root, 'node_modules', '@swc', 'cli'))) return true;
  const builtAt = statSync(stamp).mtimeMs;
  return ['src', 'templates', '.swcrc'].every((name) => newestIn(join(root, name)) <= builtAt);
}

function newestIn(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return /\.(tsx?|swcrc)$/.test(path) ? stat.mtimeMs : 0;
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

function build() {
  const swc = join(root, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
  const startedAt = new Date();
  const { status } = spawnSync(process.execPath, [swc, 'src', 'templates', '-d', 'dist', '--quiet'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) process.exit(status ?? 1);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, startedAt.toISOString());
}
