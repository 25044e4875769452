import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import type { FieldProblem } from '../../../templates/web/components/error-summary.js';
import { links } from '../../../templates/web/links.js';
import { RouteFormPage, type TypedStep } from '../../../templates/web/pages/staff/route-form.page.js';
import { RoutesPage, type RouteView } from '../../../templates/web/pages/staff/routes.page.js';
import { sentenceOf } from '../../../templates/web/sentences.js';
import { KIND_LABELS } from '../../../templates/web/words/item-words.js';
import { simulatedStep, stageChoices, stepProblem } from '../../../templates/web/words/route-form-words.js';
import { currentRoute, saveRoute } from '../../approvals/routes.js';
import { simulateRoute, stepsWithoutHolders } from '../../approvals/simulate-route.js';
import { DomainError } from '../../core/errors.js';
import { STAGES_OF_KIND, type RoutedKind } from '../../core/route/route-problems.js';
import { printedDigits } from '../../core/thai/digits.js';
import type { Tx } from '../../database/unit-of-work.js';
import { divisionsOf } from '../../organizations/organizations.queries.js';
import { AdminDesk } from '../admin-desk.js';
import type { Me } from '../desk.js';
import { leaveNotice } from '../notices.js';
import { objectionsIn } from '../problem.js';
import { seeOther, type WebReply } from '../reply.js';
import { SignedIn, type Visitor } from '../visitor.js';
import { adminChoices } from './admin-choices.js';
import { formOrRefusals } from './form-or-refusals.js';
import { readForm, Text, Ticked } from './form-reading.js';
import { stepsFrom, typedFromSteps, typedSteps } from './route.form.js';
import { StaffFrames } from './staff-frames.js';

class SeenForm {
  @Text() seenVersion = '';
}

class SimulationQuery {
  @Ticked() divisionIds: string[] = [];
}

/** Who is asked in which order: routes as an administrator reads, tries and changes them. */
@ApiExcludeController()
@Controller('admin/routes')
export class RoutesController {
  constructor(
    @Inject(AdminDesk) private readonly desk: AdminDesk,
    @Inject(StaffFrames) private readonly frames: StaffFrames,
  ) {}

  @Get()
  list(@SignedIn() visitor: Visitor, @Req() request: Request, @Query() query: unknown): Promise<WebReply> {
    const { divisionIds } = readForm(SimulationQuery, query).form;
    return this.desk.at(visitor, async (tx, me) => {
      const divisions = await divisionsOf(tx, visitor.organizationId);
      const chosen = divisions.flatMap(({ id }) => (divisionIds.includes(id) ? [id] : []));
      const routes: RouteView[] = [];
      for (const kind of Object.keys(STAGES_OF_KIND) as RoutedKind[]) {
        routes.push(await this.view(tx, me, kind, chosen)); // keys of the table
      }
      return RoutesPage({
        frame: this.frames.of(request, me),
        routes,
        divisions: divisions.map(({ id, name }) => ({ value: id, label: name })),
        chosen,
      });
    });
  }

  @Get(':kind')
  form(@SignedIn() visitor: Visitor, @Req() request: Request, @Param('kind') kind: string): Promise<WebReply> {
    return this.page(visitor, request, kindNamed(kind), null, []);
  }

  @Post(':kind')
  async save(
    @SignedIn() visitor: Visitor,
    @Req() request: Request,
    @Param('kind') name: string,
    @Body() body: unknown,
  ): Promise<WebReply> {
    const itemKind = kindNamed(name);
    const { seenVersion } = readForm(SeenForm, body).form;
    const typed = typedSteps(body);
    const { organizationId } = visitor;
    const work = async (): Promise<WebReply> => {
      const unheld = await this.desk.at(visitor, async (tx, { actor }) => {
        const steps = stepsFrom(typed);
        await saveRoute(tx, { organizationId, actor, itemKind, seenVersion: Number(seenVersion), steps });
        return stepsWithoutHolders(tx, organizationId, itemKind);
      });
      leaveNotice(request, unheld.length > 0 ? 'route.save-unheld' : 'route.save');
      return seeOther(links.routes);
    };
    return formOrRefusals(
      work,
      (problems) => this.page(visitor, request, itemKind, { steps: typed, seenVersion }, problems),
      routeProblemsIn,
    );
  }

  private async view(tx: Tx, me: Me, kind: RoutedKind, divisionIds: readonly string[]): Promise<RouteView> {
    const { visitor, organization } = me;
    const { version } = await currentRoute(tx, visitor.organizationId, kind);
    const responsible = { everyDivision: divisionIds.length === 0, divisionIds };
    const steps = await simulateRoute(tx, visitor.organizationId, kind, {
      responsible: kind === 'measure' ? responsible : null,
    });
    return {
      kind,
      label: KIND_LABELS[kind],
      version: printedDigits(String(version), organization.digits),
      steps: steps.map((step, index) => simulatedStep(step, index, organization.digits)),
    };
  }

  private page(
    visitor: Visitor,
    request: Request,
    kind: RoutedKind,
    typed: { readonly steps: readonly TypedStep[]; readonly seenVersion: string } | null,
    problems: readonly FieldProblem[],
  ): Promise<ReturnType<typeof RouteFormPage>> {
    return this.desk.at(visitor, async (tx, me) => {
      const { version, steps } = await currentRoute(tx, visitor.organizationId, kind);
      const { posts } = await adminChoices(tx, visitor.organizationId);
      return RouteFormPage({
        frame: this.frames.of(request, me),
        kind,
        kindLabel: KIND_LABELS[kind],
        stages: stageChoices(kind),
        posts,
        problems,
        ...(typed ?? { steps: typedFromSteps(steps), seenVersion: String(version) }),
      });
    });
  }
}

/** @throws DomainError request.not-found */
function kindNamed(name: string): RoutedKind {
  if (!Object.hasOwn(STAGES_OF_KIND, name)) throw new DomainError('request.not-found');
  return name as RoutedKind; // a key of the table
}

/** Why the route could never complete, each with its step; null when it was refused for something else. */
function routeProblemsIn(error: unknown): FieldProblem[] | null {
  if (!(error instanceof DomainError) || error.code !== 'item.refused') return null;
  const steps: readonly unknown[] = Array.isArray(error.details.steps) ? error.details.steps : [];
  return objectionsIn(error.details).map((code, index) => {
    const step = typeof steps[index] === 'number' ? steps[index] : null;
    return {
      field: step === null ? null : `steps.${step}.stage`,
      sentence: stepProblem(step, sentenceOf(code, error.details, 'th')),
    };
  });
}
