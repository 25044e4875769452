import type { Line } from '../../../src/core/measure/measure.js';
import { MarkedText } from './english.js';

interface Run {
  readonly kind: Line['kind'];
  readonly lines: readonly Line[];
}

/** Paragraphs of a table cell as they are printed: numbers from 1 in each run, dashes, small headings. */
export const LineList = ({ lines, whenEmpty }: { readonly lines: readonly Line[]; readonly whenEmpty: string }) =>
  lines.length === 0 ? (
    <p class="quiet">{whenEmpty}</p>
  ) : (
    <div class="lines">
      {runsOf(lines).map((run, index) => (
        <RunOfLines key={index} {...run} />
      ))}
    </div>
  );

const RunOfLines = ({ kind, lines }: Run) => {
  const items = lines.map((line, index) => (
    <li key={index}>
      <MarkedText text={line.text} />
    </li>
  ));
  if (kind === 'numbered') return <ol>{items}</ol>;
  if (kind === 'dash') return <ul class="lines__dashes">{items}</ul>;
  return (
    <>
      {lines.map((line, index) => (
        <p class={kind === 'heading' ? 'lines__heading' : undefined} key={index}>
          <MarkedText text={line.text} />
        </p>
      ))}
    </>
  );
};

function runsOf(lines: readonly Line[]): Run[] {
  const runs: { kind: Line['kind']; lines: Line[] }[] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last && last.kind === line.kind) last.lines.push(line);
    else runs.push({ kind: line.kind, lines: [line] });
  }
  return runs;
}
