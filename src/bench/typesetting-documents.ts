import type { DocumentDefinition, Node } from '../typesetting/document-definition.js';

/** A document as data, from which each engine's own source is made. */
export interface BenchDocument {
  readonly title: string;
  readonly landscape: boolean;
  readonly paragraphs: readonly string[];
  readonly header: readonly string[];
  /** A row of one cell is a group heading across the table. */
  readonly rows: readonly (readonly string[])[];
}

/** Written together in ever new orders, so that no run of one document is known from another. */
const WORDS = (
  'การ ดำเนินงาน ตาม มาตรการ ส่งเสริม คุณธรรม และ ความโปร่งใส ของ หน่วยงาน จัดทำ ประกาศ เจตจำนง สุจริต เผยแพร่ ทาง ' +
  'เว็บไซต์ ประชุม ชี้แจง แนวทาง ปฏิบัติ นโยบาย ไม่รับ ของขวัญ เปิดโอกาส ให้ ผู้มีส่วนได้ส่วนเสีย มี ส่วนร่วม กำกับ ติดตาม ใช้ ' +
  'ทรัพย์สิน ราชการ ทะเบียน คุม รายงาน ผล ต่อ ผู้บริหาร ทุก ไตรมาส ปรับปรุง กระบวนงาน บริการ ข้อมูล จัดซื้อ จัดจ้าง ครบถ้วน ' +
  'อบรม เจ้าหน้าที่ เรื่อง ผลประโยชน์ ทับซ้อน คะแนน เพิ่มขึ้น จาก ปี ที่ผ่านมา ไม่พบ ข้อร้องเรียน ช่องทาง แจ้ง เบาะแส ทุจริต ' +
  'คุ้มครอง ทบทวน คู่มือ ลด ขั้นตอน ประชาชน ตรวจสอบ เบิกจ่าย งบประมาณ ระเบียบ เกี่ยวข้อง สำคัญ น้ำ บำรุง ซ้ำ ชุมชน ท้องถิ่น'
).split(' ');
const UNITS = ['สำนักปลัด', 'กองคลัง', 'กองช่าง', 'กองการศึกษา', 'ทุกส่วนราชการ'];
const HEADER = ['ที่', 'มาตรการ', 'วิธีดำเนินการ', 'ผู้รับผิดชอบ', 'ผลการดำเนินการ', 'ผลลัพธ์'];

