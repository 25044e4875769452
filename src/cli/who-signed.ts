import { readFile } from 'node:fs/promises';
import { nothingFound, whoSignedText, whoSignedUsage } from '../../templates/console/who-signed.js';
import { sha256Of } from '../audit/bundle.js';
import { inspectBundle } from '../audit/verify-bundle.js';
import { whoSigned } from '../audit/who-signed.js';
import { bundleRequestOf } from './bundle-request.js';
import { bundleVerdictText, exitCodeOf } from './verify-bundle.js';

const NOT_FOUND = 1;
const UNUSABLE = 3;

/**
 * `prongsai audit who-signed <bundle.tar> <document.pdf | sha256 | id>`: answered from the bundle alone, and only when the
 * bundle is whole.
 * @returns the exit code: of the bundle's verdict, or 1 when it knows no such document
 */
export async function whoSignedCommand(args: string[]): Promise<number> {
  const request = await bundleRequestOf(args);
  const [file, asked, ...more] = request?.positionals ?? [];
  const wanted = asked === undefined ? null : await wantedOf(asked);
  if (!request || file === undefined || wanted === null || more.length > 0) {
    process.stderr.write(`${whoSignedUsage}\n`);
    return UNUSABLE;
  }
  const { verdict, facts } = await inspectBundle(file, request.anchors);
  if (!request.isJson) process.stdout.write(`${bundleVerdictText(verdict)}\n`);
  const versions = facts ? whoSigned(facts, wanted) : [];
  if (request.isJson) process.stdout.write(`${JSON.stringify({ verdict, versions })}\n`);
  else if (facts) process.stdout.write(`${versions.length > 0 ? whoSignedText(versions) : nothingFound}\n`);
  return facts && versions.length === 0 ? NOT_FOUND : exitCodeOf(verdict);
}

/** A hash or an id as it is; anything else is a file, which is known by its hash. Null when there is no such file. */
async function wantedOf(asked: string): Promise<string | null> {
  if (/^([0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.test(asked)) return asked.toLowerCase();
  return readFile(asked).then(sha256Of, () => null);
}
