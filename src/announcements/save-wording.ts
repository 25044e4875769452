import { frameSchemas } from '../../templates/documents/announcement-frame.js';
import { buildDocument } from '../../templates/documents/registry.js';
import type { DocumentTemplate, Language } from '../../templates/documents/document-template.js';
import { requireCapacity, type ActorInHand } from '../approvals/actor.js';
import { contentHash } from '../approvals/content-hash.js';
import { appendAudit } from '../audit/append-audit.js';
import type { ParameterValues } from '../core/announcement/announcement.js';
import { DomainError } from '../core/errors.js';
import type { OrganizationId } from '../database/tenant.js';
import type { Tx } from '../database/unit-of-work.js';
import { announcementPreviewData } from './announcement-data.js';
import { WordingRow } from './wording.entity.js';
import { announcementTemplateOf, newestWording, wordingInForce, type WordingInForce } from './wordings.queries.js';

export interface WordingToSave {
  readonly organizationId: OrganizationId;
  readonly actor: ActorInHand;
  /** Name or id; a name means the newest version. */
  readonly template: string;
  readonly language: Language;
  /** The version the person saw; null when there was none. */
  readonly seenVersion: number | null;
  /** Markup of core/wording; null goes back to the template's own wording. */
  readonly text: string | null;
}

/**
 * A new version of the organization's wording; announcements drafted before keep the words they have.
 * @throws DomainError permission.denied, announcement.template-unknown, document.language-unknown,
 *   document.data-invalid (details.problems name each line), item.changed-meanwhile
 */
export async function saveWording(tx: Tx, request: WordingToSave): Promise<WordingInForce> {
  const { organizationId, actor, language, seenVersion, text } = request;
  requireCapacity(actor, 'officer', 'administrator');
  const { template } = await wordingInForce(tx, organizationId, request.template, language);
  if (text !== null) printable(template, language, text);
  const place = [template, language].join('/');
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 8))', [`${organizationId}/${place}`]);
  const before = await newestWording(tx, organizationId, template, language);
  if ((before?.version ?? null) !== seenVersion) {
    throw new DomainError('item.changed-meanwhile', { template, language, version: before?.version ?? null });
  }
  const version = (before?.version ?? 0) + 1;
  await tx.insert(WordingRow, { organizationId, template, language, version, text, savedBy: actor.personId });
  await appendAudit(tx, {
    action: 'wording.save',
    itemKind: 'wording',
    itemId: `${place}/${version}`,
    actorPersonId: actor.personId,
    contentHashAfter: contentHash({ text }),
  });
  return wordingInForce(tx, organizationId, template, language);
}

export interface WordingPreview {
  readonly template: string;
  readonly language: Language;
  /** Data of the template, for printing or for an outline. */
  readonly data: object;
}

/**
 * How a wording would be printed, before it is saved: with the organization's name and signer, and with the template's
 * example values for the parameters that are not given.
 * @throws DomainError as saveWording; document.data-invalid also for a parameter that cannot be printed
 */
export async function wordingPreview(
  tx: Tx,
  organizationId: OrganizationId,
  given: {
    readonly template: string;
    readonly language: Language;
    readonly text: string;
    readonly fiscalYear: number;
    readonly parameters?: ParameterValues;
  },
): Promise<WordingPreview> {
  const { language, text, fiscalYear } = given;
  const template = announcementTemplateOf(given.template);
  const content = {
    template: template.id,
    languages: [language],
    parameters: { ...exampleParameters(template), ...given.parameters },
    measureIds: [],
    wordings: { [language]: text },
  };
  const data = await announcementPreviewData(tx, organizationId, { fiscalYear, content }, language);
  buildDocument(template.id, data, language);
  return { template: template.id, language, data };
}

/** Building the template's example with the text finds every fault of it, each with its line. */
function printable(templateId: string, language: Language, text: string): void {
  const { id, example } = announcementTemplateOf(templateId);
  buildDocument(id, { ...example, wording: text }, language);
}

/** The example's values of the template's own parameters, without those of every announcement. */
const exampleParameters = ({ example }: DocumentTemplate<ParameterValues | object>): ParameterValues =>
  Object.fromEntries(Object.entries(example).filter(([name]) => !(name in frameSchemas)));
