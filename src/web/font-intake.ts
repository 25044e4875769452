import { Inject, Injectable } from '@nestjs/common';
import { requireCapacity } from '../approvals/actor.js';
import type { Keyed } from '../approvals/request-key.js';
import type { DocumentFontRow } from '../document-fonts/document-font.entity.js';
import { documentFont } from '../document-fonts/document-fonts.queries.js';
import { examineFont } from '../document-fonts/examine-font.js';
import { installedFamilies, installedFiles } from '../document-fonts/installed-fonts.js';
import { keepFont, storeFontFiles } from '../document-fonts/keep-font.js';
import { printFontOf } from '../editions/edition-font.js';
import type { FontExamination } from '../editions/print-request.js';
import { BlobStore } from '../storage/blob-store.js';
import { Desk } from './desk.js';
import { FONT_EXAMINATION, OFFERED_FONTS } from './tokens.js';
import type { UploadedFile } from './uploads.js';
import { onceFor } from './visitor-key.js';
import type { Visitor } from './visitor.js';

const PATIENCE = 40_000;

/** From the files of an administrator to a kept typeface. They are looked over outside any transaction. */
@Injectable()
export class FontIntake {
  constructor(
    @Inject(Desk) private readonly desk: Desk,
    @Inject(BlobStore) private readonly blobs: BlobStore,
    @Inject(FONT_EXAMINATION) private readonly fonts: FontExamination,
    @Inject(OFFERED_FONTS) private readonly folder: string,
  ) {}

  /** Family names of what the operator offers to every agency. */
  offered(): string[] {
    return installedFamilies(this.folder).map(({ family }) => family);
  }

  /** One of the offered typefaces becomes the agency's. @throws DomainError font.not-found; as `bring` */
  bringOffered(visitor: Visitor, family: string, key: string | null): ReturnType<FontIntake['bring']> {
    return this.bring(visitor, installedFiles(this.folder, family), key);
  }

  /** @throws DomainError permission.denied; as examineFont says */
  async bring(
    visitor: Visitor,
    brought: readonly UploadedFile[],
    key: string | null,
  ): Promise<{ readonly id: string; readonly replayed: boolean }> {
    const { organizationId, request } = visitor;
    await this.desk.at(visitor, async (_tx, { actor }) => requireCapacity(actor, 'administrator'));
    const family = await examineFont(this.fonts, brought);
    const files = await storeFontFiles(this.blobs, family);
    const { reply, replayed }: Keyed<{ id: string }> = await this.desk.at(visitor, (tx, { actor }) =>
      onceFor(tx, visitor, key, { fonts: files.map(({ sha256 }) => sha256) }, async () => {
        const { id } = await keepFont(tx, { organizationId, actor, request, family: family.family, files });
        return { id };
      }),
    );
    return { id: reply.id, replayed };
  }

  /** A page that shows one of the organization's typefaces. @throws DomainError permission.denied, font.not-found */
  async specimen(visitor: Visitor, id: string): Promise<Uint8Array> {
    const { family, files } = await this.desk.at(visitor, async (tx, { actor }): Promise<DocumentFontRow> => {
      requireCapacity(actor, 'administrator');
      return documentFont(tx, visitor.organizationId, id);
    });
    const font = await printFontOf(this.blobs, { family, files: files.map(({ sha256 }) => sha256) });
    return this.fonts.printSpecimen(font, AbortSignal.timeout(PATIENCE));
  }
}
