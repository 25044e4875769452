import { createHash } from 'node:crypto';
import type { Running } from '../../../src/app/process-life.js';
import { dataPaths } from '../../../src/config/paths.js';
import { KnownSeals } from '../../../src/sealing-keys/known-seals.js';
import { verifyKnownSeal } from '../../../src/sealing/verify-known-seal.js';
import { readPdf } from '../../documents/read-pdf.js';
import { anAgencysPkcs12, PASSWORD } from '../../sealing-keys/pkcs12-file.js';
import { hasOpenssl, hasPdfsig, opensslAccepts, pdfsigSays } from '../../sealing/other-verifiers.js';
import { Program, type Answer } from './program.js';
import { runningWeb, type RunningWeb } from './running-web.js';
import { workerBeside } from './worker-beside.js';

const LONGEST_WAY_MS = 60_000;

export interface PublicFile {
  /** What its QR code says. */
  readonly statusUrl: string;
  readonly sha256: string;
  readonly pdf: Uint8Array<ArrayBuffer>;
}

/** What was asked for, or the words of the refusal. */
export function done({ status, json, text }: Answer): Answer['json'] {
  if (status >= 300) throw new Error(text);
  return json;
}

/** A running web with a running worker; programs of its people carry items to the public and fetch them there. */
export class PublishingWeb {
  private readonly programs = new Map<string, Program>();

  private constructor(
    readonly web: RunningWeb,
    private readonly worker: Running,
  ) {}

  /** The agency seals with a certificate of its own, where OpenSSL can make one. */
  static async open(...userNames: readonly string[]): Promise<PublishingWeb> {
    const web = await runningWeb();
    const opened = new PublishingWeb(web, await workerBeside(web));
    for (const name of ['admin', ...userNames]) {
      opened.programs.set(name, await Program.signedIn(web.address, name));
    }
    if (hasOpenssl) {
      const pkcs12 = Uint8Array.from(anAgencysPkcs12('องค์การบริหารส่วนตำบลตัวอย่าง'));
      done(await opened.as('admin').upload('/api/v1/certificate', 'seal.p12', pkcs12, { password: PASSWORD }));
    }
    return opened;
  }

  async close(): Promise<void> {
    await this.worker.stop();
    await this.web.close();
  }

  as(name: string): Program {
    const program = this.programs.get(name);
    if (!program) throw new Error(`${name} has not signed in`);
    return program;
  }

  /** Brings a file to an item. @param at the path of its files in the API, below its own @returns the id of the file */
  async brings(at: string, name: string, bytes: Uint8Array, more: Record<string, string> = {}): Promise<string> {
    const { version } = done(await this.as('officer').get(at.slice(0, at.lastIndexOf('/'))));
    const fields = { seenVersion: String(version), ...more };
    return done(await this.as('officer').upload(at, name, new Uint8Array(bytes), fields)).fileId;
  }

  /** Submits a draft and signs what was submitted, then waits until it is seen at its public address. */
  async publishes(item: string, signer: string): Promise<void> {
    const body = { overrideReason: 'ตัวอย่าง' };
    const { contentHash } = done(await this.as('officer').post(`${item}/acts/submit`, body));
    done(await this.as(signer).post(`${item}/acts/sign`, {}, { 'if-match': `"${contentHash}"` }));
    await this.until(item, 'published');
  }

  until(item: string, state: string): Promise<void> {
    return becomes(state, async () => done(await this.as('officer').get(item)).state);
  }

  /** The public file of an item, as anybody fetches it. */
  async fileOf(itemId: string, language = 'th'): Promise<PublicFile> {
    const [edition] = await this.web.agency.database.look<{ statusUrl: string; sha256: string }>(
      `select status_url as "statusUrl", sealed_sha256 as sha256 from edition where item_id = $1 and language = $2`,
      [itemId, language],
    );
    if (!edition) throw new Error('the item has no edition');
    const reply = await fetch(`${this.web.address}/p/tua-yang/files/${edition.sha256}.pdf`);
    return { ...edition, pdf: new Uint8Array(await reply.arrayBuffer()) };
  }

  /** What the public is told of a file that somebody has. */
  async verdictOn({ pdf }: PublicFile): Promise<string> {
    return done(await new Program(this.web.address).upload('/api/v1/verify', 'file.pdf', pdf)).kind;
  }

  /** Its bytes are those that were recorded, its seal convinces three programs, its status page is printed on it. */
  async expectGenuine({ statusUrl, sha256, pdf }: PublicFile): Promise<void> {
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(sha256);
    const known = await new KnownSeals(dataPaths(this.web.folder).knownSeals).certificates();
    expect(verifyKnownSeal(pdf, known)).toMatchObject({ authentic: true, problems: [] });
    if (hasOpenssl)
      expect(known.some((certificate) => opensslAccepts(pdf, certificate.toString(), new Date()))).toBe(true);
    if (hasPdfsig) expect(pdfsigSays(pdf)).toMatchObject({ isValid: true, isWhole: true });
    expect((await readPdf(pdf)).at(-1)?.letters).toContain(statusUrl);
  }
}

/** Waits until what is asked for answers so. */
export async function becomes<T>(wanted: T, ask: () => Promise<T>): Promise<void> {
  const latest = Date.now() + LONGEST_WAY_MS;
  for (let now = await ask(); now !== wanted; now = await ask()) {
    if (Date.now() > latest) throw new Error(`it is still ${String(now)} and not ${String(wanted)}`);
    await new Promise((later) => setTimeout(later, 100));
  }
}

/** The words of a public page. */
export async function pageAt(address: string): Promise<{ readonly status: number; readonly words: string }> {
  const reply = await fetch(address);
  return { status: reply.status, words: (await reply.text()).replace(/<[^>]+>/g, ' ') };
}
