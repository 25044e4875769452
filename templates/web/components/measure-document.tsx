import type { ComponentChildren } from 'preact';
import type { Line } from '../../../src/core/measure/measure.js';
import { EvidenceFiles, type EvidenceFileView } from './evidence-files.js';
import { EvidenceLinks, type EvidenceLinkView } from './evidence-links.js';
import { FigureTable, type FigureView } from './figure-table.js';
import { InterimPart, type InterimView } from './interim-part.js';
import { LineList } from './line-list.js';

export interface MeasureDocumentView {
  readonly title: string;
  readonly theme: string | null;
  readonly fiscalYear: string;
  /** "ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ" */
  readonly indicators: readonly string[];
  readonly oCodes: readonly string[];
  readonly methods: readonly Line[];
  readonly period: string;
  readonly responsible: string;
  readonly monitoring: readonly Line[];
  readonly results: readonly Line[];
  readonly outcomes: readonly Line[];
  readonly figures: readonly FigureView[];
  /** Absent where nobody recorded what was reached in six months. */
  readonly interim?: InterimView;
  readonly evidence: readonly EvidenceLinkView[];
  readonly files: readonly EvidenceFileView[];
  /** Results and outcomes are shown once the plan is approved. */
  readonly showsResults: boolean;
}

/** A measure as it will be read, in the order of the report's columns; its title is the heading of the page. */
export const MeasureDocument = ({ measure }: { readonly measure: MeasureDocumentView }) => (
  <article class="sheet" aria-label="เอกสารมาตรการ">
    {measure.theme && <p class="sheet__theme">{measure.theme}</p>}
    <p class="sheet__codes">
      ปีงบประมาณ พ.ศ. {measure.fiscalYear}
      {measure.oCodes.length > 0 && ` · ${measure.oCodes.join(', ')}`}
    </p>
    {measure.indicators.length > 0 && (
      <ul class="sheet__indicators">
        {measure.indicators.map((indicator) => (
          <li key={indicator}>{indicator}</li>
        ))}
      </ul>
    )}
    <Part title="วิธีดำเนินการ">
      <LineList lines={measure.methods} whenEmpty="ยังไม่ได้ระบุวิธีดำเนินการ" />
    </Part>
    <Part title="ระยะเวลา">{measure.period ? <p>{measure.period}</p> : <p class="quiet">ยังไม่ได้ระบุ</p>}</Part>
    <Part title="หน่วยงานรับผิดชอบ">
      {measure.responsible ? <p>{measure.responsible}</p> : <p class="quiet">ยังไม่ได้ระบุ</p>}
    </Part>
    <Part title="การกำกับติดตาม">
      <LineList lines={measure.monitoring} whenEmpty="ไม่ได้ระบุ" />
    </Part>
    {measure.showsResults && <ResultParts measure={measure} />}
  </article>
);

const ResultParts = ({ measure }: { readonly measure: MeasureDocumentView }) => (
  <>
    {measure.interim && (
      <Part title="ผลรอบ 6 เดือน">
        <InterimPart interim={measure.interim} />
      </Part>
    )}
    <Part title={measure.interim ? 'ผลการดำเนินงานทั้งปี' : 'ผลการดำเนินงาน'}>
      <LineList lines={measure.results} whenEmpty="ยังไม่มีผลการดำเนินงาน" />
    </Part>
    <Part title="ผลลัพธ์หรือความสำเร็จ">
      <LineList lines={measure.outcomes} whenEmpty="ยังไม่มีผลลัพธ์" />
      <FigureTable figures={measure.figures} />
    </Part>
    {measure.evidence.length + measure.files.length > 0 && (
      <Part title="หลักฐาน">
        {measure.evidence.length > 0 && <EvidenceLinks evidence={measure.evidence} />}
        {measure.files.length > 0 && <EvidenceFiles files={measure.files} />}
      </Part>
    )}
  </>
);

interface PartProps {
  readonly title: string;
  readonly children: ComponentChildren;
}

const Part = ({ title, children }: PartProps) => (
  <section class="sheet__part">
    <h2>{title}</h2>
    {children}
  </section>
);
