/** The marks that a line may begin with, and what is printed for them. */
export const MARKS: readonly { readonly mark: string; readonly means: string }[] = [
  { mark: '# ', means: 'ชื่อเรื่องของประกาศ (มีได้หนึ่งแห่ง)' },
  { mark: '## ', means: 'หัวข้อ' },
  { mark: 'ข้อ 1 ', means: 'ข้อที่ขึ้นต้นด้วยคำว่าข้อ' },
  { mark: '1. ', means: 'ข้อลำดับเลข' },
  { mark: '(1) ', means: 'ข้อย่อยลำดับเลข' },
  { mark: '- ', means: 'ข้อย่อยขีด' },
];

const OWN_WORDING = 'ถ้อยคำของหน่วยงาน';
const STANDARD_WORDING = 'ถ้อยคำมาตรฐาน';

export const wordingState = (isOwn: boolean): string => (isOwn ? OWN_WORDING : STANDARD_WORDING);
