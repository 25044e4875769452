import { MarkedText } from './english.js';

export interface ComparedField {
  /** "วิธีดำเนินการ" */
  readonly label: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export interface ComparisonView {
  /** Of the version in force. */
  readonly href: string;
  /** Where a page shows several. */
  readonly id?: string;
  readonly fields: readonly ComparedField[];
}

/** What an amendment changes, field by field, for those who sign it. */
export const Comparison = ({ href, fields, id = 'comparison-title' }: ComparisonView) => (
  <section class="sheet" aria-labelledby={id}>
    <h2 id={id}>สิ่งที่ขอแก้ไข</h2>
    <p>
      เทียบกับ<a href={href}>ฉบับที่มีผลอยู่</a> ซึ่งยังใช้ต่อไปจนกว่าการแก้ไขจะได้รับอนุมัติ
    </p>
    {fields.length === 0 && <p class="quiet">ยังไม่มีข้อความใดต่างจากฉบับที่มีผลอยู่</p>}
    <ComparedFields fields={fields} afterLabel="ขอแก้เป็น" />
  </section>
);

interface ComparedFieldsProps {
  readonly fields: readonly ComparedField[];
  readonly afterLabel: string;
}

export const ComparedFields = ({ fields, afterLabel }: ComparedFieldsProps) => (
  <>
    {fields.map(({ label, before, after }) => (
      <div class="sheet__part as-written" key={label}>
        <h3>{label}</h3>
        <Paragraphs label="เดิม" texts={before} />
        <Paragraphs label={afterLabel} texts={after} />
      </div>
    ))}
  </>
);

const Paragraphs = ({ label, texts }: { readonly label: string; readonly texts: readonly string[] }) => (
  <>
    <p>
      <strong>{label}</strong>
    </p>
    {texts.length === 0 && <p class="quiet">ไม่มี</p>}
    {texts.map((text, index) => (
      <p key={index}>
        <MarkedText text={text} />
      </p>
    ))}
  </>
);
