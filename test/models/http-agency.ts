import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { addDays } from '../../src/core/time/calendar-days.js';
import { seedDemo } from '../../src/app/demo-organization.js';
import type { RunningWeb } from '../web/support/running-web.js';
import { Program, type Answer } from '../web/support/program.js';
import { ROUTES, type RouteName } from './agency-model.js';
import type { Head, Person, Post } from './cast.js';
import { routeStep } from './core-agency.js';

/** Ids and names of one agency, by the names of the model. */
interface Names {
  readonly personId: string;
  readonly person: string;
  readonly postId: string;
  readonly post: string;
  readonly divisionId: string | null;
}

/** One agency behind HTTP: its people with their sessions, which are kept over all walks. */
export class HttpAgency {
  private readonly programs = new Map<Person, Program>();
  private route: RouteName | null = null;
  private today = '';

  private constructor(
    private readonly web: RunningWeb,
    private readonly slug: string,
    private readonly organizationId: string,
    private readonly names: ReadonlyMap<string, Names>,
    private readonly superuser: Client,
  ) {}

  static async open(web: RunningWeb, slug: string): Promise<HttpAgency> {
    const organizationId = await seedDemo(web.agency.unitOfWork, slug);
    const rows = await web.agency.database.look<Names & { userName: string }>(
      `select n.user_name as "userName", n.id as "personId", n.name as person, p.id as "postId", p.name as post,
         p.division_id as "divisionId"
       from person n join appointment a on a.organization_id = n.organization_id and a.person_id = n.id
       join post p on p.organization_id = a.organization_id and p.id = a.post_id where n.organization_id = $1`,
      [organizationId],
    );
    const superuser = new Client({ connectionString: web.agency.database.superuserUrl });
    await superuser.connect();
    return new HttpAgency(web, slug, organizationId, new Map(rows.map((row) => [row.userName, row])), superuser);
  }

  /** Before each walk: no orders, no overrides, and the usual route. */
  async forget(): Promise<void> {
    for (const table of ['acting_order', 'override_reminder', 'item_override'])
      await this.superuser.query(`delete from ${table} where organization_id = $1`, [this.organizationId]);
    const { rows } = await this.superuser.query<{ day: string }>(
      `select to_char(now() at time zone 'Asia/Bangkok', 'YYYY-MM-DD') as day`,
    );
    this.today = rows[0]?.day ?? '';
    if (this.route !== 'usual') await this.saveRoute('admin', 'usual');
  }

  close(): Promise<void> {
    return this.superuser.end();
  }

  /** YYYY-MM-DD, counted from the database's day at the beginning of the walk. */
  dayAfterToday(days: number): string {
    return addDays(this.today, days);
  }

  get(who: Person, path: string): Promise<Answer> {
    return this.asked(who, (program) => program.get(`/api/v1${path}`));
  }

  send(
    who: Person,
    method: 'POST' | 'PUT',
    path: string,
    body: object,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const keyed = { 'idempotency-key': randomUUID(), ...headers };
    return this.asked(who, (program) => program.sendJson(method, `/api/v1${path}`, body, keyed));
  }

  async saveRoute(who: Person, route: RouteName): Promise<Answer> {
    const { json: current } = await this.get('admin', '/routes/measure');
    const steps = ROUTES[route].map((step) => routeStep(step, (post) => this.named(post).postId));
    const answer = await this.send(who, 'PUT', '/routes/measure', { seenVersion: current.version, steps });
    if (answer.status === 200) this.route = route;
    return answer;
  }

  named(name: Post): Names {
    const names = this.names.get(name);
    if (!names) throw new Error(`nobody is called ${name}`);
    return names;
  }

  divisionIdOf = (head: Head): string => this.named(head).divisionId ?? '';

  /** The model's name of a person or post that is shown on a page. */
  nameOf = (shown: string): string =>
    [...this.names].find(([, { person, post }]) => person === shown || post === shown)?.[0] ?? shown;

  /** Signing wants a fresh proof of identity: when it is old, the password is given again. */
  private async asked(who: Person, ask: (program: Program) => Promise<Answer>): Promise<Answer> {
    const known = this.programs.get(who) ?? (await this.signIn(who));
    const answer = await ask(known);
    return answer.json?.code === 'sign-in.confirm' ? ask(await this.signIn(who)) : answer;
  }

  private async signIn(who: Person): Promise<Program> {
    const program = await Program.signedIn(this.web.address, who, this.slug);
    this.programs.set(who, program);
    return program;
  }
}
