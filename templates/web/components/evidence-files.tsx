import { links } from '../links.js';
import { MarkedText } from './english.js';
import { SeenFields } from './hidden-fields.js';

export interface EvidenceFileView {
  readonly id: string;
  readonly measureId: string;
  readonly name: string;
  /** "PDF 3 หน้า · 240 KB" */
  readonly detail: string;
  /** What the product could not read of it; null when nothing. */
  readonly unread: string | null;
}

interface RemovalForm {
  readonly csrfToken: string;
  readonly seenVersion: string;
}

interface EvidenceFilesProps {
  readonly files: readonly EvidenceFileView[];
  /** Present where files may be taken out. */
  readonly removal?: RemovalForm;
}

/** Files with a small picture of their first page; the name opens the file. */
export const EvidenceFiles = ({ files, removal }: EvidenceFilesProps) => (
  <ul class="evidence">
    {files.map((file) => (
      <li class="evidence__file" key={file.id}>
        <img class="evidence__picture" src={links.evidenceThumbnail(file.measureId, file.id)} alt="" loading="lazy" />
        <div class="evidence__words">
          <a href={links.evidenceFile(file.measureId, file.id)}>
            <MarkedText text={file.name} />
          </a>
          <p class="quiet">{file.detail}</p>
          {file.unread && <p class="evidence__unread">{file.unread}</p>}
          {removal && <Removal file={file} removal={removal} />}
        </div>
      </li>
    ))}
  </ul>
);

const Removal = ({ file, removal }: { readonly file: EvidenceFileView; readonly removal: RemovalForm }) => (
  <form method="post" action={links.removeEvidence(file.measureId, file.id)}>
    <SeenFields {...removal} idempotencyKey={`remove-${file.id}`} />
    <button class="btn btn-outline" type="submit">
      นำออก<span class="visually-hidden"> {file.name}</span>
    </button>
  </form>
);
