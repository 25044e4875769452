/** What surrounds a page: finished text and addresses, nothing to decide. */
export interface PageAssets {
  readonly stylesheets: readonly string[];
  readonly scripts: readonly string[];
}

export interface Notice {
  readonly tone: 'ok' | 'wait' | 'stop' | 'info';
  readonly title: string;
  readonly body?: string;
}

export type StaffSection = 'tasks' | 'measures' | 'reports' | 'announcements' | 'publications' | 'history' | 'imports';

export interface StaffFrame {
  readonly agencyName: string;
  readonly organizationSlug: string;
  readonly person: { readonly name: string; readonly post: string };
  /** Items that wait for this person; shown beside "งานของฉัน". */
  readonly waitingForMe?: number;
  /** Auditors and administrators see the history of the whole agency. */
  readonly maySeeHistory: boolean;
  readonly csrfToken: string;
  readonly assets: PageAssets;
  readonly notice?: Notice;
}

export interface PublicFrame {
  readonly agencyName: string;
  readonly organizationSlug: string;
  readonly assets: PageAssets;
}

/** For pages that belong to no agency: sign-in, errors, the verifier. */
export interface BareFrame {
  readonly assets: PageAssets;
  readonly csrfToken?: string;
}
