const LINE = 'https://api.line.me';
const PATIENCE_MS = 10_000;
/** The longest text message LINE takes, UTF-16 units. */
const LONGEST_TEXT = 5_000;

export interface LineRequest {
  /** "/v2/bot/message/push" */
  readonly path: string;
  /** Sent as JSON by POST; without it the request only reads. */
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** The LINE Messaging API with one channel's access token. */
export class LineApi {
  /** @param token channel access token  @param base where the API answers; another one in tests only */
  constructor(
    private readonly token: string,
    private readonly base: string = LINE,
  ) {}

  /** @returns the HTTP status; nothing else of the answers is needed  @throws TypeError, DOMException when no answer came */
  async ask({ path, body, headers = {}, signal }: LineRequest): Promise<number> {
    const patience = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch(this.base + path, {
      method: body ? 'POST' : 'GET',
      headers: {
        ...(body ? { 'Content-Type': 'application/json' } : {}),
        Authorization: `Bearer ${this.token}`,
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      redirect: 'error',
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
    await response.body?.cancel();
    return response.status;
  }
}

/** One text message as the API takes it. */
export const textMessages = (text: string): readonly { type: 'text'; text: string }[] => [
  { type: 'text', text: text.slice(0, LONGEST_TEXT) },
];
