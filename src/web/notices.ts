import type { Request } from 'express';
import { DONE_NOTICE } from '../../templates/web/words/now-words.js';
import './session-data.js';

/** What was done is said at the top of the next page. */
export function leaveNotice(request: Request, deed: string): void {
  const notice = DONE_NOTICE[deed];
  if (notice) request.session.notice = { tone: 'ok', ...notice };
}