/** A generator of the same numbers for the same seed (a 32-bit linear congruence). */
function numbers(seed: number): (below: number) => number {
  let state = (seed * 2654435761 + 12345) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

/** Sixty to a hundred letters without a space, and now and then a Latin name after them. */
function phrase(next: (below: number) => number): string {
  const words = Array.from({ length: 8 + next(6) }, () => WORDS[next(WORDS.length)] ?? '').join('');
  return next(6) === 0 ? `${words} (No Gift Policy) O${next(30)}` : words;
}

/** A report that differs from every other by its words and numbers. @param rows about eight fill an A4 landscape page */
export function benchReport(seed: number, rows: number): BenchDocument {
  const next = numbers(seed);
  const sentence = (count: number): string =>
    Array.from({ length: count }, () => `${phrase(next)} ลำดับ ${seed}${next(900) + 100}`).join(' ');
  const body = Array.from({ length: rows }, (_, index) => [
    String(index + 1),
    sentence(1),
    sentence(2),
    UNITS[next(UNITS.length)] ?? '',
    sentence(2),
    sentence(1),
  ]);
  const grouped = body.flatMap((row, index) =>
    index % 10 === 0 ? [[`${index / 10 + 1}. ${sentence(1)}`], row] : [row],
  );
  return {
    title: `รายงานผลการดำเนินการฉบับที่ ${seed}`,
    landscape: true,
    paragraphs: [sentence(4), sentence(5)],
    header: HEADER,
    rows: grouped,
  };
}

/** A one-page announcement that differs from every other. */
export function benchAnnouncement(seed: number): BenchDocument {
  const next = numbers(seed);
  return {
    title: `ประกาศองค์การบริหารส่วนตำบลตัวอย่าง ฉบับที่ ${seed}`,
    landscape: false,
    paragraphs: Array.from(
      { length: 7 },
      (_, index) => `ข้อ ${index + 1} ${phrase(next)} ${phrase(next)} ที่ ${seed}/${next(900)}`,
    ),
    header: [],
    rows: [],
  };
}

/** The same document for our engine. */
export function toDefinition(document: BenchDocument): DocumentDefinition {
  const content: Node[] = [
    { text: document.title, role: 'h1', bold: true, alignment: 'center', margin: [0, 0, 0, 8] },
    ...document.paragraphs.map((text): Node => ({ text, leadingIndent: 70, margin: [0, 0, 0, 6] })),
  ];
  if (document.rows.length > 0) content.push(tableOf(document));
  return {
    pageSize: 'A4',
    pageOrientation: document.landscape ? 'landscape' : 'portrait',
    pageMargins: [56, 56, 56, 42],
    defaultStyle: { fontSize: document.landscape ? 12 : 16 },
    header: (page: number) => (page > 1 ? { text: `- ${page} -`, alignment: 'center', margin: [0, 24, 0, 0] } : ''),
    content,
  };
}

function tableOf(document: BenchDocument): Node {
  const columns = document.header.length;
  const groupRows: number[] = [];
  const rows = document.rows.map((row, index) => {
    if (row.length > 1) return row.map((text) => ({ text }));
    groupRows.push(index + 1);
    return [{ text: row[0] ?? '', colSpan: columns, bold: true }, ...Array.from({ length: columns - 1 }, () => '')];
  });
  const header = document.header.map((text) => ({ text, bold: true, alignment: 'center' as const }));
  return { table: { headerRows: 1, widths: [24, 130, 150, 80, 150, '*'], body: [header, ...rows] }, groupRows };
}

/** The same document for Typst, whose fonts come from a folder. */
export function toTypst(document: BenchDocument): string {
  const text = (value: string): string => `#${JSON.stringify(value)}`;
  const cells = document.rows.map((row) =>
    row.length > 1 ? row.map((cell) => `[${text(cell)}]`).join(',') : `table.cell(colspan: 6)[*${text(row[0] ?? '')}*]`,
  );
  const header = document.header.map((cell) => `[*${text(cell)}*]`).join(',');
  const table =
    document.rows.length === 0
      ? ''
      : `#table(columns: (24pt, 138pt, 158pt, 88pt, 158pt, 1fr), table.header(${header}), ${cells.join(',\n')})`;
  return [
    `#set document(title: ${JSON.stringify(document.title)})`,
    `#set page(paper: "a4", flipped: ${document.landscape}, margin: (x: 56pt, top: 56pt, bottom: 42pt), header: context counter(page).display("- 1 -"))`,
    `#set text(font: "Sarabun", size: ${document.landscape ? 12 : 16}pt, lang: "th")`,
    `= ${text(document.title)}`,
    ...document.paragraphs.map((paragraph) => `#par(first-line-indent: (amount: 70pt, all: true))[${text(paragraph)}]`),
    table,
  ].join('\n\n');
}

/** The same document for a browser, the fonts inline. @param fontFaces CSS rules */
export function toHtml(document: BenchDocument, fontFaces: string): string {
  const safe = (value: string): string => value.replace(/[&<>]/g, (letter) => `&#${letter.charCodeAt(0)};`);
  const rows = document.rows.map((row) =>
    row.length > 1
      ? `<tr>${row.map((cell) => `<td>${safe(cell)}</td>`).join('')}</tr>`
      : `<tr><th colspan="6" scope="row">${safe(row[0] ?? '')}</th></tr>`,
  );
  const header = document.header.map((cell) => `<th scope="col">${safe(cell)}</th>`).join('');
  const table =
    document.rows.length === 0
      ? ''
      : `<table><colgroup><col style="width:32pt"><col style="width:138pt"><col style="width:158pt"><col style="width:88pt">` +
        `<col style="width:158pt"><col></colgroup><thead><tr>${header}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
  const size = document.landscape ? 12 : 16;
  const style =
    `@page{size:A4 ${document.landscape ? 'landscape' : 'portrait'};margin:56pt 56pt 42pt}` +
    `body{font:${size}pt Sarabun;margin:0}h1{font-size:${size}pt;text-align:center}p{text-indent:70pt;margin:0 0 6pt}` +
    'table{border-collapse:collapse;table-layout:fixed;width:100%}td,th{border:1px solid;padding:2pt 4pt;vertical-align:top;text-align:left}';
  return (
    `<!doctype html><html lang="th"><head><meta charset="utf-8"><title>${safe(document.title)}</title>` +
    `<style>${fontFaces}${style}</style></head><body><h1>${safe(document.title)}</h1>` +
    `${document.paragraphs.map((text) => `<p>${safe(text)}</p>`).join('')}${table}</body></html>`
  );
}
