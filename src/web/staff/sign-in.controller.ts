import { Body, Controller, Get, Inject, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { links } from '../../../templates/web/links.js';
import { SignInPage } from '../../../templates/web/pages/staff/sign-in.page.js';
import { fieldProblem } from '../../../templates/web/words/form-words.js';
import { DomainError } from '../../core/errors.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { signIn } from '../../identity/sign-in.js';
import { directory, findBySlug } from '../../organizations/organizations.queries.js';
import { AssetStore } from '../asset-store.js';
import { csrfTokenOf } from '../csrf.js';
import { rejected, seeOther, type WebReply } from '../reply.js';
import { SignInLimits } from '../sign-in-limits.js';
import { endSession, startSession } from '../start-session.js';
import { readForm } from './form-reading.js';
import { SignInForm } from './sign-in.form.js';

@ApiExcludeController()
@Controller()
export class SignInController {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AssetStore) private readonly assets: AssetStore,
    @Inject(SignInLimits) private readonly limits: SignInLimits,
  ) {}

  @Get()
  start(): WebReply {
    return seeOther(links.tasks);
  }

  @Get('sign-in')
  async form(
    @Req() request: Request,
    @Query('returnTo') returnTo = '',
    @Query('organization') organization = '',
  ): Promise<WebReply> {
    return this.page(request, { organization, userName: '', returnTo: ownPath(returnTo) }, []);
  }

  @Post('sign-in')
  async enter(@Req() request: Request, @Body() body: unknown): Promise<WebReply> {
    const { form, problems } = readForm(SignInForm, body);
    if (problems.length > 0) return rejected(await this.page(request, form, problems));
    try {
      await this.admit(request, form);
      return seeOther(ownPath(form.returnTo));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return rejected(await this.page(request, form, [fieldProblem('userName', error.code, error.details)]));
    }
  }

  @Post('sign-out')
  async leave(@Req() request: Request): Promise<WebReply> {
    await endSession(request);
    return seeOther(links.signIn);
  }

  private async admit(request: Request, { organization, userName, password }: SignInForm): Promise<void> {
    const entry = await this.unitOfWork.withoutTenant((manager) => findBySlug(manager, organization));
    if (!entry) throw new DomainError('sign-in.failed');
    const { organizationId } = entry;
    const clientAddress = request.ip ?? '';
    const person = await this.limits.guarding({ organizationId, userName, clientAddress }, () =>
      signIn(this.unitOfWork, { organizationId, userName, password, clientAddress }),
    );
    await startSession(request, person);
  }

  private async page(
    request: Request,
    { organization, userName, returnTo }: Pick<SignInForm, 'organization' | 'userName' | 'returnTo'>,
    problems: readonly FieldProblem[],
  ): Promise<ReturnType<typeof SignInPage>> {
    const entries = await this.unitOfWork.withoutTenant((manager) => directory(manager));
    return SignInPage({
      frame: { assets: this.assets.pageAssets, csrfToken: csrfTokenOf(request) },
      organizations: entries.map(({ slug, name }) => ({ value: slug, label: name })),
      organization,
      userName,
      returnTo,
      problems,
    });
  }
}

/** Only paths of ours: "//elsewhere" and "/\elsewhere" are other sites to a browser. */
const ownPath = (path: string): string => (/^\/(?![/\\])[^\\]*$/.test(path) ? path : links.tasks);
