import { FRAME_PARAMETERS } from '../../templates/documents/announcement-frame.js';
import type { DocumentTemplate, Parameter } from '../../templates/documents/document-template.js';
import { allTemplates, findTemplate } from '../../templates/documents/registry.js';

const FRAME_NAMES = new Set(FRAME_PARAMETERS.map(({ name }) => name));

/** Templates that are announcements: their parameters begin with the frame that we fill in ourselves. */
export const announcementTemplates = (): DocumentTemplate[] =>
  allTemplates().filter(({ parameters }) =>
    FRAME_PARAMETERS.every((frame) => parameters.some(({ name }) => name === frame.name)),
  );

/** What an officer is asked for. @throws DomainError document.template-unknown */
export const askedParameters = (templateId: string): readonly Parameter[] =>
  findTemplate(templateId).parameters.filter(({ name }) => !FRAME_NAMES.has(name));

export const templateTitle = (templateId: string): string => findTemplate(templateId).title.th;
