import 'express-session';

/** A file that was looked at but not yet imported. */
export interface PendingImport {
  readonly sha256: string;
  readonly fileName: string;
  readonly fiscalYear: number;
  /** How many it brings. */
  readonly measures: number;
  /** Stray spaces inside words are closed. */
  readonly closeSpaces?: boolean;
}

declare module 'express-session' {
  interface SessionData {
    organizationId?: string;
    personId?: string;
    /** Of the password that was given; the session ends when there is a newer one. */
    passwordVersion?: number;
    /** When the person last proved who they are, milliseconds since 1970. */
    authenticatedAt?: number;
    /** When the session began, milliseconds since 1970: it ends after a day's work however busy it was. */
    startedAt?: number;
    notice?: { tone: 'ok' | 'wait' | 'stop' | 'info'; title: string; body?: string };
    imports?: Record<string, PendingImport>;
    csrfToken?: string | null;
  }
}
