import { DomainError } from '../../src/core/errors.js';
import { schemaProblems } from '../../src/core/schema/schema-problems.js';
import { DOCUMENT_TEMPLATES } from './catalogue.js';
import { dataInvalid, withSentences } from './data-problems.js';
import type { DocumentTemplate, Language, TypesetDocument } from './document-template.js';

/** Every template with its version, in the order of the catalogue. */
export function allTemplates(): readonly DocumentTemplate[] {
  return DOCUMENT_TEMPLATES;
}

/**
 * A template by id ("no-gift-announcement.v1") or by name, which means its latest version.
 * @throws DomainError document.template-unknown
 */
export function findTemplate(idOrName: string): DocumentTemplate {
  const byId = DOCUMENT_TEMPLATES.find(({ id }) => id === idOrName);
  const versions = DOCUMENT_TEMPLATES.filter(({ id }) => nameOf(id) === idOrName);
  const latest = versions.reduce<DocumentTemplate | undefined>(
    (best, next) => (best && versionOf(best.id) > versionOf(next.id) ? best : next),
    undefined,
  );
  const found = byId ?? latest;
  if (!found) throw new DomainError('document.template-unknown', { template: idOrName });
  return found;
}

/**
 * Data in, description out, after every check.
 * @throws DomainError document.template-unknown, document.language-unknown, document.data-invalid
 */
export function buildDocument(idOrName: string, data: unknown, language: Language | string): TypesetDocument {
  const template = findTemplate(idOrName);
  const known = template.languages.find((each) => each === language);
  if (!known) {
    throw new DomainError('document.language-unknown', {
      template: template.id,
      language,
      languages: template.languages,
    });
  }
  const problems = schemaProblems(data, template.schema);
  if (problems.length > 0) throw dataInvalid(template.id, withSentences(problems));
  return template.build(data, known);
}

const nameOf = (id: string): string => id.replace(/\.v\d+$/, '');
const versionOf = (id: string): number => Number(/\.v(\d+)$/.exec(id)?.[1] ?? 0);
