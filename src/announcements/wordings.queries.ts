import { ANNOUNCEMENT_TEMPLATES } from '../../templates/documents/catalogue.js';
import {
  announcementPlaceholders,
  type AnnouncementTemplate,
} from '../../templates/documents/announcement-template.js';
import type { Language } from '../../templates/documents/document-template.js';
import { findTemplate } from '../../templates/documents/registry.js';
import type { AnnouncementContent } from '../core/announcement/announcement.js';
import { DomainError } from '../core/errors.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { WordingRow } from './wording.entity.js';

export interface WordingInForce {
  /** Name and version of the template. */
  readonly template: string;
  readonly language: Language;
  /** The markup that is printed. */
  readonly text: string;
  readonly isOwn: boolean;
  /** Version of the organization's own wording; null when it never saved one. A save carries it as seenVersion. */
  readonly version: number | null;
  /** Names that the markup may put between braces. */
  readonly placeholders: readonly string[];
}

/** @param template name or id; a name means the newest version. @throws DomainError announcement.template-unknown */
export function announcementTemplateOf(template: string): AnnouncementTemplate {
  const { id } = findTemplate(template);
  const found = ANNOUNCEMENT_TEMPLATES.find((each) => each.id === id);
  if (!found) throw new DomainError('announcement.template-unknown', { template });
  return found;
}

/** What a template says in a language for this organization. @throws DomainError document.language-unknown, as above */
export async function wordingInForce(
  tx: Tx,
  organizationId: OrganizationId,
  templateName: string,
  language: Language,
): Promise<WordingInForce> {
  const template = announcementTemplateOf(templateName);
  const original = template.wording[language];
  if (original === undefined) {
    const { languages } = template;
    throw new DomainError('document.language-unknown', { template: template.id, language, languages });
  }
  const own = await newestWording(tx, organizationId, template.id, language);
  return {
    template: template.id,
    language,
    text: own?.text ?? original.trim(),
    isOwn: own !== null && own.text !== null,
    version: own?.version ?? null,
    placeholders: announcementPlaceholders(template.parameters, language),
  };
}

/** Every version of an own wording, newest first. */
export const wordingVersions = (
  tx: Tx,
  organizationId: OrganizationId,
  template: string,
  language: Language,
): Promise<WordingRow[]> =>
  tx.find(WordingRow, { where: { organizationId, template, language }, order: { version: 'DESC' } });

/** The organization's own wordings of a template in these languages, as an announcement copies them; undefined for none. */
export async function ownWordings(
  tx: Tx,
  organizationId: OrganizationId,
  template: string,
  languages: readonly Language[],
): Promise<AnnouncementContent['wordings']> {
  const own: Partial<Record<Language, string>> = {};
  for (const language of languages) {
    const text = (await newestWording(tx, organizationId, template, language))?.text;
    if (text) own[language] = text;
  }
  return Object.keys(own).length > 0 ? own : undefined;
}

export const newestWording = (
  tx: Tx,
  organizationId: OrganizationId,
  template: string,
  language: Language,
): Promise<WordingRow | null> =>
  tx.findOne(WordingRow, { where: { organizationId, template, language }, order: { version: 'DESC' } });
