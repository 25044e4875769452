import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CONFIG = `
[tsa]
default_tsa = here
[here]
serial = serial
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
clock_precision_digits = 3
signer_digest = sha256
ess_cert_id_alg = sha256
ess_cert_id_chain = no
[ca]
default_ca = own
[own]
database = index
serial = serial
new_certs_dir = .
default_md = sha256
policy = any
[any]
commonName = supplied
[req]
distinguished_name = name
prompt = no
[name]
CN = Loopback time stamps
[stamping]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
`;

const VALID_NOW = { from: '20200101000000Z', until: '20491231235959Z' };

/** A real RFC 3161 authority on this machine: OpenSSL behind a tiny HTTP server. */
export class LoopbackAuthority {
  private constructor(
    private readonly folder: string,
    private readonly server: Server,
    /** What the server sends instead of a time stamp, when a test wants that. */
    public answer: Buffer | null = null,
  ) {}

  /** @param validity when its certificate counts, as OpenSSL writes it: "20200101000000Z" */
  static async start(validity = VALID_NOW): Promise<LoopbackAuthority> {
    const folder = mkdtempSync(join(tmpdir(), 'tsa-'));
    writeFileSync(join(folder, 'config'), CONFIG);
    writeFileSync(join(folder, 'serial'), '01\n');
    writeFileSync(join(folder, 'index'), '');
    const openssl = (...args: string[]): unknown => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
    const config = ['-config', 'config'];
    openssl('req', '-new', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'key.pem', '-out', 'asked', ...config);
    const dates = ['-startdate', validity.from, '-enddate', validity.until];
    const itself = ['-selfsign', '-batch', '-notext', '-keyfile', 'key.pem', '-in', 'asked', '-out', 'certificate.pem'];
    openssl('ca', ...itself, ...dates, '-extensions', 'stamping', ...config);
    const server = createServer();
    const authority = new LoopbackAuthority(folder, server);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () =>
        response.setHeader('content-type', 'application/timestamp-reply').end(authority.reply(Buffer.concat(chunks))),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return authority;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`; // listening on TCP
  }

  /** Of the authority itself, PEM: it has no other issuer. */
  get certificatePath(): string {
    return join(this.folder, 'certificate.pem');
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    rmSync(this.folder, { recursive: true });
  }

  private reply(query: Buffer): Buffer {
    if (this.answer) return this.answer;
    writeFileSync(join(this.folder, 'query'), query);
    const keys = ['-inkey', 'key.pem', '-signer', 'certificate.pem', '-config', 'config'];
    execFileSync('openssl', ['ts', '-reply', '-queryfile', 'query', '-out', 'reply', ...keys], {
      cwd: this.folder,
      stdio: 'pipe',
    });
    return readFileSync(join(this.folder, 'reply'));
  }
}
