import { Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { DomainError } from '../../core/errors.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { askOwnWitness } from '../../witness/letterbox.js';
import { WitnessLimits } from './witness-limits.js';

/** Where logs of others ask to be cosigned (C2SP tlog-witness): a protocol of programs, without cookies. */
@ApiExcludeController()
@Controller('witness')
export class WitnessController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(WitnessLimits) private readonly limits: WitnessLimits,
  ) {}

  /** @throws DomainError request.too-many */
  @Post('add-checkpoint')
  async add(@Req() request: Request, @Res() response: Response): Promise<void> {
    if (!(await this.limits.begin(request.ip ?? ''))) throw new DomainError('request.too-many');
    const sent: unknown = request.body;
    const { status, body } = await askOwnWitness(this.unitOfWork, Buffer.isBuffer(sent) ? sent.toString('utf8') : '');
    response.status(status).setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Type', status === 409 ? 'text/x.tlog.size' : 'text/plain; charset=utf-8');
    response.send(Buffer.from(body, 'utf8')); // to text Express would add a charset
  }
}
