import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { sealSaid } from '../../templates/console/verdicts.js';
import { sentenceOf } from '../../templates/web/sentences.js';
import { SEAL_NOTE_SENTENCES, SEAL_PROBLEM_SENTENCES } from '../../templates/web/verdict-sentences.js';
import { readEnvironment } from '../config/env.js';
import { dataPaths } from '../config/paths.js';
import { DomainError } from '../core/errors.js';
import type { SealVerdict } from '../sealing/seal-verdict.js';
import type { VerifyOptions } from '../sealing/verify-sealed-pdf.js';
import { verifyKnownSeal } from '../sealing/verify-known-seal.js';
import { verifySealedPdf } from '../sealing/verify-sealed-pdf.js';
import { KnownSeals } from '../sealing-keys/known-seals.js';
import { readGivenFile } from './read-given-file.js';

const AUTHENTIC = 0;
const NOT_AUTHENTIC = 1;
const UNUSABLE = 2;
const LARGEST_PDF_BYTES = 500_000_000;

/**
 * `prongsai verify <file.pdf>`: is the file as it was sealed, and by whom.
 * @returns the exit code: 0 authentic, 1 not, 2 the file or the command could not be used
 */
export async function verifyCommand(args: string[]): Promise<number> {
  const request = requestOf(args);
  if (!request) {
    process.stderr.write(`${sealSaid.usage}\n`);
    return UNUSABLE;
  }
  try {
    const verdict = await verdictOf(request);
    process.stdout.write(request.isJson ? `${JSON.stringify(withSentences(verdict))}\n` : textOf(verdict));
    return verdict.authentic ? AUTHENTIC : NOT_AUTHENTIC;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const [th, en] = (['th', 'en'] as const).map((language) => sentenceOf(error.code, error.details, language));
    process.stderr.write(
      request.isJson
        ? `${JSON.stringify({ code: error.code, th, en })}\n`
        : `${error.code}: ${th}\n${error.code}: ${en}\n`,
    );
    return UNUSABLE;
  }
}

interface VerifyRequest {
  readonly file: string;
  readonly isJson: boolean;
  readonly trust: readonly string[];
  readonly needsTimestamp: boolean;
}

function requestOf(args: string[]): VerifyRequest | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        trust: { type: 'string', multiple: true, default: [] },
        'require-timestamp': { type: 'boolean', default: false },
      },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) return null;
    return { file, isJson: values.json, trust: values.trust, needsTimestamp: values['require-timestamp'] };
  } catch {
    return null; // an unknown option: the usage text says which ones there are
  }
}

async function readPdf(path: string): Promise<Uint8Array> {
  const pdf = await readGivenFile(path, LARGEST_PDF_BYTES);
  if (pdf.toString('latin1', 0, 5) !== '%PDF-') throw new DomainError('input.not-a-pdf', { path });
  return pdf;
}

/** Without issuers given, the seals of the installation on this machine are known, if there is one. */
async function verdictOf({ file, trust, needsTimestamp }: VerifyRequest): Promise<SealVerdict> {
  const pdf = await readPdf(file);
  const options: VerifyOptions = needsTimestamp ? { minimumLevel: 'B-T' } : {};
  if (trust.length > 0) {
    return verifySealedPdf(pdf, { ...options, trustedRoots: await Promise.all(trust.map(readRoot)) });
  }
  const { knownSeals } = dataPaths(readEnvironment().dataFolder);
  return verifyKnownSeal(pdf, await new KnownSeals(knownSeals).certificates(), options);
}

async function readRoot(path: string): Promise<X509Certificate> {
  const pem = await readFile(path).catch(() => {
    throw new DomainError('input.file-not-found', { path });
  });
  try {
    return new X509Certificate(pem);
  } catch {
    throw new DomainError('seal.certificate-invalid', { reason: 'certificate-unreadable', path });
  }
}

const withSentences = (verdict: SealVerdict): object => ({
  ...verdict,
  problems: verdict.problems.map((code) => ({ code, ...SEAL_PROBLEM_SENTENCES[code] })),
  notes: verdict.notes.map((code) => ({ code, ...SEAL_NOTE_SENTENCES[code] })),
});

function textOf({ authentic, problems, notes, signer, sealedAt, timestampedAt, level, sha256 }: SealVerdict): string {
  const lines = [
    authentic ? sealSaid.authentic : sealSaid.notAuthentic,
    ...problems.map((code) => `  ✗ ${SEAL_PROBLEM_SENTENCES[code].th} · ${SEAL_PROBLEM_SENTENCES[code].en} (${code})`),
    ...(signer ? [sealSaid.signer(signer.name, signer.issuer)] : []),
    ...(sealedAt ? [sealSaid.sealedAt(sealedAt)] : []),
    ...(timestampedAt ? [sealSaid.timestampedAt(timestampedAt)] : []),
    ...(level ? [sealSaid.level(level)] : []),
    ...notes.map((code) => `  ! ${SEAL_NOTE_SENTENCES[code].th} · ${SEAL_NOTE_SENTENCES[code].en}`),
    sealSaid.sha256(sha256),
  ];
  return `${lines.join('\n')}\n`;
}
