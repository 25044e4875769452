import { HttpCode, Inject, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import type { Request } from 'express';
import { DomainError } from '../../core/errors.js';
import { FileVerdicts } from '../file-verdicts.js';
import { PUBLIC_BASE_URL } from '../tokens.js';
import { requiredFile } from '../uploads.js';
import { ApiDoor } from './api-door.js';
import { RefusesAnybody } from './problems.decorator.js';

export class VerdictReply {
  @ApiProperty({ enum: ['current', 'superseded', 'withdrawn', 'altered', 'sealed', 'unknown'] }) kind: string;
  @ApiProperty() sha256: string;
  @ApiProperty({ nullable: true, type: String, description: 'Permanent address of the published document' }) address:
    string | null;
  @ApiProperty({ type: Object, description: 'The verdict on the seal itself' }) seal: object;
}

@ApiDoor('verify', 'Verification')
export class VerifyApiController {
  constructor(
    @Inject(FileVerdicts) private readonly verdicts: FileVerdicts,
    @Inject(PUBLIC_BASE_URL) private readonly publicBaseUrl: string,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiOperation({ summary: 'Is this PDF genuine, and does it still stand? Open to everybody; the file is not kept' })
  @ApiOkResponse({ type: VerdictReply })
  @RefusesAnybody('input.file-not-found', 'input.file-empty', 'input.not-a-pdf')
  async verify(@Req() request: Request): Promise<VerdictReply> {
    const file = requiredFile(request);
    const { kind, isPdf, seal, publication } = await this.verdicts.of(file.bytes);
    if (!isPdf) throw new DomainError('input.not-a-pdf', { field: 'file' });
    return { kind, sha256: seal.sha256, address: publication ? this.publicBaseUrl + publication.address : null, seal };
  }
}
