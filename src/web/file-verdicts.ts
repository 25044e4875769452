import { Inject, Injectable } from '@nestjs/common';
import type { VerdictKind } from '../../templates/web/pages/public/verify.page.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { directoryOf } from '../organizations/organizations.queries.js';
import { fileByHash, publicFileOwners } from '../publishing/public-pages.queries.js';
import type { SealVerdict } from '../sealing/seal-verdict.js';
import { verifyKnownSeal } from '../sealing/verify-known-seal.js';
import { KnownSeals } from '../sealing-keys/known-seals.js';
import { links } from '../../templates/web/links.js';

export interface FileVerdict {
  readonly kind: VerdictKind;
  readonly isPdf: boolean;
  readonly seal: SealVerdict;
  /** Where these very bytes were published, if they were. */
  readonly publication: { readonly title: string; readonly agency: string; readonly address: string } | null;
}

/** Is a file genuine, and is it the one that stands today? Nothing of it is kept. */
@Injectable()
export class FileVerdicts {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(KnownSeals) private readonly knownSeals: KnownSeals,
  ) {}

  async of(bytes: Uint8Array): Promise<FileVerdict> {
    const seal = verifyKnownSeal(bytes, await this.knownSeals.certificates());
    const isPdf = !seal.problems.includes('not-a-pdf');
    const found = isPdf ? await this.published(seal.sha256) : null;
    if (found) return { kind: found.state, isPdf, seal, publication: found };
    const hasSeal = !seal.problems.includes('no-seal') && isPdf;
    const kind = seal.authentic ? 'sealed' : hasSeal ? 'altered' : 'unknown';
    return { kind, isPdf, seal, publication: null };
  }

  /** Files are public, but their rows belong to organizations: whoever has it is asked in its own name. */
  private async published(
    sha256: string,
  ): Promise<(NonNullable<FileVerdict['publication']> & { state: 'current' | 'superseded' | 'withdrawn' }) | null> {
    const owners = await this.unitOfWork.withoutTenant(async (manager) =>
      directoryOf(manager, await publicFileOwners(manager, sha256)),
    );
    for (const { organizationId, slug, name } of owners) {
      const file = await this.unitOfWork.inTenant(organizationId, (tx) => fileByHash(tx, organizationId, sha256));
      if (!file) continue;
      const address = links.publicDocument(slug, file.documentId, file.language);
      return { title: file.title, agency: name, address, state: file.state };
    }
    return null;
  }
}
