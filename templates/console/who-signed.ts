import type { ActingCapacity } from '../../src/core/acting/signature-block.js';
import { deedLabel, kindLabel } from '../web/words/item-words.js';

export const whoSignedUsage =
  'prongsai audit who-signed <bundle.tar> <document.pdf | sha256 | id> [--json] [--log-key <key>] [--root <size:root>]… [--known <file>]…';
export const nothingFound = 'ไม่พบเอกสารหรือเรื่องนี้ในชุดบันทึก · The bundle knows no such document or item';

interface Order {
  readonly capacity: string;
  readonly post: string;
  readonly orderNumber: string;
  readonly orderedOn: string;
}

interface Signature {
  readonly seq: number;
  readonly act: string;
  readonly affirms: boolean;
  readonly person: string;
  readonly post: string;
  readonly orders: readonly Order[];
  readonly at: string;
  readonly contentHash: string;
  readonly authMethod: string;
  readonly authAgeSeconds: string;
  readonly reason: string;
  readonly isSetAside: boolean;
  readonly isOverride: boolean;
}

interface File {
  readonly title: string;
  readonly number: string;
  readonly language: string;
  readonly sha256: string;
  readonly sealLevel: string;
  readonly address: string;
  readonly verifiedAt: string;
  readonly withdrawnReason: string;
  readonly isSuperseded: boolean;
}

interface Version {
  readonly itemKind: string;
  readonly itemId: string;
  readonly version: string;
  readonly contentHash: string;
  readonly submittedBy: string;
  readonly submittedAt: string;
  readonly signatures: readonly Signature[];
  readonly files: readonly File[];
}

/** Who signed what version, as the bundle has it. */
export const whoSignedText = (versions: readonly Version[]): string =>
  versions
    .map((version) =>
      [heading(version), ...version.signatures.map(signed(version)), ...version.files.map(made)].join('\n'),
    )
    .join('\n\n');

const heading = ({ itemKind, itemId, version, contentHash, submittedBy, submittedAt }: Version): string =>
  `${kindLabel(itemKind)} ${itemId}
  ฉบับที่เสนอครั้งที่ · Version ${version}   ข้อความ · content ${contentHash}
  เสนอโดย · submitted by ${submittedBy}   ${submittedAt}`;

const signed =
  ({ itemKind }: Version) =>
  ({
    seq,
    act,
    affirms,
    person,
    post,
    orders,
    at,
    contentHash,
    reason,
    isSetAside,
    isOverride,
    ...auth
  }: Signature): string =>
    [
      `  ${affirms ? '✓' : '•'} ${deedLabel(itemKind, act)}: ${person}   ${post}`,
      ...orders.map((order) => `      ${CAPACITY[order.capacity as ActingCapacity]}${order.post} ${byOrder(order)}`),
      `      ${at}   รายการที่ · event ${seq}   ${auth.authMethod} ${auth.authAgeSeconds && `(${auth.authAgeSeconds} s)`}`,
      `      ข้อความที่เห็น · shown ${contentHash}`,
      ...(reason ? [`      เหตุผล · reason: ${reason}`] : []),
      ...(isSetAside ? ['      ต้องพิจารณาใหม่หลังส่งคืน · set aside by a later return'] : []),
      ...(isOverride ? ['      กรณีฉุกเฉิน · emergency override'] : []),
    ].join('\n');

const byOrder = ({ orderNumber, orderedOn }: Order): string => `ตามคำสั่งที่ ${orderNumber} ลงวันที่ ${orderedOn}`;

const CAPACITY: Readonly<Record<ActingCapacity, string>> = {
  acting_for: 'รักษาราชการแทน',
  delegated_by: 'ปฏิบัติราชการแทน',
  acting_in_post: 'รักษาการในตำแหน่ง',
  performing_duties: 'ปฏิบัติหน้าที่',
};

const made = (file: File): string =>
  [
    `  PDF ${file.sha256 || '–'}   ${file.title} (${file.language}, ฉบับที่ · edition ${file.number}, PAdES ${file.sealLevel || '–'})`,
    `      ${file.address}   ${file.verifiedAt ? `พบบนเว็บ · seen ${file.verifiedAt}` : 'ยังไม่เผยแพร่ · not published'}`,
    ...(file.withdrawnReason ? [`      เพิกถอน · withdrawn: ${file.withdrawnReason}`] : []),
    ...(file.isSuperseded ? ['      มีฉบับใหม่แทน · superseded'] : []),
  ].join('\n');
