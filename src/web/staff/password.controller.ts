import { Body, Controller, Get, Inject, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { VNode } from 'preact';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { links } from '../../../templates/web/links.js';
import { PasswordPage } from '../../../templates/web/pages/staff/password.page.js';
import { fieldProblem } from '../../../templates/web/words/form-words.js';
import { DomainError } from '../../core/errors.js';
import { AssetStore } from '../asset-store.js';
import { csrfTokenOf } from '../csrf.js';
import { leaveNotice } from '../notices.js';
import { OwnPassword } from '../own-password.js';
import { rejected, seeOther, type WebReply } from '../reply.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { formOrRefusals } from './form-or-refusals.js';
import { readForm, Secret } from './form-reading.js';

class PasswordForm {
  @Secret() current = '';
  @Secret() next = '';
  @Secret() again = '';
}

/** A password of one's own, the only page for whoever came with a one-time secret. */
@ApiExcludeController()
@Controller('password')
export class PasswordController {
  constructor(
    @Inject(AssetStore) private readonly assets: AssetStore,
    @Inject(OwnPassword) private readonly passwords: OwnPassword,
  ) {}

  @Get()
  form(@SignedIn() visitor: Visitor, @Req() request: Request): Promise<WebReply> {
    return this.page(visitor, request, []);
  }

  @Post()
  async choose(@SignedIn() visitor: Visitor, @Req() request: Request, @Body() body: unknown): Promise<WebReply> {
    const { current, next, again } = readForm(PasswordForm, body).form;
    if (next !== again) return rejected(await this.page(visitor, request, [fieldProblem('again', 'password.differs')]));
    const work = async (): Promise<WebReply> => {
      await this.passwords.choose(request, visitor, { current, next });
      leaveNotice(request, 'password');
      return seeOther(links.tasks);
    };
    return formOrRefusals(work, (problems) => this.page(visitor, request, problems), problemsOf);
  }

  private async page(visitor: Visitor, request: Request, problems: readonly FieldProblem[]): Promise<VNode> {
    const isFirst = await this.passwords.isOneTime(visitor);
    const frame = { assets: this.assets.pageAssets, csrfToken: csrfTokenOf(request) };
    return PasswordPage({ frame, isFirst, problems });
  }
}

/** What the form can mend; wrong passwords belong to the first field. */
function problemsOf(error: unknown): FieldProblem[] | null {
  if (!(error instanceof DomainError)) return null;
  const { code, details } = error;
  if (code === 'sign-in.failed' || code === 'sign-in.too-many-attempts')
    return [fieldProblem('current', code, details)];
  return code.startsWith('password.') ? [fieldProblem('next', code, details)] : null;
}
