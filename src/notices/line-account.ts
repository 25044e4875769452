/** The LINE official account of this installation. */
export interface LineAccount {
  /** Signs what LINE sends to the webhook. */
  readonly channelSecret: string;
  /** Allows to send. */
  readonly channelToken: string;
  /** "@name", for the link by which people add the account; null when the operator did not say. */
  readonly basicId: string | null;
  /** Where the API answers; another one in tests only. */
  readonly apiBase?: string;
}

/** Opens LINE where the account can be added as a friend (LINE Developers, "LINE URL scheme"). */
export const addFriendLink = (basicId: string): string => `https://line.me/R/ti/p/${encodeURIComponent(basicId)}`;

/** Opens the talk with the account, the text already typed. */
export const talkLink = (basicId: string, text: string): string =>
  `https://line.me/R/oaMessage/${encodeURIComponent(basicId)}/?${encodeURIComponent(text)}`;
