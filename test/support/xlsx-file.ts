import { zipFile, type ZipPart } from './zip-file.js';

export interface SheetSource {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** "A2:A4" */
  readonly merges?: readonly string[];
  readonly state?: 'hidden' | 'veryHidden';
  /** Rows and columns count from 1. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const OWN_FORMATS =
  '<numFmts><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode="0&quot;%&quot;"/></numFmts>';
/** Styles of cells: 0 as it is, 1 a date, 2 and 3 per cent, 4 a number with a sign behind it. */
const STYLES = [0, 14, 9, 164, 165].map((format) => `<xf numFmtId="${format}" applyNumberFormat="1"/>`);

/** An .xlsx file of text cells; a cell that begins with "<c" is taken as the XML of the cell itself. */
export function xlsxFile(sheets: readonly SheetSource[], more: readonly ZipPart[] = []): Buffer {
  const ids = sheets.map((_sheet, index) => index + 1);
  const tags = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${escaped(name)}"${state ? ` state="${state}"` : ''} sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const links = ids.map(
    (id) => `<Relationship Id="rId${id}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${id}.xml"/>`,
  );
  return zipFile([
    {
      name: '[Content_Types].xml',
      content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook ${MAIN} xmlns:r="${RELATIONS}"><sheets>${tags.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      content: `<styleSheet ${MAIN}>${OWN_FORMATS}<cellXfs>${STYLES.join('')}</cellXfs></styleSheet>`,
    },
    ...sheets.map((sheet, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, content: sheetXml(sheet) })),
    ...more,
  ]);
}

function sheetXml({ rows, merges = [], hiddenRows = [], hiddenColumns = [] }: SheetSource): string {
  const data = rows.map(
    (row, at) =>
      `<row r="${at + 1}"${hiddenRows.includes(at + 1) ? ' hidden="1"' : ''}>${row.map((cell, column) => cellXml(cell, column, at + 1)).join('')}</row>`,
  );
  const ranges = merges.map((ref) => `<mergeCell ref="${ref}"/>`);
  const columns = hiddenColumns.map((number) => `<col min="${number}" max="${number}" hidden="1"/>`);
  const before = columns.length ? `<cols>${columns.join('')}</cols>` : '';
  return `<worksheet ${MAIN}>${before}<sheetData>${data.join('')}</sheetData>${ranges.length ? `<mergeCells>${ranges.join('')}</mergeCells>` : ''}</worksheet>`;
}

function cellXml(cell: string, column: number, row: number): string {
  const address = `${String.fromCharCode(65 + column)}${row}`;
  if (cell.startsWith('<c')) return cell.replace('<c', `<c r="${address}"`);
  return cell === '' ? '' : `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
