type Language = 'th' | 'en';

/** "หน้า 2/5 ของ แผน.pdf", "Page 2/5 of แผน.pdf" */
export const pageOf = (name: string, page: number, pages: number, language: Language = 'th'): string =>
  language === 'en' ? `Page ${page}/${pages} of ${name}` : `หน้า ${page}/${pages} ของ ${name}`;

/** Stands in place of a page's words where the file holds none. */
const PAGE_WITHOUT_TEXT: Readonly<Record<Language, string>> = {
  th: 'หน้านี้เป็นภาพ ไม่มีข้อความให้อ่าน',
  en: 'This page is a picture without text to read',
};

/** Read out for a page; the rest of a long page is on the picture only. */
const LONGEST_ALTERNATIVE = 4_000;

/** "หน้า 1/3 ของ <name>: …" with the words of the page. */
export const alternativeOf = (
  name: string,
  page: number,
  pages: number,
  text: string,
  language: Language = 'th',
): string => {
  const words = text.slice(0, LONGEST_ALTERNATIVE).trim() || PAGE_WITHOUT_TEXT[language];
  return `${pageOf(name, page, pages, language)}: ${words}`;
};

/** Thai letters as annexes are counted with; the two that nobody writes any more are left out. */
const LETTERS = 'กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ';
export const MOST_ANNEXES = LETTERS.length;

/** "ภาคผนวก ก" for the first. @param index 0 upwards, below MOST_ANNEXES */
export const annexTitle = (index: number): string => `ภาคผนวก ${LETTERS[index] ?? ''}`;

/** "เอกสารแนบท้ายประกาศ 1" for the first. @param index 0 upwards */
export const announcementAnnexTitle = (index: number, language: Language): string =>
  language === 'en' ? `Annex ${index + 1}` : `เอกสารแนบท้ายประกาศ ${index + 1}`;
