import { links } from '../links.js';

export interface ScoreRow {
  readonly indicator: number;
  readonly name: string;
  /** 0 to 100 */
  readonly score: number;
  readonly isBelowTarget: boolean;
  /** Measures of the year after that work on it. */
  readonly measures: readonly { readonly id: string; readonly title: string }[];
}

interface ScoreBarsProps {
  readonly rows: readonly ScoreRow[];
  /** 0 to 100; drawn as a line through every bar. */
  readonly target: number;
}

/** Scores of the indicators, weakest first, each with its measures. The bars repeat what the numbers say. */
export const ScoreBars = ({ rows, target }: ScoreBarsProps) => (
  <table class="data-table" role="table">
    <caption class="visually-hidden">คะแนนรายตัวชี้วัด จากน้อยไปมาก เป้าหมาย {target} คะแนน</caption>
    <thead role="rowgroup">
      <tr role="row">
        {['ตัวชี้วัด', 'คะแนน', 'เทียบเป้าหมาย', 'มาตรการปีถัดไป'].map((label) => (
          <th scope="col" role="columnheader" key={label}>
            {label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {rows.map(({ indicator, name, score, isBelowTarget, measures }) => (
        <tr role="row" key={indicator}>
          <th scope="row" role="rowheader">
            {indicator}. {name}
          </th>
          <td role="cell" data-label="คะแนน">
            <div class="data-table__value">
              {score.toFixed(2)} {isBelowTarget && <strong>ต่ำกว่าเป้าหมาย</strong>}
            </div>
          </td>
          <td role="cell" data-label="เทียบเป้าหมาย">
            <Bar score={score} target={target} isWeak={isBelowTarget} />
          </td>
          <td role="cell" data-label="มาตรการปีถัดไป">
            <div class="data-table__value">
              {measures.length === 0
                ? 'ยังไม่มี'
                : measures.map(({ id, title }) => (
                    <div key={id}>
                      <a href={links.measure(id)}>{title}</a>
                    </div>
                  ))}
            </div>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Bar = ({
  score,
  target,
  isWeak,
}: {
  readonly score: number;
  readonly target: number;
  readonly isWeak: boolean;
}) => (
  <svg class="score-bar" viewBox="0 0 100 12" width="140" height="17" aria-hidden="true">
    <rect class="score-bar__ground" x="0" y="0" width="100" height="12" />
    <rect class={isWeak ? 'score-bar__weak' : 'score-bar__strong'} x="0" y="2" width={score} height="8" />
    <line class="score-bar__target" x1={target} x2={target} y1="0" y2="12" />
  </svg>
);
