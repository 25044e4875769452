import type { TypesetOptions } from '../document-definition.js';
import { pdfDate, textString } from './pdf-syntax.js';

const PRODUCER = 'Prongsai';

/** Entries of the information dictionary; the XMP packet says the same. */
export function infoDictionary(options: TypesetOptions, created: Date): string {
  const optional = (key: string, value: string | undefined): string => (value ? `/${key}${textString(value)}` : '');
  const keywords = options.keywords?.join(', ');
  return (
    `<</Title${textString(options.title)}` +
    optional('Author', options.author) +
    optional('Subject', options.subject) +
    optional('Keywords', keywords) +
    `/Creator(${PRODUCER})/Producer(${PRODUCER})/CreationDate${pdfDate(created)}/ModDate${pdfDate(created)}>>`
  );
}

/** XMP packet that claims PDF/A-2a and PDF/UA-1, with the schema PDF/A asks for to know the second claim. */
export function xmpPacket(options: TypesetOptions, created: Date): string {
  const instant = `${created.toISOString().slice(0, 19)}Z`;
  const keywords = options.keywords?.join(', ');
  const { checkpoint } = options;
  const lines = [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"' +
      ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"' +
      ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">',
    '<dc:format>application/pdf</dc:format>',
    `<dc:title>${alternative(options.title)}</dc:title>`,
    options.author ? `<dc:creator><rdf:Seq><rdf:li>${xml(options.author)}</rdf:li></rdf:Seq></dc:creator>` : '',
    options.subject ? `<dc:description>${alternative(options.subject)}</dc:description>` : '',
    keywords ? `<pdf:Keywords>${xml(keywords)}</pdf:Keywords>` : '',
    `<pdf:Producer>${PRODUCER}</pdf:Producer>`,
    `<xmp:CreatorTool>${PRODUCER}</xmp:CreatorTool>`,
    `<xmp:CreateDate>${instant}</xmp:CreateDate><xmp:ModifyDate>${instant}</xmp:ModifyDate>`,
    '<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>',
    '<pdfuaid:part>1</pdfuaid:part>',
    '</rdf:Description>',
    checkpoint === undefined ? '' : checkpointDescription(checkpoint),
    extensionSchemas(checkpoint === undefined ? [UA_SCHEMA] : [UA_SCHEMA, CHECKPOINT_SCHEMA]),
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="w"?>',
  ];
  return lines.filter((line) => line !== '').join('\n');
}

/** A property of a schema that is not part of XMP itself, described as PDF/A asks (ISO 19005-2, 6.6.2.3). */
interface ExtensionSchema {
  readonly schema: string;
  readonly uri: string;
  readonly prefix: string;
  readonly property: string;
  readonly valueType: 'Integer' | 'Text';
  readonly description: string;
}

const UA_SCHEMA: ExtensionSchema = {
  schema: 'PDF/UA identification schema',
  uri: 'http://www.aiim.org/pdfua/ns/id/',
  prefix: 'pdfuaid',
  property: 'part',
  valueType: 'Integer',
  description: 'Part of ISO 14289 the file keeps to',
};

const CHECKPOINT_SCHEMA: ExtensionSchema = {
  schema: 'Prongsai audit log schema',
  uri: 'urn:prongsai:audit-log:1',
  prefix: 'prongsai',
  property: 'checkpoint',
  valueType: 'Text',
  description: 'Signed checkpoint (C2SP signed note) of the audit log of the agency when the file was made',
};

const checkpointDescription = (checkpoint: string): string =>
  `<rdf:Description rdf:about="" xmlns:prongsai="${CHECKPOINT_SCHEMA.uri}"><prongsai:checkpoint>` +
  `${xml(checkpoint).replaceAll('\n', '&#10;')}</prongsai:checkpoint></rdf:Description>`;

const extensionSchemas = (schemas: readonly ExtensionSchema[]): string =>
  '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"' +
  ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">' +
  `<pdfaExtension:schemas><rdf:Bag>${schemas.map(schemaEntry).join('')}</rdf:Bag></pdfaExtension:schemas></rdf:Description>`;

const schemaEntry = ({ schema, uri, prefix, property, valueType, description }: ExtensionSchema): string =>
  '<rdf:li rdf:parseType="Resource">' +
  `<pdfaSchema:schema>${schema}</pdfaSchema:schema>` +
  `<pdfaSchema:namespaceURI>${uri}</pdfaSchema:namespaceURI>` +
  `<pdfaSchema:prefix>${prefix}</pdfaSchema:prefix>` +
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">' +
  `<pdfaProperty:name>${property}</pdfaProperty:name><pdfaProperty:valueType>${valueType}</pdfaProperty:valueType>` +
  '<pdfaProperty:category>internal</pdfaProperty:category>' +
  `<pdfaProperty:description>${description}</pdfaProperty:description>` +
  '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>';

function alternative(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${xml(text)}</rdf:li></rdf:Alt>`;
}

function xml(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
