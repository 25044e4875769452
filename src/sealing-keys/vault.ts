import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeSecretOnce } from '../config/secret-file.js';
import { DomainError } from '../core/errors.js';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A PKCS#12 file and what opens it. */
export interface SealMaterial {
  readonly pkcs12: Uint8Array;
  readonly password: string;
}

/** Whose it is: bound to the ciphertext, so that a row copied to another organization does not open. */
export interface Owner {
  readonly organizationId: string;
  /** SHA-256 of the certificate, hexadecimal. */
  readonly sha256: string;
}

/**
 * Locks what organizations seal with under a key of this installation (AES-256-GCM). The key lies in the folder of
 * secrets (mode 0600) and is made on first use; whoever has only the database, or only its backup, has no seal.
 */
export class Vault {
  private constructor(private readonly key: Buffer) {}

  /** @throws Error when the key file holds something else than a key */
  static open(secretsFolder: string): Vault {
    const file = join(secretsFolder, 'certificate-key');
    if (!existsSync(file)) writeSecretOnce(file, randomBytes(KEY_BYTES).toString('hex'));
    const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
    if (key.length !== KEY_BYTES) throw new Error(`${file} holds no key of ${KEY_BYTES} bytes`);
    return new Vault(key);
  }

  /** @returns nonce, tag and ciphertext, one behind the other */
  lock({ pkcs12, password }: SealMaterial, owner: Owner): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.key, nonce, { authTagLength: TAG_BYTES }).setAAD(boundTo(owner));
    const plain = JSON.stringify({ pkcs12: Buffer.from(pkcs12).toString('base64'), password });
    const locked = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), locked]);
  }

  /** @throws DomainError seal.certificate-invalid vault-closed: another key, another owner, or changed bytes */
  unlock(locked: Uint8Array, owner: Owner): SealMaterial {
    try {
      const nonce = locked.subarray(0, NONCE_BYTES);
      const tag = locked.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
      const cipher = createDecipheriv(CIPHER, this.key, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(boundTo(owner)).setAuthTag(tag);
      const plain = Buffer.concat([cipher.update(locked.subarray(NONCE_BYTES + TAG_BYTES)), cipher.final()]);
      const { pkcs12, password } = JSON.parse(plain.toString('utf8')) as { pkcs12: string; password: string }; // authentic: locked above
      return { pkcs12: Buffer.from(pkcs12, 'base64'), password };
    } catch {
      throw new DomainError('seal.certificate-invalid', { reason: 'vault-closed' });
    }
  }
}

const boundTo = ({ organizationId, sha256 }: Owner): Buffer => Buffer.from(`${organizationId}/${sha256}`);
