import { Facts } from '../../components/facts.js';
import { CsrfField } from '../../components/hidden-fields.js';
import { LiveRegion } from '../../components/live-region.js';
import { PageHeading } from '../../components/page-heading.js';
import { StateChip, type StateView } from '../../components/state-chip.js';
import type { StaffFrame } from '../../frame.js';
import { links } from '../../links.js';
import { StaffLayout } from '../../staff-layout.js';

export interface ImportRunView {
  readonly id: string;
  readonly fileName: string;
  /** "ปีงบประมาณ พ.ศ. ๒๕๖๘" */
  readonly yearText: string;
  readonly state: StateView;
  readonly nowText: string;
  /** True until it is done or set aside: the page then refreshes itself every few seconds. */
  readonly isMoving: boolean;
  /** Only while it runs. */
  readonly progress: { readonly settled: number; readonly measures: number; readonly text: string } | null;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly askedText: string;
  readonly done: { readonly at: string; readonly text: string } | null;
  /** The measures of the year, once they are there. */
  readonly measuresHref: string | null;
  /** Why it failed; `isOfFile` when another try of the same request hardly helps. */
  readonly trouble: {
    readonly sentence: string;
    readonly isOfFile: boolean;
    readonly retryHref: string | null;
  } | null;
}

interface ImportRunProps {
  readonly frame: StaffFrame;
  readonly run: ImportRunView;
}

/** How far a long import is, what came of it, and what to do when it failed. */
export const ImportRunPage = ({ frame, run }: ImportRunProps) => (
  <StaffLayout frame={frame} title={`นำเข้า ${run.fileName}`} section="measures">
    <p class="back">
      <a href={links.imports}>นำเข้ามาตรการจากไฟล์</a>
    </p>
    <PageHeading kind={`นำเข้ามาตรการ · ${run.yearText}`} title={run.fileName} />
    <LiveRegion href={links.importRun(run.id)} isMoving={run.isMoving}>
      <p class="heading__state">
        <StateChip {...run.state} />
        <span class="heading__now">{run.nowText}</span>
      </p>
      {run.progress && <Progress {...run.progress} />}
      {run.trouble && <Trouble {...run.trouble} csrfToken={frame.csrfToken} />}
      {run.measuresHref && (
        <p>
          <a class="btn btn-primary" href={run.measuresHref}>
            ดูมาตรการที่นำเข้า
          </a>
        </p>
      )}
      {run.isMoving && <Reload href={links.importRun(run.id)} />}
      <Facts facts={factsOf(run)} />
    </LiveRegion>
  </StaffLayout>
);

const Progress = ({ settled, measures, text }: NonNullable<ImportRunView['progress']>) => (
  <p class="run-progress">
    <label for="run-progress">{text}</label>
    <progress id="run-progress" value={settled} max={measures} />
  </p>
);

const Trouble = ({
  sentence,
  isOfFile,
  retryHref,
  csrfToken,
}: NonNullable<ImportRunView['trouble']> & { readonly csrfToken: string }) => (
  <div class="notice notice--stop">
    <p>{sentence}</p>
    <div class="decision__buttons">
      {retryHref && (
        <form method="post" action={retryHref}>
          <CsrfField token={csrfToken} />
          <button class={isOfFile ? 'btn btn-outline' : 'btn btn-primary'} type="submit">
            ลองนำเข้าอีกครั้ง
          </button>
        </form>
      )}
      <a class={isOfFile ? 'btn btn-primary' : 'btn btn-outline'} href={links.imports}>
        เลือกไฟล์ใหม่
      </a>
    </div>
  </div>
);

/** Where no script refreshes the page. */
const Reload = ({ href }: { readonly href: string }) => (
  <noscript>
    <p>
      <a class="btn btn-outline" href={href}>
        ดูความคืบหน้าล่าสุด
      </a>
    </p>
  </noscript>
);

const factsOf = ({ askedBy, askedAt, askedText, done }: ImportRunView) => [
  { term: 'ผู้สั่งนำเข้า', value: askedBy },
  { term: 'สั่งเมื่อ', value: <time dateTime={askedAt}>{askedText}</time> },
  ...(done ? [{ term: 'เสร็จเมื่อ', value: <time dateTime={done.at}>{done.text}</time> }] : []),
];
