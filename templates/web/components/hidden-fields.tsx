export const CsrfField = ({ token }: { readonly token: string }) => <input type="hidden" name="_csrf" value={token} />;

interface SeenFieldsProps {
  readonly csrfToken: string;
  /** Version and content hash of what this page shows: a decision is bound to exactly that. */
  readonly seenVersion?: string;
  readonly shownHash?: string;
  /** New for every page shown, so that a form sent twice acts once. */
  readonly idempotencyKey?: string;
}

export const SeenFields = ({ csrfToken, seenVersion, shownHash, idempotencyKey }: SeenFieldsProps) => (
  <>
    <CsrfField token={csrfToken} />
    {seenVersion !== undefined && <input type="hidden" name="seenVersion" value={seenVersion} />}
    {shownHash !== undefined && <input type="hidden" name="shownHash" value={shownHash} />}
    {idempotencyKey !== undefined && <input type="hidden" name="idempotencyKey" value={idempotencyKey} />}
  </>
);
