import 'reflect-metadata';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
  validateSync,
  type ValidationError,
} from 'class-validator';
import { join, resolve } from 'node:path';
import { ROOT } from './paths.js';

const POSTGRES_URL = /^postgres(ql)?:\/\/[^@/]+@[^/]+\/[^/?]+/;
const SMTP_URL = /^smtps?:\/\/([^@/\s]+@)?[^@/\s]+\/?$/;
const MAIL_FROM = /^([^<>\r\n]*<)?[^\s@<>,;]+@[^\s@<>,;]+>?$/;
const REDIS_URL = /^rediss?:\/\/\S+$/;

/** The settings of one process. Read once by `readEnvironment()`; nobody else looks at the process environment. */
export class Environment {
  @IsIn(['production', 'development', 'test'], { message: 'NODE_ENV must be production, development or test' })
  readonly nodeEnv: string;

  /** Where the application connects as its least-privileged role. Null: no database is configured. */
  @IsOptional()
  @Matches(POSTGRES_URL, { message: 'DATABASE_URL must look like postgres://user:password@host:5432/database' })
  readonly databaseUrl: string | null;

  /** Where migrations connect as the owner of the tables. Null: this process may not migrate. */
  @IsOptional()
  @Matches(POSTGRES_URL, { message: 'DATABASE_OWNER_URL must look like postgres://owner:password@host:5432/database' })
  readonly databaseOwnerUrl: string | null;

  /** Redis of the work queue. Null: the queue lives in PostgreSQL. */
  @IsOptional()
  @Matches(REDIS_URL, { message: 'QUEUE_URL must look like redis://host:6379/0; leave it out to queue in PostgreSQL' })
  readonly queueUrl: string | null;

  readonly host: string;

  @IsInt({ message: 'PORT must be a whole number' })
  @Min(0, { message: 'PORT must not be below 0' })
  @Max(65_535, { message: 'PORT must not be above 65535' })
  readonly port: number;

  /** The address people type, without a slash at the end. Permanent addresses of documents begin with it. */
  @IsUrl(
    { protocols: ['http', 'https'], require_tld: false, require_protocol: true },
    { message: 'PUBLIC_BASE_URL must be an address such as https://prongsai.example.go.th' },
  )
  readonly publicBaseUrl: string;

  /** Absolute folder of files that survive a restart. */
  readonly dataFolder: string;

  /** Null: the process makes one and keeps it in the data folder. */
  @IsOptional()
  @MinLength(32, { message: 'SESSION_SECRET must have at least 32 characters; make one with: openssl rand -hex 32' })
  readonly sessionSecret: string | null;

  /** Number of reverse proxies in front whose X-Forwarded-For is believed. */
  @IsInt({ message: 'TRUST_PROXY_HOPS must be a whole number' })
  @Min(0, { message: 'TRUST_PROXY_HOPS must not be below 0' })
  readonly trustProxyHops: number;

  @IsIn(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
    message: 'LOG_LEVEL must be trace, debug, info, warn, error or silent',
  })
  readonly logLevel: string;

  /** How many jobs of one step a worker process runs at once. */
  @IsInt({ message: 'WORKER_CONCURRENCY must be a whole number' })
  @Min(1, { message: 'WORKER_CONCURRENCY must be at least 1' })
  readonly workerConcurrency: number;

  /** A browser for the benchmark to compare with; null: one of the usual places. */
  readonly chromiumPath: string | null;

  /** Where e-mail goes out. Null: none is sent. */
  @IsOptional()
  @Matches(SMTP_URL, { message: 'SMTP_URL must look like smtp://user:password@host:587 or smtps://host:465' })
  readonly smtpUrl: string | null;

  /** Whom e-mail is from. */
  @IsOptional()
  @Matches(MAIL_FROM, { message: 'MAIL_FROM must be an address, or a name and an address in angle brackets' })
  readonly mailFrom: string | null;

  /** Channel access token of a LINE official account. Null: nothing is sent by LINE. */
  @IsOptional()
  @Matches(/^[!-~]{20,}$/, { message: 'LINE_CHANNEL_TOKEN must be a channel access token of the LINE Messaging API' })
  readonly lineChannelToken: string | null;

  /** Signs what LINE sends to our webhook. Set together with the token. */
  @IsOptional()
  @Matches(/^[!-~]{16,}$/, { message: 'LINE_CHANNEL_SECRET must be the channel secret of the LINE Messaging API' })
  readonly lineChannelSecret: string | null;

  /** The LINE official account as people know it, for the link that adds it as a friend. */
  @IsOptional()
  @Matches(/^@[a-z0-9._-]{2,20}$/, { message: 'LINE_BASIC_ID must look like @123abcde' })
  readonly lineBasicId: string | null;

  /** RFC 3161 authority that every seal is time-stamped by. Null: seals stay PAdES B-B. */
  @IsOptional()
  @IsUrl(
    { protocols: ['http', 'https'], require_tld: false, require_protocol: true },
    { message: 'TIMESTAMP_URL must be the address of an RFC 3161 authority such as https://tsa.example.go.th/' },
  )
  readonly timestampUrl: string | null;

  /** Addresses inside the house ("127.0.0.1:8080") that links of evidence may be asked at. Empty outside tests. */
  readonly linksAllowedInside: readonly string[];

  /** Where a test lets this process die, as "name:probability". Null outside tests. */
  readonly faultPoint: string | null;

  /** Which safeguard a test takes out, to prove that it would notice. Null outside tests. */
  readonly brokenSafeguard: string | null;

  constructor(source: Readonly<Record<string, string | undefined>>) {
    const text = (name: string): string | null => source[name]?.trim() || null;
    this.nodeEnv = text('NODE_ENV') ?? 'development';
    this.databaseUrl = text('DATABASE_URL');
    this.databaseOwnerUrl = text('DATABASE_OWNER_URL');
    this.queueUrl = text('QUEUE_URL');
    this.host = text('HOST') ?? '127.0.0.1';
    this.port = Number(text('PORT') ?? '3000');
    this.publicBaseUrl = (text('PUBLIC_BASE_URL') ?? `http://127.0.0.1:${usablePort(this.port)}`).replace(/\/+$/, '');
    this.dataFolder = resolve(text('PRONGSAI_DATA') ?? join(ROOT, '.data'));
    this.sessionSecret = text('SESSION_SECRET');
    this.trustProxyHops = Number(text('TRUST_PROXY_HOPS') ?? '0');
    this.logLevel = text('LOG_LEVEL') ?? 'info';
    this.workerConcurrency = Number(text('WORKER_CONCURRENCY') ?? '2');
    this.chromiumPath = text('CHROMIUM_PATH');
    this.smtpUrl = text('SMTP_URL');
    this.mailFrom = text('MAIL_FROM');
    this.lineChannelToken = text('LINE_CHANNEL_TOKEN');
    this.lineChannelSecret = text('LINE_CHANNEL_SECRET');
    this.lineBasicId = text('LINE_BASIC_ID');
    this.timestampUrl = text('TIMESTAMP_URL');
    this.linksAllowedInside = text('PRONGSAI_LINKS_INSIDE')?.split(',') ?? [];
    this.faultPoint = text('PRONGSAI_FAULT');
    this.brokenSafeguard = text('PRONGSAI_BREAK');
  }
}

