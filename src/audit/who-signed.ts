import type { BundleRecord, BundleRecords } from './bundle-records.js';
import { eventOf } from './signatures.js';
import { calledAt } from './check-stated.js';
import type { LoggedFact } from './log-index.js';
import { returnedSignatures } from './set-aside.js';
import type { BundleFacts } from './verify-bundle.js';

/** By which order somebody signed for a post that is not theirs. */
export interface SignedByOrder {
  readonly capacity: string;
  readonly post: string;
  readonly orderNumber: string;
  readonly orderedOn: string;
}

/** One decision as the log has it, with names from the records. */
export interface SignatureFound {
  /** Number of the event in the log. */
  readonly seq: number;
  readonly act: string;
  /** False for a return or another deed that is no signature. */
  readonly affirms: boolean;
  /** As they were called then, also the posts. */
  readonly person: string;
  /** The own post; empty for somebody who has none and acts for another. */
  readonly post: string;
  /** Nearest first; empty for the own post. */
  readonly orders: readonly SignedByOrder[];
  /** Of the log's clock, UTC. */
  readonly at: string;
  /** SHA-256 of the text that was shown and signed. */
  readonly contentHash: string;
  readonly authMethod: string;
  /** Seconds since the last proof of identity. */
  readonly authAgeSeconds: string;
  readonly reason: string;
  /** A return to the submitter, to this step or an earlier one came after it, so that it had to be given again. */
  readonly isSetAside: boolean;
  /** Made in an emergency against four eyes. */
  readonly isOverride: boolean;
}

export interface FileFound {
  readonly title: string;
  readonly number: string;
  readonly language: string;
  readonly signedAt: string;
  readonly sha256: string;
  readonly sealLevel: string;
  readonly address: string;
  /** When the file was first seen at its address; empty before. */
  readonly verifiedAt: string;
  readonly withdrawnReason: string;
  /** A later edition of the same document has taken its place. */
  readonly isSuperseded: boolean;
}

/** One version of one item: its text, its files, and everybody who decided on it. */
export interface VersionFound {
  readonly itemKind: string;
  readonly itemId: string;
  /** How often the item was submitted until then. */
  readonly version: string;
  readonly contentHash: string;
  readonly submittedBy: string;
  readonly submittedAt: string;
  readonly signatures: readonly SignatureFound[];
  readonly files: readonly FileFound[];
}

/**
 * Who signed what: every version of an item, or the one that a file was made of.
 * @param wanted SHA-256 (hex) of a file or a text, or the id of an item, a document or an edition
 */
export function whoSigned({ records, index }: BundleFacts, wanted: string): VersionFound[] {
  const editions = records.editions.filter((edition) => isMeant(edition, wanted));
  const items = new Set([wanted, ...editions.map(({ itemId }) => itemId)]);
  const found = records.versions
    .filter((version) => items.has(version.itemId) || version.contentHash === wanted)
    .map((version) => versionFound(records, index, version));
  const isOneFile = editions.length === 1 && wanted !== editions[0]?.itemId && wanted !== editions[0]?.documentId;
  if (!isOneFile) return found;
  return found.filter(({ files }) => files.some(({ sha256 }) => sha256 === editions[0]?.sealedSha256));
}

const isMeant = (edition: BundleRecord<'editions'>, wanted: string): boolean =>
  [edition.id, edition.documentId, edition.sealedSha256, edition.renderedSha256, edition.snapshotHash].includes(wanted);

function versionFound(
  records: BundleRecords,
  index: BundleFacts['index'],
  version: BundleRecord<'versions'>,
): VersionFound {
  const { itemKind, itemId, number, contentHash } = version;
  const decisions = records.decisions.filter((each) => each.itemId === itemId && each.round === number);
  return {
    itemKind,
    itemId,
    version: number,
    contentHash,
    submittedBy: nameOf({ records, index }, version.frozenBy, version.frozenAt),
    submittedAt: version.frozenAt,
    signatures: decisions.map((decision) => signatureFound({ records, index }, decision)),
    files: filesOf(records, index, version),
  };
}

function signatureFound(facts: BundleFacts, decision: BundleRecord<'decisions'>): SignatureFound {
  const { itemId, round, act, personId } = decision;
  const { records, index } = facts;
  const event = eventOf(decision, index);
  const at = event?.at ?? decision.decidedAt;
  return {
    seq: event?.seq ?? 0,
    act,
    affirms: decision.affirms === 'true',
    person: nameOf(facts, personId, at),
    post: titleOf(facts, decision.actingOrderIds === '' ? decision.postId : (event?.actorPostId ?? ''), at),
    orders: decision.actingOrderIds.split(',').flatMap((id) => orderFound(facts, id, at)),
    at,
    contentHash: decision.shownHash,
    authMethod: event?.authMethod ?? '',
    authAgeSeconds: event?.authAgeSeconds ?? '',
    reason: decision.reason,
    isSetAside: decision.isSetAside === 'true' || isReturned(facts, decision, event),
    isOverride: records.overrides.some(
      (each) => each.itemId === itemId && each.round === round && each.transition === act && each.personId === personId,
    ),
  };
}

/** It went back to its submitter after this signature. */
const isReturned = (
  { index }: BundleFacts,
  { itemKind, itemId }: BundleRecord<'decisions'>,
  event: LoggedFact | undefined,
): boolean => event !== undefined && returnedSignatures(itemKind, index.of(itemId)).has(event);

function orderFound(facts: BundleFacts, orderId: string, at: string): SignedByOrder[] {
  return facts.records.orders
    .filter(({ id }) => id === orderId)
    .map(({ capacity, postId, orderNumber, orderedOn }) => ({
      capacity,
      post: titleOf(facts, postId, at),
      orderNumber,
      orderedOn,
    }));
}

/** The files that were frozen by a signature on this very text: their freezing stands right before that signature. */
function filesOf(
  { editions, publications }: BundleRecords,
  index: BundleFacts['index'],
  { itemId, contentHash }: BundleRecord<'versions'>,
): FileFound[] {
  const made = editions.filter((edition) => edition.itemId === itemId && signedText(edition, index) === contentHash);
  return made.map((edition) => {
    const publication = publications.find(({ editionId }) => editionId === edition.id);
    const { title, number, language, signedAt, sealedSha256, sealLevel } = edition;
    return {
      title,
      number,
      language,
      signedAt,
      sha256: sealedSha256,
      sealLevel,
      address: publication?.address ?? '',
      verifiedAt: publication?.verifiedAt ?? '',
      withdrawnReason: publication?.withdrawnReason ?? '',
      isSuperseded: editions.some(
        (later) =>
          later.documentId === edition.documentId &&
          later.language === language &&
          Number(later.number) > Number(number) &&
          later.sealedSha256 !== '',
      ),
    };
  });
}

function signedText({ id, itemId }: BundleRecord<'editions'>, index: BundleFacts['index']): string {
  const frozen = index.of(id).find(({ action }) => action === 'edition.freeze');
  const signed = index.of(itemId).find(({ seq, actorPersonId }) => actorPersonId !== '' && seq > (frozen?.seq ?? 0));
  return signed?.contentHashAfter ?? '';
}

/** Names and titles as they were at a time of the log. */
const nameOf = ({ records, index }: BundleFacts, id: string, at: string): string =>
  calledAt(records, 'people', index, { id, at })?.['name'] ?? id;
const titleOf = ({ records, index }: BundleFacts, id: string, at: string): string =>
  calledAt(records, 'posts', index, { id, at })?.['title'] ?? id;
