import { randomUUID } from 'node:crypto';
import type { Answer } from '../web/support/program.js';
import { LAST_DAY, FIRST_TODAY } from './agency-model.js';
import type { Person } from './cast.js';
import { interimWords, planWords, resultWords } from './contents.js';
import { DEEDS, refused, type Outcome } from './deed-model.js';
import type { HttpAgency } from './http-agency.js';
import type { System } from './walk.js';
import { DONE, FIRST_PLAN, type Look, type Step, type Which } from './world.js';

/** An item as its last answer left it. */
interface Seen {
  readonly id: string;
  version: number;
  contentHash: string;
}

const OTHER_TEXT = '0'.repeat(64);

/** The whole product, reached as any program reaches it: what the model does, here is a request. */
export class HttpSystem implements System {
  private readonly items: Record<Which, Seen | null> = { first: null, amendment: null };
  private readonly orders: string[] = [];

  private constructor(private readonly agency: HttpAgency) {}

  static async open(agency: HttpAgency): Promise<HttpSystem> {
    await agency.forget();
    const system = new HttpSystem(agency);
    const plan = planWords(FIRST_PLAN, agency.divisionIdOf);
    const { json } = await agency.send('officer', 'POST', '/measures', { fiscalYear: 2568, plan });
    system.items.first = json;
    return system;
  }

  async run(step: Step): Promise<Outcome> {
    switch (step.name) {
      case 'deed':
        return this.deed(step);
      case 'edit':
        return this.write(step, 'plan', { plan: planWords(step.plan, this.agency.divisionIdOf) });
      case 'record':
        return this.write(step, 'results', { results: resultWords(step.results) });
      case 'record interim':
        return this.write(step, 'interim', { interim: interimWords(step.word) });
      case 'amend': {
        const answer = await this.agency.send(step.person, 'POST', `/measures/${this.seen('first').id}/amendment`, {});
        if (answer.status === 201) this.items.amendment = answer.json;
        return outcomeOf(answer);
      }
      case 'reassign':
        return this.handOn(step);
      case 'order':
        return this.order(step);
      case 'revoke': {
        const id = this.orders[step.nth % this.orders.length];
        return plainly(await this.agency.send('admin', 'POST', `/acting-orders/${id}/revoke`, {}));
      }
      case 'route':
        return plainly(await this.agency.saveRoute(step.person, step.route));
      case 'ratify': {
        const { json } = await this.agency.get(step.person, '/overrides');
        const id = json[0]?.id ?? randomUUID();
        return plainly(await this.agency.send(step.person, 'POST', `/overrides/${id}/ratify`, {}));
      }
      case 'leave':
      case 'come back':
      case 'publish':
      case 'tomorrow':
        throw new Error(`nobody asks for "${step.name}" through HTTP`);
    }
  }

  async look(which: Which, person: Person): Promise<Look | null> {
    const item = this.items[which];
    if (!item) return null;
    const { json: shown } = await this.agency.get(person, `/measures/${item.id}`);
    const { json: history } = await this.agency.get(person, `/measures/${item.id}/history`);
    const { nameOf } = this.agency;
    return {
      state: shown.state,
      version: shown.version,
      history: history.map(({ action }: { action: string }) => action),
      waiting: shown.waitingFor
        .map(({ post, people }: { post: string; people: string[] }) => {
          const names = people.map(nameOf).sort();
          return `${nameOf(post)}: ${names.join(' ')}`;
        })
        .sort(),
      deeds: shown.deeds
        .filter(({ name }: { name: string }) => name in DEEDS.measure)
        .map(({ name, problems }: { name: string; problems: string[] }) =>
          problems.length > 0 ? `${name} (${problems.sort().join(' ')})` : name,
        )
        .sort(),
    };
  }

  private async deed({ item, deed, given }: Extract<Step, { name: 'deed' }>): Promise<Outcome> {
    const seen = this.seen(item);
    const tag = { this: seen.contentHash, another: OTHER_TEXT, unsaid: null }[given.read];
    const answer = await this.agency.send(
      given.person,
      'POST',
      `/measures/${seen.id}/acts/${deed}`,
      {
        reason: given.hasReason ? 'ขอให้ดำเนินการตามที่หารือ' : null,
        override: given.override,
        backToStep: given.backTo,
      },
      tag ? { 'if-match': `"${tag}"` } : {},
    );
    if (item === 'amendment' && answer.status === 200) await this.refresh();
    return this.kept(item, answer);
  }

  private async handOn({ item, by, step, post, to, hasReason }: Extract<Step, { name: 'reassign' }>): Promise<Outcome> {
    const { id } = this.seen(item);
    const { postId } = this.agency.named(post);
    const body = { step, postId, toPersonId: this.agency.named(to).personId, reason: hasReason ? 'ลาพักผ่อน' : '' };
    return this.kept(item, await this.agency.send(by, 'POST', `/measures/${id}/reassignments`, body));
  }

  private async write(
    { item, person, isStale }: Extract<Step, { name: 'edit' | 'record' | 'record interim' }>,
    part: string,
    body: object,
  ): Promise<Outcome> {
    const { id, version } = this.seen(item);
    const seenVersion = isStale ? version + 1 : version;
    return this.kept(item, await this.agency.send(person, 'PUT', `/measures/${id}/${part}`, { seenVersion, ...body }));
  }

  private async order(step: Extract<Step, { name: 'order' }>): Promise<Outcome> {
    const { person, post, capacity, kinds, through, from, to } = step;
    const answer = await this.agency.send('admin', 'POST', '/acting-orders', {
      personId: this.agency.named(person).personId,
      postId: this.agency.named(post).postId,
      capacity,
      orderNumber: `${this.orders.length + 1}/2568`,
      orderedOn: '2024-01-01',
      startsOn: this.agency.dayAfterToday(from - FIRST_TODAY),
      endsOn: to === null || to >= LAST_DAY ? null : this.agency.dayAfterToday(to - FIRST_TODAY),
      throughOrderId: through === null ? null : (this.orders[through % Math.max(1, this.orders.length)] ?? null),
      itemKinds: kinds,
    });
    if (answer.status === 201) this.orders.push(answer.json.id);
    return plainly(answer);
  }

  /** An amendment that takes effect changes the measure too. */
  private async refresh(): Promise<void> {
    const first = this.seen('first');
    const { json } = await this.agency.get('officer', `/measures/${first.id}`);
    Object.assign(first, { version: json.version, contentHash: json.contentHash });
  }

  private kept(which: Which, answer: Answer): Outcome {
    if (answer.status < 300) Object.assign(this.seen(which), answer.json);
    return outcomeOf(answer);
  }

  private seen(which: Which): Seen {
    const seen = this.items[which];
    if (!seen) throw new Error(`the walk knows no ${which}`);
    return seen;
  }
}

function outcomeOf({ status, json, text }: Answer): Outcome {
  if (status < 300) return { state: json.state, version: json.version };
  if (status >= 500 || !json?.code) throw new Error(`${status} ${text}`);
  const objections: { code: string }[] = json.objections ?? [];
  return refused(...(objections.length > 0 ? objections.map(({ code }) => code) : [json.code as string]));
}

const plainly = (answer: Answer): Outcome => (answer.status < 300 ? DONE : outcomeOf(answer));
