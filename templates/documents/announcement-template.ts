import type { JsonSchema } from '../../src/core/schema/json-schema.js';
import { filledBlocks, parseWording } from '../../src/core/wording/markup.js';
import { numberBlocks } from '../../src/core/wording/number-blocks.js';
import type { PlaceholderValue, PlaceholderValues } from '../../src/core/wording/placeholders.js';
import {
  EXAMPLE_FRAME,
  FRAME_PARAMETERS,
  FRAME_PLACEHOLDERS,
  frameSchemas,
  frameValues,
  type AnnouncementFrame,
} from './announcement-frame.js';
import { refuseBadWording, refuseMissingEnglish } from './announcement-refusals.js';
import type { DocumentTemplate, Language, Parameter, TypesetDocument } from './document-template.js';
import { glossaryOf } from './glossary.js';
import { officialForm } from './official-form.js';
import { parameterSchema } from './parameter-schema.js';

export type ParameterValues = Readonly<Record<string, string | number | readonly string[] | null>>;
export type AnnouncementData = AnnouncementFrame & ParameterValues;

export interface AnnouncementSpec {
  readonly id: string;
  readonly title: { readonly th: string; readonly en: string };
  /** Own parameters; a wording names them by their label: {ช่องทางแจ้งเบาะแส}, {Reporting channels}. */
  readonly parameters: readonly Parameter[];
  /** The prose, in the markup described in core/wording/markup. */
  readonly wording: { readonly th: string; readonly en?: string };
  readonly exampleValues: ParameterValues;
}

/** An announcement template is a wording and its parameters; schema and official form are the same for all. */
export function announcementTemplate(spec: AnnouncementSpec): AnnouncementTemplate {
  const parameters = [...FRAME_PARAMETERS, ...spec.parameters];
  return {
    id: spec.id,
    title: spec.title,
    languages: spec.wording.en === undefined ? ['th'] : ['th', 'en'],
    parameters,
    wording: spec.wording,
    example: { ...EXAMPLE_FRAME, ...spec.exampleValues } as AnnouncementData, // the frame's fields are those of the frame
    schema: announcementSchema(spec),
    build: (data, language) => buildAnnouncement(spec, data, language),
  };
}

export interface AnnouncementTemplate extends DocumentTemplate<AnnouncementData> {
  readonly wording: { readonly th: string; readonly en?: string };
}

/** Names a wording of this template may put between braces. */
export function announcementPlaceholders(parameters: readonly Parameter[], language: Language): string[] {
  const own = parameters.filter(({ name }) => !FRAME_PARAMETERS.some((frame) => frame.name === name));
  return [...FRAME_PLACEHOLDERS[language], ...own.map(({ label }) => label[language])];
}

function buildAnnouncement(spec: AnnouncementSpec, data: AnnouncementData, language: Language): TypesetDocument {
  if (language === 'en') refuseMissingEnglish(spec.id, data);
  const wording = data.wording ?? spec.wording[language] ?? spec.wording.th;
  refuseBadWording(spec.id, wording, announcementPlaceholders(spec.parameters, language));

  const blocks = filledBlocks(parseWording(wording), valuesOf(spec, data, language));
  const title = blocks.find(({ kind }) => kind === 'title')?.text ?? spec.title[language];
  const agencyName = language === 'en' ? (data.agency.nameEn ?? data.agency.name) : data.agency.name;
  const definition = officialForm({
    agency: data.agency,
    language,
    digits: language === 'en' ? 'arabic' : (data.digits ?? 'thai'),
    heading: language === 'en' ? `Announcement of ${agencyName}` : `ประกาศ${agencyName}`,
    title,
    number: data.number?.trim() || null,
    blocks: numberBlocks(blocks.filter(({ kind }) => kind !== 'title')),
    announcedOn: data.announcedOn ?? null,
    signer: data.signer,
    statusUrl: data.statusUrl ?? null,
    annexes: data.annexes ?? [],
  });
  return {
    definition,
    options: {
      title: title.replaceAll('\n', ' '),
      language,
      author: agencyName,
      glossary: glossaryOf(data.agency, data.signer),
    },
  };
}

function valuesOf(spec: AnnouncementSpec, data: AnnouncementData, language: Language): PlaceholderValues {
  const own = spec.parameters.map(({ name, label }): [string, PlaceholderValue] => [
    label[language],
    printable(data[name] ?? null),
  ]);
  return { ...frameValues(data, language), ...Object.fromEntries(own) };
}

const printable = (value: ParameterValues[string]): PlaceholderValue =>
  typeof value === 'number' ? String(value) : (value ?? null);

function announcementSchema(spec: AnnouncementSpec): Readonly<Record<string, unknown>> {
  const own = spec.parameters.map((parameter): [string, JsonSchema] => [parameter.name, parameterSchema(parameter)]);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: spec.id,
    title: spec.title.en,
    type: 'object',
    required: [
      'agency',
      'fiscalYear',
      'signer',
      ...spec.parameters.filter((own) => own.required).map((own) => own.name),
    ],
    properties: { ...frameSchemas, ...Object.fromEntries(own) },
    additionalProperties: false,
  };
}
