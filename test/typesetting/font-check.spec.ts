import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { fontCommand } from '../../src/cli/font-check.js';
import { FontRegistry, standardFonts } from '../../src/typesetting/fonts/font-registry.js';
import { reportFont } from '../../src/typesetting/fonts/font-report.js';
import { typeset } from '../../src/typesetting/typeset.js';
import { conformanceFaults } from './conformance-checks.js';
import { cffTwin } from './cff-twin.js';

const SARABUN = standardFonts().face('Sarabun', false, false);

/** A copy of a font with a number of one of its tables changed. */
function changed(bytes: Uint8Array, tag: string, offset: number, value: number): Uint8Array {
  const copy = new Uint8Array(bytes);
  const view = new DataView(copy.buffer);
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + i * 16;
    if (Buffer.from(copy.subarray(at, at + 4)).toString() === tag)
      view.setUint16(view.getUint32(at + 8) + offset, value);
  }
  return copy;
}

describe('font check', () => {
  let folder = '';
  let printed = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fonts-'));
    printed = '';
    const keep = (text: string | Uint8Array): boolean => ((printed += String(text)), true);
    jest.spyOn(process.stdout, 'write').mockImplementation(keep);
    jest.spyOn(process.stderr, 'write').mockImplementation(keep);
  });
  afterEach(() => {
    jest.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });

  function file(name: string, bytes: Uint8Array): string {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  }

  it('says that Sarabun will do, names the styles beside it and writes a valid specimen', async () => {
    const path = file('a.ttf', SARABUN.sfnt.bytes);
    file('b.ttf', standardFonts().face('Sarabun', true, false).sfnt.bytes);
    const specimen = join(folder, 'specimen.pdf');
    expect(await fontCommand(['check', path, '--specimen', specimen])).toBe(0);
    expect(printed).toContain('ใช้ได้ / This font will do');
    expect(printed).toContain('Bold, Regular');
    expect(conformanceFaults(readFileSync(specimen))).toEqual([]);
  });

  it('refuses a font whose maker forbids embedding', async () => {
    const path = file('closed.ttf', changed(SARABUN.sfnt.bytes, 'OS/2', 8, 0x0002));
    expect(await fontCommand(['check', path, '--specimen', join(folder, 'x.pdf')])).toBe(1);
    expect(printed).toContain('forbids embedding');
    expect(existsSync(join(folder, 'x.pdf'))).toBe(false);
  });

  it('names what is missing', async () => {
    const twin = cffTwin(SARABUN, 'Twin');
    expect(reportFont(twin)).toMatchObject({ isUsable: true, remarks: [], missingThai: [] });
    expect(await fontCommand(['check', file('twin.otf', twin), '--json', '--specimen', join(folder, 't.pdf')])).toBe(0);
    expect(JSON.parse(printed)).toMatchObject({ isUsable: true, styles: ['Regular'] });
  });

  it('says so when the file is not a font or the command not understood', async () => {
    expect(await fontCommand(['check', file('text.ttf', new Uint8Array(500))])).toBe(2);
    expect(await fontCommand(['look', 'x.ttf'])).toBe(2);
    expect(await fontCommand(['check', join(folder, 'absent.ttf')])).toBe(2);
    expect(await fontCommand(['check', folder])).toBe(2);
    expect(printed).toContain('npx prongsai font check');
  });
});

describe('font registry', () => {
  it('survives font files that were tampered with', async () => {
    const bytes = SARABUN.sfnt.bytes;
    const seed = Date.now();
    let state = seed >>> 0;
    const next = (below: number): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    for (let round = 0; round < 25; round++) {
      const copy = new Uint8Array(bytes);
      for (let i = 0; i < 400; i++) copy[300 + next(copy.length - 300)] = next(256);
      const outcome = await typeset(
        { content: [{ text: 'น้ำป้า ITA', font: 'Sarabun' }] },
        { title: 'x', language: 'th', createdAt: '2026-01-01T00:00:00Z', fonts: [copy] },
      ).then(
        () => 'rendered',
        (error: unknown) => (error as { code?: string }).code, // only refusals have one
      );
      expect({ seed, round, isAnswered: outcome !== undefined }).toEqual({ seed, round, isAnswered: true });
    }
  });

  it('finds a face by the family name it carries and stands in for a missing style', () => {
    const registry = new FontRegistry(standardFonts());
    registry.add(cffTwin(SARABUN, 'Agency Font'));
    const face = registry.face('Agency Font', false, false);
    expect(face.facts.isCff).toBe(true);
    expect(registry.face('Agency Font', true, true)).toBe(face);
    expect(registry.face('Sarabun', true, false).facts.weight).toBe(700);
    expect(() => registry.face('Unknown', false, false)).toThrow('font.unknown');
  });
});
