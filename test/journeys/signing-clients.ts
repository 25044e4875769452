import { setTimeout as pause } from 'node:timers/promises';
import type { Acknowledgements } from './acknowledgements.js';
import { ApiClient } from './api-client.js';
import type { Draw } from './kill-faults.js';

interface Office {
  readonly webUrl: string;
  readonly acknowledgements: Acknowledgements;
  readonly draw: Draw;
  /** Milliseconds between one document and the next, on average. */
  readonly gapMs: number;
  readonly enough: AbortSignal;
}

/**
 * Officer and executive of one agency: each document is drafted, submitted, read and signed over the API.
 * @throws the reason of `enough` when it was enough
 */
export async function signDocuments(office: Office, first: number, last: number): Promise<void> {
  const officer = new ApiClient(office.webUrl, 'test-agency', 'officer', office.enough);
  const executive = new ApiClient(office.webUrl, 'test-agency', 'executive', office.enough);
  for (let document = first; document <= last; document += 1) {
    await pause(2 * office.gapMs * office.draw());
    const { id } = await officer.post('/announcements', {
      fiscalYear: 2569,
      template: 'no-gift-announcement.v1',
      languages: ['th'],
      parameters: { reportingChannels: `ช่องทางที่ ${document}`, furtherRules: [] },
    });
    office.acknowledgements.add(id, 'draft');
    await officer.post(`/announcements/${id}/acts/submit`, {});
    office.acknowledgements.add(id, 'submit');
    const { contentHash } = await executive.get(`/announcements/${id}`);
    await executive.post(`/announcements/${id}/acts/sign`, {}, contentHash);
    office.acknowledgements.add(id, 'sign');
  }
}
