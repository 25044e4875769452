import { DomainError } from '../../src/core/errors.js';
import { buildDocument, findTemplate } from '../../templates/documents/registry.js';

const example = findTemplate('no-gift-announcement').example as Record<string, unknown>;
const refusalOf = (act: () => unknown): DomainError => {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('template registry', () => {
  it('finds a template by id and, by name, its latest version', () => {
    expect(findTemplate('no-gift-announcement.v1').id).toBe('no-gift-announcement.v1');
    expect(findTemplate('implementation-report').id).toBe('implementation-report.v1');
  });

  it.each(['', 'no-gift-announcement.v99', 'NO-GIFT-ANNOUNCEMENT', '../registry', '__proto__'])(
    'does not know %j',
    (name) => {
      expect(refusalOf(() => findTemplate(name)).code).toBe('document.template-unknown');
    },
  );

  it('refuses a language that the template does not have', () => {
    expect(refusalOf(() => buildDocument('no-gift-announcement', example, 'lo')).code).toBe(
      'document.language-unknown',
    );
    expect(refusalOf(() => buildDocument('measure-sheet', {}, 'en')).code).toBe('document.language-unknown');
  });

  it.each([
    ['a missing signer', { signer: undefined }, 'signer'],
    ['a foreign field', { colour: 'red' }, 'colour'],
    ['a NUL byte', { reportingChannels: 'ก\u0000' }, 'reportingChannels'],
    ['a day that does not exist', { announcedOn: '2025-02-30' }, 'announcedOn'],
    [
      'an emblem that is not a picture',
      { agency: { ...(example.agency as object), emblem: 'file:///etc/hosts' } },
      'agency.emblem',
    ],
  ])('refuses %s with its field and a remedy in both languages', (_sentence, change, path) => {
    const refusal = refusalOf(() => buildDocument('no-gift-announcement', { ...example, ...change }, 'th'));
    expect(refusal.code).toBe('document.data-invalid');
    expect(refusal.details).toMatchObject({
      path,
      problems: [{ path, th: expect.stringContaining(path), en: expect.stringContaining(path) }],
    });
  });

  it('asks for the English names before it prints an English version', () => {
    const agency = { ...(example.agency as object), nameEn: null };
    const refusal = refusalOf(() => buildDocument('no-gift-announcement', { ...example, agency }, 'en'));
    expect(refusal.details).toMatchObject({ path: 'agency.nameEn' });
  });

  it('refuses an own wording with the line of its fault', () => {
    const wording = '# เรื่อง\n\nของ{หน่วยงาน}\n\nและ{คนอื่น}';
    const refusal = refusalOf(() => buildDocument('no-gift-announcement', { ...example, wording }, 'th'));
    expect(refusal.details).toMatchObject({ problems: [{ path: 'wording:5', kind: 'unknown-placeholder' }] });
  });
});
