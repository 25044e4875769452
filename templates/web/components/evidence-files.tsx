import type { ComponentChildren } from 'preact';
import { MarkedText } from './english.js';
import { SeenFields } from './hidden-fields.js';

export interface EvidenceFileView {
  readonly id: string;
  readonly href: string;
  readonly thumbnailHref: string;
  readonly removalHref: string;
  readonly name: string;
  /** "PDF 3 หน้า · 240 KB" */
  readonly detail: string;
  /** What the product could not read of it; null when nothing. */
  readonly unread: string | null;
}

interface RemovalSeen {
  readonly csrfToken: string;
  readonly seenVersion: string;
}

interface EvidenceFilesProps {
  readonly files: readonly EvidenceFileView[];
  /** Present where files may be taken out. */
  readonly removal?: RemovalSeen;
}

/** Files with a small picture of their first page; the name opens the file. */
export const EvidenceFiles = ({ files, removal }: EvidenceFilesProps) => (
  <ul class="evidence">
    {files.map((file) => (
      <EvidenceFile file={file} key={file.id}>
        {removal && (
          <>
            <RemovalForm file={file} removal={removal} />
            <RemovalButton file={file} />
          </>
        )}
      </EvidenceFile>
    ))}
  </ul>
);

interface EvidenceFileProps {
  readonly file: EvidenceFileView;
  /** What may be done with it. */
  readonly children?: ComponentChildren;
}

export const EvidenceFile = ({ file, children }: EvidenceFileProps) => (
  <li class="evidence__file">
    <img class="evidence__picture" src={file.thumbnailHref} alt="" loading="lazy" />
    <div class="evidence__words">
      <a href={file.href}>
        <MarkedText text={file.name} />
      </a>
      <p class="quiet">{file.detail}</p>
      {file.unread && <p class="evidence__unread">{file.unread}</p>}
      {children}
    </div>
  </li>
);

const removalId = ({ id }: EvidenceFileView): string => `remove-${id}`;

/** Only the fields: its button may stand inside another form. */
export const RemovalForm = ({ file, removal }: { readonly file: EvidenceFileView; readonly removal: RemovalSeen }) => (
  <form method="post" action={file.removalHref} id={removalId(file)}>
    <SeenFields {...removal} idempotencyKey={removalId(file)} />
  </form>
);

export const RemovalButton = ({ file }: { readonly file: EvidenceFileView }) => (
  <button class="btn btn-outline" type="submit" form={removalId(file)}>
    นำออก<span class="visually-hidden"> {file.name}</span>
  </button>
);
