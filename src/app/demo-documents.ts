import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { said, written } from '../../templates/console/demo.js';
import { actOnAnnouncement } from '../announcements/act-on-announcement.js';
import { announcementKind } from '../announcements/announcement.kind.js';
import { draftAnnouncement } from '../announcements/draft-announcement.js';
import { reportLayoutFromPlan } from '../core/report/layout-from-plan.js';
import type { ImportedPlan } from '../imports/imported-plan.js';
import { findingsOfAnnouncement, findingsOfReport } from '../proofreading/item-findings.js';
import { actOnReport } from '../reports/act-on-report.js';
import { compileReport } from '../reports/compile-report.js';
import { reportKind } from '../reports/report.kind.js';
import { verifySealedPdf } from '../sealing/verify-sealed-pdf.js';
import type { DemoCast } from './demo-cast.js';
import { submitProofread, type Say } from './demo-submitting.js';

const PATIENCE_MS = 120_000;

/** Compiles the year's report; the chief administrator signs it off. */
export async function signReport(cast: DemoCast, { fiscalYear, layout }: ImportedPlan, say: Say): Promise<void> {
  const report = await cast.as('officer', (tx, actor) =>
    compileReport(tx, {
      organizationId: cast.organizationId,
      actor,
      fiscalYear,
      title: written.reportTitle(fiscalYear),
      layout: reportLayoutFromPlan(layout.columns, layout.grouping),
    }),
  );
  say(said.compiled(report.title, report.content.measures.length));
  const command = {
    organizationId: cast.organizationId,
    itemId: report.id,
    seenVersion: null,
    shownHash: report.contentHash,
  };
  await submitProofread(
    cast,
    { kind: reportKind, findingsOf: findingsOfReport, transition: 'submit', item: report },
    say,
  );
  await cast.as('chief', (tx, actor) => actOnReport(tx, { ...command, actor, transition: 'sign' }));
  say(said.reportSigned(cast.nameOf('chief')));
}

/** A No Gift Policy announcement in both languages, signed by the executive. */
export async function signAnnouncement(cast: DemoCast, { fiscalYear }: ImportedPlan, say: Say): Promise<void> {
  const announcement = await cast.as('officer', (tx, actor) =>
    draftAnnouncement(tx, {
      organizationId: cast.organizationId,
      actor,
      fiscalYear,
      template: 'no-gift-announcement',
      languages: ['th', 'en'],
      parameters: { reportingChannels: written.reportingChannels, furtherRules: [] },
    }),
  );
  const command = {
    organizationId: cast.organizationId,
    itemId: announcement.id,
    seenVersion: null,
    shownHash: announcement.contentHash,
  };
  const submission = { kind: announcementKind, findingsOf: findingsOfAnnouncement, transition: 'submit' as const };
  await submitProofread(cast, { ...submission, item: announcement }, say);
  await cast.as('executive', (tx, actor) => actOnAnnouncement(tx, { ...command, actor, transition: 'sign' }));
  say(said.announcementSigned(announcement.title, cast.nameOf('executive')));
}

export interface PublishedFile {
  readonly title: string;
  readonly language: string;
  /** Permanent address of the document's page. */
  readonly address: string;
  readonly fileAddress: string;
  readonly sha256: string;
  readonly savedAs: string;
}

interface PublicationSeen {
  readonly title: string;
  readonly language: string;
  readonly address: string;
  readonly sha256: string;
  readonly verifiedAt: Date | null;
  readonly problem: string | null;
}

/** Waits until every document was published, then reads each as a stranger does and compares it with what was sealed. */
export async function collectPublished(
  cast: DemoCast,
  { baseUrl, slug, folder, expected }: { baseUrl: string; slug: string; folder: string; expected: number },
  say: Say,
): Promise<PublishedFile[]> {
  say(said.waiting(expected));
  const publications = await untilVerified(cast, expected);
  await mkdir(folder, { recursive: true });
  const files: PublishedFile[] = [];
  for (const [index, { title, language, address, sha256 }] of publications.entries()) {
    const fileAddress = `${baseUrl}/p/${slug}/files/${sha256}.pdf`;
    const bytes = new Uint8Array(await (await fetchOk(fileAddress)).arrayBuffer());
    const found = createHash('sha256').update(bytes).digest('hex');
    if (found !== sha256) throw new Error(`${fileAddress} holds ${found} instead of ${sha256}`);
    const page = await (await fetchOk(`${baseUrl}${address}`)).text();
    if (!page.includes(sha256)) throw new Error(`${baseUrl}${address} does not lead to ${sha256}`);
    say(said.verified(`${baseUrl}${address}`, sha256));

    const verdict = verifySealedPdf(bytes);
    if (!verdict.authentic) throw new Error(`the seal of ${fileAddress} is not authentic: ${JSON.stringify(verdict)}`);
    const savedAs = join(folder, `${index + 1}-${sha256.slice(0, 12)}-${language}.pdf`);
    await writeFile(savedAs, bytes);
    say(said.sealed(savedAs, verdict.signer?.name ?? ''));
    files.push({ title, language, address: `${baseUrl}${address}`, fileAddress, sha256, savedAs });
  }
  return files;
}

async function untilVerified(cast: DemoCast, expected: number): Promise<PublicationSeen[]> {
  for (const deadline = performance.now() + PATIENCE_MS; ; await pause(250)) {
    const seen = await cast.look((tx) => tx.query<PublicationSeen[]>(SEEN, [cast.organizationId]));
    const verified = seen.filter(({ verifiedAt }) => verifiedAt !== null);
    if (verified.length === expected) return verified;
    if (performance.now() > deadline)
      throw new Error(`after 120 s only ${verified.length} of ${expected} are published: ${JSON.stringify(seen)}`);
  }
}

const SEEN = `
  select e.title, e.language, p.address, e.sealed_sha256 as sha256, p.verified_at as "verifiedAt",
    (select string_agg(w.step || ' ' || w.last_problem, '; ') from work w where w.organization_id = $1 and w.last_problem is not null) as problem
  from edition e left join publication p on p.organization_id = e.organization_id and p.edition_id = e.id
  where e.organization_id = $1 order by e.id`;

async function fetchOk(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return response;
}
