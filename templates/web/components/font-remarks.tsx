import { FONT_REMARKS, type FontRemarkName } from '../words/font-words.js';

interface FontRemarksProps {
  readonly remarks: readonly FontRemarkName[];
  /** Letters and signs that the font lacks. */
  readonly missing: readonly string[];
}

/** What the examination found in one file, in plain words. */
export const FontRemarks = ({ remarks, missing }: FontRemarksProps) => (
  <>
    {remarks.length === 0 ? (
      'ไม่พบข้อติดขัด'
    ) : (
      <ul>
        {remarks.map((remark) => (
          <li key={remark}>{FONT_REMARKS[remark].th}</li>
        ))}
      </ul>
    )}
    {missing.length > 0 && <p>ตัวที่ขาด: {missing.join(' ')}</p>}
  </>
);
