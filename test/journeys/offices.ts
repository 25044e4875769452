import { setTimeout as pause } from 'node:timers/promises';
import { aMeasure } from '../support/agency.js';
import type { Acknowledgements } from './acknowledgements.js';
import { ApiClient, type Moved } from './api-client.js';
import type { Draw } from './kill-faults.js';

/** Several people of one agency at their desks, doing one item after another through the HTTP API. */
export interface Office {
  readonly webUrl: string;
  readonly acknowledgements: Acknowledgements;
  readonly draw: Draw;
  /** Milliseconds between one item and the next, on average. */
  readonly gapMs: number;
  /** How many items, all together. */
  readonly items: number;
  readonly enough: AbortSignal;
}

/** A division and the user name of its head. */
export interface HeadedDivision {
  readonly divisionId: string;
  readonly head: string;
}

type Deed = (by: string, deed: string) => Promise<void>;

/**
 * Each announcement is drafted, submitted and signed.
 * @throws the reason of `enough` when it was enough
 */
export async function signDocuments(office: Office): Promise<void> {
  const desks = desksOf(office);
  for (let item = 1; item <= office.items; item += 1) {
    await pause(2 * office.gapMs * office.draw());
    const drafted = await desks('officer').post('/announcements', {
      fiscalYear: 2569,
      template: 'no-gift-announcement.v1',
      languages: ['th'],
      parameters: { reportingChannels: `ช่องทางที่ ${item}`, furtherRules: [] },
    });
    office.acknowledgements.add(drafted.id, 'draft', 'officer');
    const deed = deedsOn('announcements', drafted, office, desks);
    await deed('officer', 'submit');
    await deed('executive', 'sign');
  }
}

/**
 * Each measure is drafted, submitted, signed off by one or two divisions and approved; its results are recorded,
 * submitted and endorsed.
 * @throws the reason of `enough` when it was enough
 */
export async function carryMeasures(office: Office, divisions: readonly HeadedDivision[]): Promise<void> {
  const desks = desksOf(office);
  for (let item = 1; item <= office.items; item += 1) {
    await pause(2 * office.gapMs * office.draw());
    const responsible = rotated(divisions, item).slice(0, item % 3 === 0 ? 2 : 1);
    const measure = await draftedMeasure(desks('officer'), item, responsible);
    office.acknowledgements.add(measure.id, 'draft', 'officer');
    const deed = deedsOn('measures', measure, office, desks);
    await deed('officer', 'submit');
    for (const { head } of responsible) await deed(head, 'sign_off');
    await deed('executive', 'approve');
    await recordResults(desks('officer'), measure.id);
    office.acknowledgements.add(measure.id, 'record_results', 'officer');
    await deed('officer', 'submit_results');
    for (const { head } of responsible) await deed(head, 'endorse');
  }
}

/** One signed-in client for each person, made when first needed. */
function desksOf({ webUrl, enough }: Office): (userName: string) => ApiClient {
  const clients = new Map<string, ApiClient>();
  return (userName) => {
    const client = clients.get(userName) ?? new ApiClient(webUrl, 'test-agency', userName, enough);
    clients.set(userName, client);
    return client;
  };
}

/** Every deed reads the item first and names the text that was read. */
function deedsOn(kind: string, { id }: Moved, office: Office, desks: (userName: string) => ApiClient): Deed {
  return async (by, deed) => {
    const { contentHash } = await desks(by).get(`/${kind}/${id}`);
    await desks(by).post(`/${kind}/${id}/acts/${deed}`, {}, contentHash);
    office.acknowledgements.add(id, deed, by);
  };
}

function draftedMeasure(officer: ApiClient, item: number, responsible: readonly HeadedDivision[]): Promise<Moved> {
  const { results, outcomes, evidence, ...plan } = aMeasure(
    responsible.map(({ divisionId }) => divisionId),
    { title: `มาตรการลำดับที่ ${item}` },
  );
  void [results, outcomes, evidence]; // come later
  return officer.post('/measures', { fiscalYear: 2568, plan });
}

async function recordResults(officer: ApiClient, id: string): Promise<void> {
  const { results, outcomes, evidence } = aMeasure([]);
  const { version } = await officer.get(`/measures/${id}`);
  await officer.put(`/measures/${id}/results`, { seenVersion: version, results: { results, outcomes, evidence } });
}

const rotated = <T>(list: readonly T[], by: number): T[] => list.map((_each, at) => list[(at + by) % list.length] as T); // the index is within the list
