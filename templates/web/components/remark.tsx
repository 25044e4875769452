import { MarkedText } from './english.js';

const QUOTED = /(“[^”]*”)/;

/** What is said about a text: in the digits of the page, with what it quotes kept to the letter. */
export const Remark = ({ text }: { readonly text: string }) => (
  <>
    {text.split(QUOTED).map((part, index) =>
      index % 2 === 1 ? (
        <span class="as-written" key={index}>
          <MarkedText text={part} />
        </span>
      ) : (
        <MarkedText text={part} key={index} />
      ),
    )}
  </>
);
