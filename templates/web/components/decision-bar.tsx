import { SeenFields } from './hidden-fields.js';

/** One button: the deed in words, where it goes, and why it cannot be pressed now (finished sentences). */
export interface Deed {
  readonly name: string;
  readonly label: string;
  readonly href: string;
  /** Opens a page of its own (for a reason, or to read and sign) instead of acting at once. */
  readonly opensPage: boolean;
  readonly problems: readonly string[];
  /** Undoes or ends something: never the main deed, even when it is the only one. */
  readonly isQuiet?: boolean;
}

interface DecisionBarProps {
  /** The main deed first; the second is shown beside it, the rest under "อื่น ๆ". */
  readonly deeds: readonly Deed[];
  readonly csrfToken: string;
  readonly seenVersion: string;
  readonly shownHash?: string;
  readonly idempotencyKey: string;
}

/** The decision at the bottom of an item, within a thumb's reach on a phone. */
export const DecisionBar = ({ deeds, ...seen }: DecisionBarProps) => {
  const [main, second, ...others] = deeds;
  if (!main) return null;
  return (
    <section class={main.isQuiet ? 'decision decision--quiet' : 'decision'} aria-label="การดำเนินการ">
      {deeds
        .filter((deed) => deed.problems.length > 0)
        .map((deed) => (
          <Problems deed={deed} key={deed.name} />
        ))}
      <div class="decision__buttons">
        <DeedButton deed={main} look={main.isQuiet ? 'btn-outline' : 'btn-primary'} {...seen} />
        {second && <DeedButton deed={second} look="btn-outline" {...seen} />}
        {others.length > 0 && (
          <details class="decision__others">
            <summary>อื่น ๆ</summary>
            <div class="decision__menu">
              {others.map((deed) => (
                <DeedButton deed={deed} look="btn-outline" key={deed.name} {...seen} />
              ))}
            </div>
          </details>
        )}
      </div>
    </section>
  );
};

const Problems = ({ deed }: { readonly deed: Deed }) => (
  <div class="decision__problems">
    <p>ยัง “{deed.label}” ไม่ได้ เพราะ</p>
    <ul>
      {deed.problems.map((problem) => (
        <li key={problem}>{problem}</li>
      ))}
    </ul>
  </div>
);

type DeedButtonProps = { readonly deed: Deed; readonly look: string } & Omit<DecisionBarProps, 'deeds'>;

const DeedButton = ({ deed, look, ...seen }: DeedButtonProps) =>
  deed.opensPage ? (
    <a class={`btn ${look}`} href={deed.href}>
      {deed.label}
    </a>
  ) : (
    <form method="post" action={deed.href}>
      <SeenFields {...seen} />
      <button class={`btn ${look}`} type="submit" disabled={deed.problems.length > 0}>
        {deed.label}
      </button>
    </form>
  );
