import { FRAME_PARAMETERS } from '../../templates/documents/announcement-frame.js';
import { ANNOUNCEMENT_TEMPLATES } from '../../templates/documents/catalogue.js';
import type { DocumentTemplate, Parameter } from '../../templates/documents/document-template.js';
import { withEnglish } from '../../templates/documents/english-parameters.js';
import { DomainError } from '../core/errors.js';

type Described = Pick<DocumentTemplate, 'id' | 'title' | 'languages' | 'parameters'>;

const FRAME_NAMES = new Set(FRAME_PARAMETERS.map(({ name }) => name));

/** What an officer may choose from, in the order of the catalogue. */
export const announcementTemplates = (): readonly Described[] => ANNOUNCEMENT_TEMPLATES;

/** @throws DomainError document.template-unknown, also for templates of other documents */
export function announcementTemplate(id: string): Described {
  const found = ANNOUNCEMENT_TEMPLATES.find((template) => template.id === id);
  if (!found) throw new DomainError('document.template-unknown', { template: id });
  return found;
}

/** What an officer is asked for: agency, year, date and signer are filled in by us. */
export function askedParameters(templateId: string): readonly Parameter[] {
  const { parameters, languages } = announcementTemplate(templateId);
  return withEnglish(
    parameters.filter(({ name }) => !FRAME_NAMES.has(name)),
    languages,
  );
}

export const templateTitle = (templateId: string): string => announcementTemplate(templateId).title.th;
