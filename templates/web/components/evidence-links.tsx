import { MarkedText } from './english.js';

export interface EvidenceLinkView {
  readonly label: string;
  readonly url: string;
  /** "ลิงก์ตอบ 404 เมื่อ …"; absent where nobody looked. */
  readonly sight?: { readonly text: string; readonly isFine: boolean };
}

/** Links with what they answered when they were last asked. */
export const EvidenceLinks = ({ evidence }: { readonly evidence: readonly EvidenceLinkView[] }) => (
  <ul>
    {evidence.map(({ label, url, sight }) => (
      <li key={url}>
        <a href={url} rel="noreferrer">
          <MarkedText text={label} />
        </a>
        {sight && <p class={sight.isFine ? 'quiet' : 'evidence__unread'}>{sight.text}</p>}
      </li>
    ))}
  </ul>
);
