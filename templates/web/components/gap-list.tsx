import { MarkedText } from './english.js';

export interface Gap {
  readonly measureTitle: string;
  /** Null where no page of a measure belongs to it. */
  readonly href: string | null;
  /** What is missing, finished: "ยังไม่มีผลการดำเนินงาน". */
  readonly missing: readonly string[];
}

interface GapListProps {
  /** "2 มาตรการยังไม่มีผลการดำเนินงาน" */
  readonly headline: string;
  readonly gaps: readonly Gap[];
}

/** What a report still lacks, before anybody signs it. */
export const GapList = ({ headline, gaps }: GapListProps) =>
  gaps.length === 0 ? (
    <p class="notice notice--ok">{headline}</p>
  ) : (
    <section class="gaps" aria-labelledby="gaps-title">
      <h2 id="gaps-title">{headline}</h2>
      <GapEntries gaps={gaps} />
    </section>
  );

/** What is weak but stops nothing; nothing at all when all is well. */
export const WarningList = ({ headline, gaps }: GapListProps) =>
  gaps.length === 0 ? null : (
    <section class="gaps" aria-labelledby="warnings-title">
      <h2 id="warnings-title">{headline}</h2>
      <GapEntries gaps={gaps} />
    </section>
  );

/** Why measures of the plan are absent: information, so that nobody looks for them; nothing when none was cancelled. */
export const CancelledList = ({ cancelled }: { readonly cancelled: readonly Gap[] }) =>
  cancelled.length === 0 ? null : (
    <section class="gaps gaps--information" aria-labelledby="cancelled-title">
      <h2 id="cancelled-title">{`มาตรการที่ยกเลิกแล้ว ${cancelled.length} รายการ ไม่อยู่ในรายงานนี้`}</h2>
      <GapEntries gaps={cancelled} />
    </section>
  );

const GapEntries = ({ gaps }: Pick<GapListProps, 'gaps'>) => (
  <ul>
    {gaps.map(({ measureTitle, href, missing }) => (
      <li key={href ?? measureTitle}>
        {href === null ? (
          <MarkedText text={measureTitle} />
        ) : (
          <a href={href}>
            <MarkedText text={measureTitle} />
          </a>
        )}
        <span class="gaps__missing">{missing.join(' · ')}</span>
      </li>
    ))}
  </ul>
);
