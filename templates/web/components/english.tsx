const ENGLISH_RUN = /([A-Za-z][A-Za-z0-9.,'’&()/@:_#?=%+~-]*(?: [A-Za-z0-9(][A-Za-z0-9.,'’&()/-]*)*)/;
const IS_WORD = /[A-Za-z]{2}/;

/** Thai text with its English runs marked, so that a screen reader changes its voice. */
export const MarkedText = ({ text }: { readonly text: string }) => (
  <>
    {text.split(ENGLISH_RUN).map((part, index) =>
      index % 2 === 1 && IS_WORD.test(part) ? (
        <span lang="en" key={index}>
          {part}
        </span>
      ) : (
        part
      ),
    )}
  </>
);
