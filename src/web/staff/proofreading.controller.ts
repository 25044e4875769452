import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { VNode } from 'preact';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { links } from '../../../templates/web/links.js';
import { ProofreadingRulePage } from '../../../templates/web/pages/staff/proofreading-rule.page.js';
import { ProofreadingWordPage } from '../../../templates/web/pages/staff/proofreading-word.page.js';
import { ProofreadingPage } from '../../../templates/web/pages/staff/proofreading.page.js';
import { ruleTitle, usualText } from '../../../templates/web/words/proof-words.js';
import type { Tx } from '../../database/unit-of-work.js';
import { proofreadingChanges } from '../../proofreading/changes.queries.js';
import { lexiconWords, ruleDecisions } from '../../proofreading/settings.queries.js';
import { saveLexiconEntry, saveRuleSetting } from '../../proofreading/save-settings.js';
import { AdminDesk } from '../admin-desk.js';
import type { Me } from '../desk.js';
import { leaveNotice } from '../notices.js';
import { seeOther, type WebReply } from '../reply.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { formOrRefusals } from './form-or-refusals.js';
import { formProblems } from './form-problems.js';
import { readForm, Text } from './form-reading.js';
import { changeRow, knownRule, modeChoices, modeOf, ruleRow, settingOf, wordRow } from './proofreading.view.js';
import { StaffFrames } from './staff-frames.js';

const CHANGES_SHOWN = 50;

class RuleForm {
  @Text() mode = '';
  @Text() reason = '';
  @Text() idempotencyKey = '';
}

class WordForm {
  @Text() word = '';
  @Text() replacement = '';
  @Text() reason = '';
  @Text() idempotencyKey = '';
}

/** Administrators decide what the proof-reader looks for, always with a reason. */
@ApiExcludeController()
@Controller('proofreading')
export class ProofreadingController {
  constructor(
    @Inject(AdminDesk) private readonly desk: AdminDesk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get()
  list(@SignedIn() visitor: Visitor, @Req() request: Request): Promise<WebReply> {
    return this.desk.at(visitor, async (tx, me) => {
      const decisions = await ruleDecisions(tx, visitor.organizationId);
      const words = await lexiconWords(tx, visitor.organizationId);
      const changes = await proofreadingChanges(tx, visitor.organizationId, CHANGES_SHOWN);
      return ProofreadingPage({
        frame: this.frames.of(request, me),
        rules: ruleRow(decisions),
        words: words.map(wordRow),
        changes: changes.map((change) => changeRow(change, me.organization.digits)),
      });
    });
  }

  @Get('rules/:rule')
  rule(@SignedIn() visitor: Visitor, @Req() request: Request, @Param('rule') rule: string): Promise<WebReply> {
    return this.rulePage(visitor, request, rule, null, []);
  }

  @Post('rules/:rule')
  async setRule(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('rule') rule: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const { form } = readForm(RuleForm, body);
    const { organizationId } = visitor;
    return this.saved(
      visitor,
      request,
      form,
      (tx, { actor }) =>
        saveRuleSetting(tx, { organizationId, actor, rule, reason: form.reason, ...settingOf(form.mode) }),
      (problems) => this.rulePage(visitor, request, rule, form, problems),
    );
  }

  @Get('words')
  word(@SignedIn() visitor: Visitor, @Req() request: Request, @Query('word') asked?: string): Promise<WebReply> {
    return this.wordPage(visitor, request, asked ?? '', null, []);
  }

  @Post('words')
  async setWord(@SignedIn() visitor: Visitor, @Req() request: Request, @Body() body: unknown): Promise<WebReply> {
    const { form } = readForm(WordForm, body);
    const { organizationId } = visitor;
    const { word, replacement, reason } = form;
    return this.saved(
      visitor,
      request,
      form,
      (tx, { actor }) =>
        saveLexiconEntry(tx, { organizationId, actor, word, replacement: replacement || null, reason }),
      (problems) => this.wordPage(visitor, request, word, form, problems),
    );
  }

  private async saved(
    visitor: Visitor,
    request: Request,
    form: { readonly idempotencyKey: string },
    save: (tx: Tx, me: Me) => Promise<void>,
    again: (problems: readonly FieldProblem[]) => Promise<VNode>,
  ): Promise<WebReply> {
    const work = async (): Promise<WebReply> => {
      const asked = { path: request.path, form: { ...form } };
      await this.desk.once(visitor, form.idempotencyKey, asked, async (tx, me) => {
        await save(tx, me);
        return {};
      });
      leaveNotice(request, 'proofreading');
      return seeOther(links.proofreading);
    };
    return formOrRefusals(work, again, formProblems);
  }

  private rulePage(
    visitor: Visitor,
    request: Request,
    rule: string,
    typed: RuleForm | null,
    problems: readonly FieldProblem[],
  ): Promise<ReturnType<typeof ProofreadingRulePage>> {
    const { severity } = knownRule(rule);
    return this.desk.at(visitor, async (tx, me) => {
      const decision = (await ruleDecisions(tx, visitor.organizationId)).find((each) => each.rule === rule);
      return ProofreadingRulePage({
        frame: this.frames.of(request, me),
        rule,
        title: ruleTitle(rule),
        usual: usualText(severity),
        choices: modeChoices(severity),
        chosen: typed?.mode ?? modeOf(decision),
        reason: typed?.reason ?? '',
        idempotencyKey: randomUUID(),
        problems,
      });
    });
  }

  private wordPage(
    visitor: Visitor,
    request: Request,
    word: string,
    typed: WordForm | null,
    problems: readonly FieldProblem[],
  ): Promise<ReturnType<typeof ProofreadingWordPage>> {
    return this.desk.at(visitor, async (tx, me) => {
      const known = (await lexiconWords(tx, visitor.organizationId)).find((each) => each.word === word);
      return ProofreadingWordPage({
        frame: this.frames.of(request, me),
        word,
        replacement: typed?.replacement ?? known?.replacement ?? '',
        reason: typed?.reason ?? '',
        idempotencyKey: randomUUID(),
        problems,
      });
    });
  }
}
