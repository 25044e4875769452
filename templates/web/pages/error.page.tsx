import type { BareFrame } from '../frame.js';
import { links } from '../links.js';
import { BareLayout } from '../public-layout.js';

export interface ErrorPageProps {
  readonly frame: BareFrame;
  readonly status: number;
  /** The finished sentence of what happened and what to do next. */
  readonly sentence: string;
  /** Every objection, when there are several. */
  readonly objections: readonly string[];
  /** Where to go back to, a path of ours. */
  readonly backHref: string;
  /** A citizen is not sent to pages that ask for a sign-in. */
  readonly isPublic: boolean;
  /** Reference number for the administrator; only surprises have one. */
  readonly reference: string | null;
}

const TITLES: Readonly<Record<number, string>> = {
  401: 'กรุณาเข้าสู่ระบบ',
  403: 'ไม่มีสิทธิ์เข้าถึง',
  404: 'ไม่พบหน้าที่ขอ',
  409: 'มีการเปลี่ยนแปลงก่อนหน้านี้',
  410: 'เอกสารนี้ถูกถอนแล้ว',
  412: 'เอกสารไม่ใช่ฉบับล่าสุด',
  413: 'ข้อมูลใหญ่เกินไป',
  422: 'ยังดำเนินการไม่ได้',
  429: 'มีคำขอมากเกินไป',
  503: 'ระบบยังไม่พร้อมให้บริการ',
};

export const ErrorPage = ({ frame, status, sentence, objections, backHref, isPublic, reference }: ErrorPageProps) => {
  const title = TITLES[status] ?? (status < 500 ? 'ยังดำเนินการไม่ได้' : 'เกิดข้อผิดพลาด');
  return (
    <BareLayout frame={frame} title={title}>
      <h1>{title}</h1>
      <p>{sentence}</p>
      {objections.length > 0 && (
        <ul>
          {objections.map((objection) => (
            <li key={objection}>{objection}</li>
          ))}
        </ul>
      )}
      {reference && (
        <p>
          เลขอ้างอิง <strong class="reference">{reference}</strong>
        </p>
      )}
      <p class="buttons">
        <a class="btn btn-primary" href={backHref}>
          กลับไปหน้าก่อน
        </a>
        {!isPublic && (
          <a class="btn btn-outline" href={links.tasks}>
            งานของฉัน
          </a>
        )}
      </p>
    </BareLayout>
  );
};
