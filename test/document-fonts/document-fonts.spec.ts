import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actOnAnnouncement } from '../../src/announcements/act-on-announcement.js';
import { draftAnnouncement } from '../../src/announcements/draft-announcement.js';
import { chooseFont, keepFont, storeFontFiles } from '../../src/document-fonts/keep-font.js';
import type { DocumentFontRow } from '../../src/document-fonts/document-font.entity.js';
import { documentFontsOf } from '../../src/document-fonts/document-fonts.queries.js';
import { retireFont } from '../../src/document-fonts/retire-font.js';
import { examineFont, type BroughtFile } from '../../src/document-fonts/examine-font.js';
import { EditionEntity } from '../../src/editions/edition.entity.js';
import { EditionRendering } from '../../src/editions/edition-rendering.js';
import { PrintingPool } from '../../src/editions/printing-pool.js';
import { BlobStore } from '../../src/storage/blob-store.js';
import { builtPrintingChild } from '../editions/built-program.js';
import { cffTwin } from '../typesetting/cff-twin.js';
import { conformanceFaults } from '../typesetting/conformance-checks.js';
import { READERS } from '../typesetting/readers.js';
import { Typeface } from '../../src/typesetting/fonts/typeface.js';
import { WorkBench } from '../outbox/work-bench.js';
import { fontNames } from './font-names.js';
import { sarabun, withNumber } from './font-files.js';

const NEVER = new AbortController().signal;

