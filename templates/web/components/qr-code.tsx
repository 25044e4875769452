interface QrCodeProps {
  /** Rows of modules, true for dark. */
  readonly modules: readonly (readonly boolean[])[];
  /** Where it leads, for those who do not see it. */
  readonly label: string;
}

/** Light modules that a reader needs on every side (ISO/IEC 18004). */
const QUIET = 4;

/** A QR code, dark on white in every colour scheme: a telephone reads it so. */
export const QrCode = ({ modules, label }: QrCodeProps) => {
  const side = modules.length + 2 * QUIET;
  const squares = modules.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : [])),
  );
  return (
    <svg class="qr-code" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={squares.join('')} fill="#000" />
    </svg>
  );
};
