import { Integer, OctetString } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from 'pkijs';

import { DomainError } from '../core/errors.js';
import { DerError, expect, open, readDer, TAG } from './der.js';
import { OID } from './object-identifiers.js';
import { readSignedData } from './signed-data.js';
import { readInfo } from './verify-timestamp.js';

/** PKIStatus granted and grantedWithMods. */
const GRANTED = ['00', '01'];

/**
 * TimeStampReq of RFC 3161, asking for the authority's certificate too.
 * @param nonce at least 8 random bytes, so that an old answer cannot be played back
 */
export function timestampRequest(sha256: Uint8Array, nonce: Uint8Array): Uint8Array {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: OID.sha256 }),
      hashedMessage: new OctetString({ valueHex: Uint8Array.from(sha256).buffer }),
    }),
    nonce: new Integer({ valueHex: positive(nonce).buffer }),
    certReq: true,
  });
  return new Uint8Array(request.toSchema().toBER());
}

/**
 * The TimeStampToken in an answer to that request. Whether its signature holds is judged where the sealed file is verified.
 * @throws DomainError seal.failed timestamp-refused or timestamp-malformed
 */
export function timestampToken(response: Uint8Array, sha256: Uint8Array, nonce: Uint8Array): Uint8Array {
  try {
    const [status, token] = open(readDer(response), TAG.sequence);
    const granted = expect(open(status, TAG.sequence)[0], TAG.integer).content.toString('hex');
    if (!GRANTED.includes(granted) || !token) throw new DomainError('seal.failed', { reason: 'timestamp-refused' });

    const { content } = readSignedData(token);
    const info = readInfo(content ?? Buffer.alloc(0));
    const isOurs =
      info.hash === 'sha256' && info.imprint.equals(sha256) && info.nonce?.equals(positive(nonce)) === true;
    if (!isOurs) throw new DerError('answer-to-another-request');
    return token.raw;
  } catch (error) {
    if (error instanceof DerError) throw new DomainError('seal.failed', { reason: 'timestamp-malformed' });
    throw error;
  }
}

/** DER integers have a sign and no needless zeros: the first bit off, the next one on. */
function positive(nonce: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(nonce);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes;
}