/** Settings under which the program must not start. `problems` has one English sentence for each. */
export class EnvironmentError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The settings are not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'EnvironmentError';
  }
}

/** Throws EnvironmentError with every problem at once. `source` is the process environment except in tests. */
export function readEnvironment(source: Readonly<Record<string, string | undefined>> = process.env): Environment {
  const environment = new Environment(source);
  const problems = validateSync(environment, { forbidUnknownValues: false }).map(plainestOf);
  problems.push(...contradictionsIn(environment));
  if (problems.length > 0) throw new EnvironmentError(problems);
  return environment;
}

/** What works but deserves a line in the start-up log. */
export function warningsFor(environment: Environment): string[] {
  const { nodeEnv, databaseUrl, queueUrl, publicBaseUrl } = environment;
  if (nodeEnv !== 'production' || databaseUrl === null || isLoopback(databaseUrl)) return [];
  const warnings: string[] = [];
  if (queueUrl === null) warnings.push('QUEUE_URL is not set: work is queued in PostgreSQL');
  if (publicBaseUrl.startsWith('http:') && !isLoopback(publicBaseUrl)) {
    warnings.push('PUBLIC_BASE_URL is not https: sign-in cookies travel unprotected');
  }
  return warnings;
}

/** The environment for a process of another program: ours without the variables that would steer PostgreSQL's tools. */
export const environmentOfTools = (): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name)));

/** The environment for one of our own processes, with `settings` put over ours. */
export const environmentOfChild = (settings: Readonly<Record<string, string>>): Record<string, string | undefined> => ({
  ...process.env,
  ...settings,
});

/** Of several broken rules on one setting, the one written first: a word is no number before it is too large. */
const plainestOf = ({ constraints = {}, property }: ValidationError): string =>
  Object.values(constraints).at(-1) ?? `${property} is not usable`;

const usablePort = (port: number): number => (port >= 0 && port <= 65_535 ? port : 3000);

function contradictionsIn(environment: Environment): string[] {
  const { nodeEnv, databaseUrl, databaseOwnerUrl, sessionSecret, smtpUrl, mailFrom } = environment;
  const { faultPoint, linksAllowedInside, brokenSafeguard } = environment;
  const problems: string[] = halvesOfLine(environment);
  if (faultPoint !== null && nodeEnv !== 'test') problems.push('PRONGSAI_FAULT kills processes and is for tests only');
  if (linksAllowedInside.length > 0 && nodeEnv !== 'test') problems.push('PRONGSAI_LINKS_INSIDE is for tests only');
  if (brokenSafeguard !== null && nodeEnv !== 'test') problems.push('PRONGSAI_BREAK is for tests only');
  if (smtpUrl !== null && mailFrom === null) problems.push('MAIL_FROM is missing: e-mail needs a sender');
  if (databaseUrl !== null && databaseUrl === databaseOwnerUrl) {
    problems.push('DATABASE_URL must not be the owner of the tables: give the application its own role');
  }
  if (sessionSecret !== null && sessionSecret.length >= 32 && new Set(sessionSecret).size < 8) {
    problems.push('SESSION_SECRET is a sample value; make one with: openssl rand -hex 32');
  }
  return problems;
}

/** Sending needs the token, linking the secret: with one of them people could link and hear nothing, or never link. */
function halvesOfLine({ lineChannelToken, lineChannelSecret, lineBasicId }: Environment): string[] {
  if (lineChannelToken !== null && lineChannelSecret === null) {
    return ['LINE_CHANNEL_SECRET is missing: LINE_CHANNEL_TOKEN and LINE_CHANNEL_SECRET are set together'];
  }
  if (lineChannelToken === null && lineChannelSecret !== null) {
    return ['LINE_CHANNEL_TOKEN is missing: LINE_CHANNEL_TOKEN and LINE_CHANNEL_SECRET are set together'];
  }
  const isAlone = lineBasicId !== null && lineChannelToken === null;
  return isAlone ? ['LINE_BASIC_ID needs LINE_CHANNEL_TOKEN and LINE_CHANNEL_SECRET'] : [];
}

function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}
