import type { ActingCapacity } from '../../src/core/acting/signature-block.js';
import { printDocument } from '../../src/editions/pdf-printer.js';
import type { Tx } from '../../src/database/unit-of-work.js';
import { appoint } from '../../src/organizations/appoint.js';
import { addPost } from '../../src/organizations/keep-posts.js';
import { renamePerson } from '../../src/organizations/keep-people.js';
import { orderActing } from '../../src/organizations/order-acting.js';
import type { PostKind } from '../../src/organizations/organization.entities.js';
import { signatureBlockOf } from '../../src/organizations/printed.queries.js';
import type { AnnouncementData } from '../../templates/documents/announcement-template.js';
import { findTemplate } from '../../templates/documents/registry.js';
import { lettersOf, readPdf, type PageItem } from '../documents/read-pdf.js';
import { testAgency, type TestAgency } from '../support/agency.js';

let agency: TestAgency;
beforeAll(async () => {
  agency = await testAgency();
});
afterAll(() => agency.database.close());

interface Case {
  readonly source: string;
  readonly name?: string;
  readonly own: readonly [post: string, kind: PostKind];
  /** Each order goes through the one before it. */
  readonly orders: readonly (readonly [capacity: ActingCapacity, post: string, kind: PostKind])[];
  readonly inCapacityOf?: string;
  readonly lines: readonly string[];
}

/** Every block of DOMAIN 3.2, the posts as they stand in the source; the persons are invented. Deputies are posts without a role. */
const BLOCKS: readonly Case[] = [
  {
    source: '140D101S0000000003500',
    own: ['ปลัดเทศบาล', 'chief_administrator'],
    orders: [['acting_for', 'นายกเทศมนตรีเมืองเบตง', 'executive']],
    lines: ['ปลัดเทศบาล', 'รักษาราชการแทน', 'นายกเทศมนตรีเมืองเบตง'],
  },
  {
    source: '140D110S0000000004600',
    own: ['รองนายกองค์การบริหารส่วนตำบลหน่อม', 'officer'],
    orders: [['acting_for', 'นายกองค์การบริหารส่วนตำบลหน่อม', 'executive']],
    lines: ['รองนายกองค์การบริหารส่วนตำบลหน่อม', 'รักษาราชการแทน', 'นายกองค์การบริหารส่วนตำบลหน่อม'],
  },
  {
    source: '17234238',
    own: ['ปลัดองค์การบริหารส่วนตำบล', 'chief_administrator'],
    orders: [['performing_duties', 'นายกองค์การบริหารส่วนตำบลกุสุมาลย์', 'executive']],
    lines: ['ปลัดองค์การบริหารส่วนตำบล', 'ปฏิบัติหน้าที่', 'นายกองค์การบริหารส่วนตำบลกุสุมาลย์'],
  },
  {
    source: '140D043S0000000012200',
    own: ['รองนายกเทศมนตรี', 'officer'],
    orders: [['performing_duties', 'นายกเทศมนตรีตำบลปัว', 'executive']],
    lines: ['รองนายกเทศมนตรี', 'ปฏิบัติหน้าที่', 'นายกเทศมนตรีตำบลปัว'],
  },
  {
    source: '140D123S0000000004400',
    own: ['ผู้อำนวยการกองคลัง', 'officer'],
    orders: [
      ['acting_for', 'ปลัดเทศบาล', 'chief_administrator'],
      ['performing_duties', 'นายกเทศมนตรีตำบลพิปูน', 'executive'],
    ],
    lines: ['ผู้อำนวยการกองคลัง', 'รักษาราชการแทน', 'ปลัดเทศบาล', 'ปฏิบัติหน้าที่', 'นายกเทศมนตรีตำบลพิปูน'],
  },
  {
    source: '140D082S0000000003200',
    own: ['ปลัดเทศบาล', 'chief_administrator'],
    orders: [['acting_for', 'นายกเทศมนตรีเมืองบางแก้ว', 'executive']],
    inCapacityOf: 'ผู้อำนวยการทางหลวงท้องถิ่น',
    lines: ['ปลัดเทศบาล', 'รักษาราชการแทน', 'นายกเทศมนตรีเมืองบางแก้ว', 'ในฐานะผู้อำนวยการทางหลวงท้องถิ่น'],
  },
  {
    source: '17234226',
    name: 'พันจ่าเอก สมมติ ใจดี',
    own: ['ปลัดเทศบาลตำบลชากไทย', 'chief_administrator'],
    orders: [['performing_duties', 'นายกเทศมนตรีตำบลชากไทย', 'executive']],
    lines: ['ปลัดเทศบาลตำบลชากไทย', 'ปฏิบัติหน้าที่', 'นายกเทศมนตรีตำบลชากไทย'],
  },
  {
    source: 'file 19649652295',
    own: ['นักจัดการงานทั่วไปชำนาญการ', 'officer'],
    orders: [['acting_for', 'ผู้อำนวยการกองคลัง', 'officer']],
    lines: ['นักจัดการงานทั่วไปชำนาญการ', 'รักษาราชการแทน', 'ผู้อำนวยการกองคลัง'],
  },
  {
    source: 'wale-local.go.th',
    own: ['รองปลัดอบต.วาเล่ย์', 'officer'],
    orders: [['acting_for', 'ปลัดอบต.วาเล่ย์', 'chief_administrator']],
    lines: ['รองปลัดอบต.วาเล่ย์', 'รักษาราชการแทน', 'ปลัดอบต.วาเล่ย์'],
  },
  {
    source: 'the third notion: written delegation',
    own: ['รองนายกเทศมนตรี', 'officer'],
    orders: [['delegated_by', 'นายกเทศมนตรี', 'executive']],
    lines: ['รองนายกเทศมนตรี', 'ปฏิบัติราชการแทน', 'นายกเทศมนตรี'],
  },
  {
    source: 'the fourth notion: a vacant post at division level',
    own: ['หัวหน้าฝ่ายบริหารงานคลัง', 'officer'],
    orders: [['acting_in_post', 'ผู้อำนวยการกองคลัง', 'officer']],
    lines: ['หัวหน้าฝ่ายบริหารงานคลัง', 'รักษาการในตำแหน่ง', 'ผู้อำนวยการกองคลัง'],
  },
  { source: 'nobody acts', own: ['นายกเทศมนตรี', 'executive'], orders: [], lines: ['นายกเทศมนตรี'] },
];