describe('a typeface of the agency', () => {
  const folder = mkdtempSync(join(tmpdir(), 'document-fonts-'));
  const blobs = new BlobStore(folder);
  let bench: WorkBench;
  let printing: PrintingPool;
  let rendering: EditionRendering;

  beforeAll(async () => {
    bench = await WorkBench.open();
    printing = new PrintingPool(1, await builtPrintingChild());
    rendering = new EditionRendering(
      bench.agency.unitOfWork,
      blobs,
      printing,
      () => 'https://www.example.go.th/s',
      async () => 'a log\n1\nroot\n',
    );
  });
  afterAll(async () => {
    printing.close();
    await bench.close();
    rmSync(folder, { recursive: true });
  });

  const bring = async (...files: BroughtFile[]): Promise<DocumentFontRow> => {
    const family = await examineFont(printing, files);
    const kept = await storeFontFiles(blobs, family);
    const { organizationId } = bench;
    return bench.agency.as('admin', (tx, actor) =>
      keepFont(tx, { organizationId, actor, family: family.family, files: kept }),
    );
  };
  const choose = (id: string | null): Promise<DocumentFontRow | null> =>
    bench.agency.as('admin', (tx, actor) => chooseFont(tx, id, { organizationId: bench.organizationId, actor }));

  const retire = (id: string): Promise<DocumentFontRow> =>
    bench.agency.as('admin', (tx, actor) => retireFont(tx, id, { organizationId: bench.organizationId, actor }));

  /** @returns the edition that the signature froze */
  const signAnnouncement = async (reportingChannels: string): Promise<string> => {
    const { organizationId, agency } = bench;
    const { id: itemId, contentHash: shownHash } = await agency.as('officer', (tx, actor) =>
      draftAnnouncement(tx, {
        organizationId,
        actor,
        fiscalYear: 2568,
        template: 'no-gift-announcement',
        languages: ['th'],
        parameters: { reportingChannels, furtherRules: [] },
      }),
    );
    const command = { organizationId, itemId, seenVersion: null, shownHash };
    await agency.as('officer', (tx, actor) => actOnAnnouncement(tx, { ...command, actor, transition: 'submit' }));
    await agency.as('executive', (tx, actor) => actOnAnnouncement(tx, { ...command, actor, transition: 'sign' }));
    const [edition] = await bench.agency.database.look<{ id: string }>('select id from edition where item_id = $1', [
      itemId,
    ]);
    return edition?.id ?? '';
  };
  const edition = (id: string): Promise<EditionEntity> =>
    bench.inTenant((tx) => tx.findOneByOrFail(EditionEntity, { organizationId: bench.organizationId, id }));
  const rendered = async (id: string): Promise<Uint8Array> => {
    const [work] = await bench.agency.database.look<{ id: string }>(
      `select id from work where step = 'edition.render' and ref_id = $1`,
      [id],
    );
    await rendering.render(await bench.mustClaim(work?.id ?? ''), NEVER);
    return blobs.get((await edition(id)).renderedSha256 ?? '');
  };
  const lettersOf = async (pdf: Uint8Array): Promise<string> =>
    (await READERS['pdfium']?.(pdf))?.replace(/\s+/g, '') ?? '';

  it('prints what is signed after it was chosen, letter for letter as the house font does', async () => {
    const before = await rendered(await signAnnouncement('โทรศัพท์ 0-0000-0000'));
    const light = await bring(sarabun('300Light'), sarabun('800ExtraBold'));
    expect(light.files.map(({ style, weight }) => [style, weight])).toEqual([
      ['normal', 300],
      ['bold', 800],
    ]);
    await choose(light.id);
    const id = await signAnnouncement('โทรศัพท์ 0-0000-0000');
    expect((await edition(id)).font).toEqual({ family: 'Sarabun', files: light.files.map(({ sha256 }) => sha256) });
    const after = await rendered(id);
    const withoutNumber = (text: string): string => text.replace(/[๐-๙0-9]/g, '');
    expect(withoutNumber(await lettersOf(after))).toBe(withoutNumber(await lettersOf(before)));
    expect(fontNames(before)).toEqual(['Sarabun-Bold', 'Sarabun-Regular']);
    expect(fontNames(after)).toEqual(['Sarabun-ExtraBold', 'Sarabun-Light']);
    expect(conformanceFaults(after)).toEqual([]);
  });

  it('stays with an edition when the agency takes another one, byte for byte', async () => {
    const id = await signAnnouncement('โทรศัพท์ 0-0000-0001');
    const first = await rendered(id);
    await choose(null);
    await bench.agency.database.look(
      `update edition set state = 'frozen' where id = $1`, // as after a restored backup
      [id],
    );
    await bench.agency.database.look(
      `update work set state = 'open', next_at = now() where ref_id = $1 and step = 'edition.render'`,
      [id],
    );
    expect(Buffer.from(await rendered(id)).equals(Buffer.from(first))).toBe(true);
    expect(fontNames(await rendered(await signAnnouncement('โทรศัพท์ 0-0000-0002')))).toContain('Sarabun-Regular');
  });

  it('is not printed when somebody changed which one was signed', async () => {
    await choose((await bring(sarabun('300Light'), sarabun('800ExtraBold'))).id);
    const id = await signAnnouncement('โทรศัพท์ 0-0000-0003');
    await bench.agency.database.look('update edition set font = null where id = $1', [id]);
    await expect(rendered(id)).rejects.toMatchObject({ code: 'edition.bytes-differ' });
    await choose(null);
  });

  it('may be OpenType with CFF outlines, and missing styles are stood in for', async () => {
    const twin = cffTwin(new Typeface(sarabun('300Light').bytes), 'Twin of Tests');
    const brought = await bring({ name: 'twin.otf', bytes: Uint8Array.from(twin) });
    expect(brought).toMatchObject({ family: 'Twin of Tests', isChosen: false });
    await choose(brought.id);
    expect(fontNames(await rendered(await signAnnouncement('โทรศัพท์ 0-0000-0004')))).toEqual(['TwinofTests']);
    await choose(null);
  });

  it('is the same one when it is brought again, and every deed is recorded', async () => {
    const first = await bring(sarabun('700Bold'));
    const again = await bring(sarabun('700Bold'));
    expect(again.id).toBe(first.id);
    await choose(first.id);
    await choose(first.id);
    const events = await bench.agency.database.look<{ action: string }>(
      `select event ->> 'action' as action from audit_event where event ->> 'itemId' = $1 order by seq`,
      [first.id],
    );
    expect(events.map(({ action }) => action)).toEqual(['font.upload', 'font.choose']);
    await choose(null);
  });

  it('is taken out of use when it is not chosen; what was printed in it is printed again the same', async () => {
    const font = await bring(sarabun('300Light'), sarabun('800ExtraBold'));
    await choose(font.id);
    const id = await signAnnouncement('โทรศัพท์ 0-0000-0005');
    const first = await rendered(id);
    await expect(retire(font.id)).rejects.toMatchObject({ code: 'font.in-use', details: { family: 'Sarabun' } });
    await choose(null);
    expect((await retire(font.id)).retiredAt).toBeInstanceOf(Date);
    await retire(font.id);
    await expect(choose(font.id)).rejects.toMatchObject({ code: 'font.retired' });
    await bench.agency.database.look(`update edition set state = 'frozen' where id = $1`, [id]);
    await bench.agency.database.look(
      `update work set state = 'open', next_at = now() where ref_id = $1 and step = 'edition.render'`,
      [id],
    );
    expect(Buffer.from(await rendered(id)).equals(Buffer.from(first))).toBe(true);
    const listed = await bench.agency.as('admin', (tx) => documentFontsOf(tx, bench.organizationId));
    expect(listed.at(-1)?.id).toBe(font.id);

    expect((await bring(sarabun('300Light'), sarabun('800ExtraBold'))).retiredAt).toBeNull();
    await choose(font.id);
    await choose(null);
    const deeds = await bench.agency.database.look<{ action: string }>(
      `select event ->> 'action' as action from audit_event where event ->> 'itemId' = $1 order by seq desc limit 4`,
      [font.id],
    );
    expect(deeds.map(({ action }) => action)).toEqual(['font.choose', 'font.upload', 'font.retire', 'font.choose']);
  });

  it('is brought and chosen by administrators alone', async () => {
    const { organizationId, agency } = bench;
    const files = await storeFontFiles(blobs, await examineFont(printing, [sarabun('300Light_Italic')]));
    const given = { organizationId, family: 'Sarabun', files };
    const kept = agency.as('officer', (tx, actor) => keepFont(tx, { ...given, actor }));
    await expect(kept).rejects.toMatchObject({ code: 'permission.denied' });
    const chosen = agency.as('executive', (tx, actor) => chooseFont(tx, null, { organizationId, actor }));
    await expect(chosen).rejects.toMatchObject({ code: 'permission.denied' });
    await expect(choose('018f6d2a-7c4b-7d3e-9f10-2b3c4d5e6f70')).rejects.toMatchObject({ code: 'font.not-found' });
    const { length } = await agency.as('admin', (tx) => documentFontsOf(tx, organizationId));
    expect(length).toBe(3);
  });

  it('is refused with what is wrong with each file', async () => {
    const closed = withNumber(sarabun('300Light'), 'OS/2', 8, 0x0002);
    await expect(examineFont(printing, [closed, sarabun('700Bold')])).rejects.toMatchObject({
      code: 'font.unusable',
      details: { files: [{ name: 'Sarabun_300Light.ttf', remarks: ['embedding-forbidden'], missing: [] }] },
    });
    await expect(
      examineFont(printing, [sarabun('300Light'), withNumber(sarabun('300Light'), 'OS/2', 4, 400)]),
    ).rejects.toMatchObject({ code: 'font.style-twice', details: { style: 'normal' } });
    const twin = cffTwin(new Typeface(sarabun('300Light').bytes), 'Another');
    await expect(
      examineFont(printing, [sarabun('700Bold'), { name: 'other.otf', bytes: Uint8Array.from(twin) }]),
    ).rejects.toMatchObject({ code: 'font.families-differ', details: { families: ['Sarabun', 'Another'] } });
    await expect(examineFont(printing, [])).rejects.toMatchObject({ code: 'input.file-not-found' });
  });

  it('is refused when it is broken, and the next one is printed as ever', async () => {
    const { bytes } = sarabun('700Bold');
    const seed = randomBytes(2).readUInt16BE();
    const hostile = [
      bytes.subarray(0, 3000),
      Uint8Array.from(Buffer.from('%PDF-1.7 no font at all')),
      Uint8Array.from(bytes, (byte, at) => (at > 300 && (at * 31 + seed) % 7 === 0 ? 255 - byte : byte)),
      new Uint8Array(0x10_0000).fill(0xff),
    ];
    for (const [index, each] of hostile.entries()) {
      const refused = await examineFont(printing, [{ name: 'broken.ttf', bytes: each }]).then(
        () => 'taken',
        ({ code }: { code: string }) => code,
      );
      expect([index, seed, refused]).toEqual([index, seed, expect.stringMatching(/^font\.(unusable|unreadable)$/)]);
    }
    await expect(examineFont(printing, [sarabun('700Bold')])).resolves.toMatchObject({ family: 'Sarabun' });
  });
});
