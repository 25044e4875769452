import type { DigitStyle } from '../../src/core/thai/digits.js';

/** What surrounds a page: finished text and addresses, nothing to decide. */
export interface PageAssets {
  readonly stylesheets: readonly string[];
  readonly scripts: readonly string[];
  readonly icon: string;
}

export interface Notice {
  readonly tone: 'ok' | 'wait' | 'stop' | 'info';
  readonly title: string;
  readonly body?: string;
}

/** An agency's own pages count in its digits. */
export interface AgencyFrame {
  readonly agencyName: string;
  readonly organizationSlug: string;
  readonly digits: DigitStyle;
  readonly assets: PageAssets;
}

export type StaffSection =
  'tasks' | 'measures' | 'reports' | 'announcements' | 'publications' | 'time' | 'history' | 'imports' | 'admin';

export interface StaffFrame extends AgencyFrame {
  readonly person: { readonly name: string; readonly post: string };
  /** Items that wait for this person; shown beside "งานของฉัน". */
  readonly waitingForMe?: number;
  /** Auditors and administrators see the history of the whole agency. */
  readonly maySeeHistory: boolean;
  readonly mayAdminister?: boolean;
  /** The figure beside the bell. */
  readonly unreadNotices?: number;
  readonly csrfToken: string;
  readonly notice?: Notice;
}

export type PublicFrame = AgencyFrame;

/** For pages that belong to no agency: sign-in, errors, the verifier. */
export interface BareFrame {
  readonly assets: PageAssets;
  readonly csrfToken?: string;
}
