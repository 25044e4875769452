import { createHash, X509Certificate } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const NAME = /^([0-9a-f]{64})\.pem$/;

/**
 * The certificates that this installation seals with, and sealed with, for its own checkers. They are public; a file is
 * named by the SHA-256 of its certificate, and one that holds another certificate is passed over.
 */
export class KnownSeals {
  private readonly read = new Map<string, X509Certificate>();

  constructor(private readonly folder: string) {}

  /** Remembering twice changes nothing. */
  async remember(der: Uint8Array): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const file = join(this.folder, `${sha256Of(der)}.pem`);
    await writeFile(file, new X509Certificate(der).toString(), { mode: 0o644 });
  }

  /** Empty where there is no such folder, or none that may be read. */
  async certificates(): Promise<readonly X509Certificate[]> {
    const names = await readdir(this.folder).catch(() => []);
    for (const name of names) if (!this.read.has(name) && NAME.test(name)) await this.readOne(name);
    return [...this.read.values()];
  }

  private async readOne(name: string): Promise<void> {
    try {
      const certificate = new X509Certificate(await readFile(join(this.folder, name)));
      if (name.startsWith(sha256Of(certificate.raw))) this.read.set(name, certificate);
    } catch {
      // half written or damaged: what is not known is said to be not checked
    }
  }
}

const sha256Of = (der: Uint8Array): string => createHash('sha256').update(der).digest('hex');