/** Posts, an appointment and orders as an administrator records them; the block of the last post. */
async function blockOf(tx: Tx, { name = 'นายสมมติ ใจดี', own, orders, inCapacityOf }: Case) {
  const { organizationId } = agency;
  const by = agency.personId('admin');
  const personId = agency.personId('auditor');
  const post = async ([title, kind]: readonly [string, PostKind]): Promise<string> =>
    (
      await addPost(tx, {
        ...{ organizationId, changedBy: by, name: title, nameEn: null, kind, divisionId: null },
      })
    ).id;
  await renamePerson(tx, { organizationId, personId, changedBy: by, name, nameEn: null });
  let postId = await post(own);
  await appoint(tx, { organizationId, personId, postId, startsOn: '2020-01-01', endsOn: null, recordedBy: by });
  let throughOrderId: string | null = null;
  for (const [index, [capacity, title, kind]] of orders.entries()) {
    postId = await post([title, kind]);
    const made = await orderActing(tx, {
      ...{ organizationId, recordedBy: by, personId, postId, capacity, throughOrderId, endsOn: null, itemKinds: null },
      ...{ orderNumber: `${index + 1}/2566`, orderedOn: '2023-01-01', startsOn: '2023-01-01' },
      inCapacityOf: index === orders.length - 1 ? (inCapacityOf ?? null) : null,
    });
    throughOrderId = made.id;
  }
  return signatureBlockOf(tx, organizationId, { personId, postId, itemKind: 'announcement' });
}

const example = findTemplate('no-gift-announcement').example as AnnouncementData;

/** The lines below the date, as they stand on the last page of an announcement. */
async function printedLines(signer: Awaited<ReturnType<typeof blockOf>>): Promise<string[]> {
  const pages = await readPdf(
    await printDocument({
      template: 'no-gift-announcement',
      language: 'th',
      data: { ...example, signer, statusUrl: null, annexes: [] },
      createdAt: '2025-10-06T00:00:00+07:00',
    }),
  );
  const byHeight = new Map<number, PageItem[]>();
  for (const item of pages.at(-1)?.items ?? []) {
    const height = Math.round(item.y);
    byHeight.set(height, [...(byHeight.get(height) ?? []), item]);
  }
  const lines = [...byHeight]
    .sort(([a], [b]) => b - a)
    .map(([, items]) =>
      lettersOf(
        [...items]
          .sort((a, b) => a.x - b.x)
          .map(({ text }) => text)
          .join(''),
      ),
    );
  return lines.slice(lines.findIndex((line) => line.startsWith('ประกาศณวันที่')) + 1);
}

/** Whoever signed the block before has no posts and orders any more. */
beforeEach(async () => {
  await agency.database.look('delete from acting_order returning id');
  await agency.database.look('delete from appointment where person_id = $1 returning id', [agency.personId('auditor')]);
});

describe('a signature block of DOMAIN 3.2, from posts and orders to the paper', () => {
  it.each(BLOCKS)('is printed as in $source', async (given) => {
    const block = await agency.unitOfWork.inTenant(agency.organizationId, (tx) => blockOf(tx, given));
    const name = given.name ?? 'นายสมมติ ใจดี';
    expect(await printedLines(block)).toEqual([`(${name})`, ...given.lines].map(lettersOf));
  });
});
