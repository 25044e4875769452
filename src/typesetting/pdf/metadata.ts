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
    UA_SCHEMA,
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="w"?>',
  ];
  return lines.filter((line) => line !== '').join('\n');
}

const UA_SCHEMA =
  '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"' +
  ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">' +
  '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">' +
  '<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>' +
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>' +
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>' +
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">' +
  '<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>' +
  '<pdfaProperty:category>internal</pdfaProperty:category>' +
  '<pdfaProperty:description>Part of ISO 14289 the file keeps to</pdfaProperty:description>' +
  '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>';

function alternative(text: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${xml(text)}</rdf:li></rdf:Alt>`;
}

function xml(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
