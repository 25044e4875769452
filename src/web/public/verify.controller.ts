import { Controller, Get, Inject, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Fact } from '../../../templates/web/components/facts.js';
import { VerifyPage, type Verdict } from '../../../templates/web/pages/public/verify.page.js';
import { fieldProblem, FILE_MISSING } from '../../../templates/web/words/form-words.js';
import { DEMO_SEAL, PUBLIC_FACTS, VERDICT_SENTENCES } from '../../../templates/web/words/public-words.js';
import { momentText } from '../../../templates/web/words/time-words.js';
import { AssetStore } from '../asset-store.js';
import { FileVerdicts, type FileVerdict } from '../file-verdicts.js';
import { rejected, type WebReply } from '../reply.js';
import { uploadedFile } from '../uploads.js';

@ApiExcludeController()
@Controller('verify')
export class VerifyController {
  constructor(
    @Inject(AssetStore) private readonly assets: AssetStore,
    @Inject(FileVerdicts) private readonly verdicts: FileVerdicts,
  ) {}

  @Get()
  form(): WebReply {
    return this.page(null, []);
  }

  @Post()
  async verify(@Req() request: Request): Promise<WebReply> {
    const file = uploadedFile(request);
    if (!file) return rejected(this.page(null, [{ field: 'file', sentence: FILE_MISSING }]));
    const verdict = await this.verdicts.of(file.bytes);
    if (!verdict.isPdf) return rejected(this.page(null, [fieldProblem('file', 'input.not-a-pdf')]));
    return this.page(verdictView(file.name, verdict), []);
  }

  private page(
    verdict: Verdict | null,
    problems: Parameters<typeof VerifyPage>[0]['problems'],
  ): ReturnType<typeof VerifyPage> {
    return VerifyPage({ frame: { assets: this.assets.pageAssets }, verdict, problems });
  }
}

const verdictView = (fileName: string, verdict: FileVerdict): Verdict => ({
  kind: verdict.kind,
  fileName,
  sentence: VERDICT_SENTENCES[verdict.kind],
  facts: factsOf(verdict),
  documentHref: verdict.publication?.address ?? null,
});

function factsOf({ publication, seal }: FileVerdict): Fact[] {
  const sealer = seal.signer ? [seal.signer.name, ...(seal.demo ? [DEMO_SEAL] : [])].join(' · ') : null;
  return [
    ...(publication
      ? [
          { term: PUBLIC_FACTS.document, value: publication.title },
          { term: PUBLIC_FACTS.agency, value: publication.agency },
        ]
      : []),
    ...(sealer ? [{ term: PUBLIC_FACTS.sealer, value: sealer }] : []),
    ...(seal.sealedAt ? [{ term: PUBLIC_FACTS.sealedAt, value: momentText(new Date(seal.sealedAt), 'arabic') }] : []),
    { term: PUBLIC_FACTS.sha256, value: seal.sha256 },
  ];
}
