import type { UnitOfWork } from '../../database/unit-of-work.js';
import { fetchBack, type Fetched } from '../fetch-back.js';
import { matches, type Observation } from '../observation.js';
import { PublicEntryEntity } from '../public-entry.entity.js';
import type { PublishingTarget, Wanted } from './target.js';

const LONGEST_FILE = 200 * 1024 * 1024;
const LONGEST_PAGE = 4 * 1024 * 1024;
const GONE = [404, 410];

/** The site that this product serves itself below /p/<organization>/. Putting is a row; seeing is an HTTP request. */
export class PublicSite implements PublishingTarget {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly baseUrl: string,
  ) {}

  addressOf({
    organizationSlug,
    documentId,
    language,
  }: Pick<Wanted, 'organizationSlug' | 'documentId' | 'language'>): string {
    return `/p/${organizationSlug}/documents/${documentId}/${language}`;
  }

  async observe(wanted: Wanted, signal: AbortSignal): Promise<Observation> {
    const fileAddress = `${this.baseUrl}/p/${wanted.organizationSlug}/files/${wanted.sha256}.pdf`;
    const file = await fetchBack(fileAddress, LONGEST_FILE, signal);
    const ofFile = wanted.presence === 'present' ? judgeFile(file, wanted.sha256) : judgeAbsence(file);
    if (ofFile.verdict !== 'matches') return ofFile;
    const page = await fetchBack(this.baseUrl + this.addressOf(wanted), LONGEST_PAGE, signal);
    return judgePage(page, wanted, ofFile.sha256);
  }

  async put(wanted: Wanted): Promise<void> {
    const { organizationId, documentId, language, generation } = wanted;
    await this.unitOfWork.inTenant(organizationId, async (tx) => {
      const [newest] = await tx.query<{ generation: number }[]>(
        `select max(generation) as generation from public_entry
         where organization_id = $1 and document_id = $2 and language = $3`,
        [organizationId, documentId, language],
      );
      if ((newest?.generation ?? 0) >= generation) return;
      await tx
        .createQueryBuilder()
        .insert()
        .into(PublicEntryEntity)
        .values({ ...entryOf(wanted), putAt: () => 'now()' })
        .orIgnore() // another worker put the same
        .execute();
    });
  }
}

const entryOf = (wanted: Wanted): Omit<PublicEntryEntity, 'putAt'> => ({
  organizationId: wanted.organizationId,
  documentId: wanted.documentId,
  language: wanted.language,
  generation: wanted.generation,
  presence: wanted.presence,
  kind: wanted.itemKind,
  fiscalYear: wanted.fiscalYear,
  title: wanted.title,
  sha256: wanted.sha256,
  editionId: wanted.editionId,
  signedAt: wanted.signedAt,
  reason: wanted.reason,
});

/** Bytes, type and length have to be right. */
function judgeFile(file: Fetched | null, sha256: string): Observation {
  const trouble = judgeStatus(file);
  if (trouble || !file) return trouble ?? UNANSWERED;
  if (file.status !== 200) return seen('differs', `status ${file.status}`, file.sha256);
  if (file.body === null) return seen('differs', 'cut off or too long', null);
  if (file.contentType !== 'application/pdf') return seen('differs', `type ${file.contentType}`, file.sha256);
  return file.sha256 === sha256 ? matches(file.sha256) : seen('differs', 'bytes differ', file.sha256);
}

function judgeAbsence(file: Fetched | null): Observation {
  if (file && GONE.includes(file.status)) return matches(null);
  return judgeStatus(file) ?? seen('differs', 'still there', file?.sha256 ?? null);
}

/** The page has to lead to the wanted file, or after a withdrawal to none. */
function judgePage(page: Fetched | null, { presence, sha256 }: Wanted, seenSha256: string | null): Observation {
  const links = page?.body?.includes(`/files/${sha256}.pdf`) ?? false;
  if (presence === 'tombstone' && page && [200, ...GONE].includes(page.status)) {
    return links ? seen('differs', 'page still links the file', seenSha256) : matches(null);
  }
  const trouble = judgeStatus(page);
  if (trouble || !page) return trouble ?? UNANSWERED;
  if (page.status === 200 && links) return matches(seenSha256);
  return seen('differs', 'page does not link the file', seenSha256);
}

function judgeStatus(reply: Fetched | null): Observation | null {
  if (reply === null) return UNANSWERED;
  if (GONE.includes(reply.status)) return seen('absent', `status ${reply.status}`, null);
  if (reply.status === 401 || reply.status === 403) return seen('refused', `status ${reply.status}`, null);
  if (reply.status === 429 || reply.status >= 500) return seen('unreachable', `status ${reply.status}`, null);
  return null;
}

const seen = (verdict: Observation['verdict'], outcome: string, sha256: string | null): Observation => ({
  verdict,
  outcome,
  sha256,
});

const UNANSWERED = seen('unreachable', 'no answer', null);
