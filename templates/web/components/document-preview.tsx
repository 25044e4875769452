export interface DocumentPreviewView {
  /** Where the PDF opens: a draft with a watermark before signing, the sealed file after it. */
  readonly pdfHref: string | null;
  readonly pdfLabel: string;
  /** Page images as they will be printed, when they are ready. */
  readonly pages: readonly {
    readonly src: string;
    readonly alt: string;
    readonly width: number;
    readonly height: number;
  }[];
  /** What is happening while there are no pages yet: "กำลังจัดทำหน้าเอกสาร". */
  readonly waitingText?: string;
}

/** The document as it will be printed. */
export const DocumentPreview = ({ pdfHref, pdfLabel, pages, waitingText }: DocumentPreviewView) => (
  <section class="preview" aria-labelledby="preview-title">
    <div class="preview__head">
      <h2 id="preview-title">เอกสาร</h2>
      {pdfHref && (
        <a class="btn btn-outline" href={pdfHref}>
          {pdfLabel}
        </a>
      )}
    </div>
    {pages.length === 0 && waitingText && <p class="quiet">{waitingText}</p>}
    {pages.map(({ src, alt, width, height }) => (
      <img class="preview__page" src={src} alt={alt} width={width} height={height} loading="lazy" key={src} />
    ))}
  </section>
);
