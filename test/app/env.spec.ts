import { EnvironmentError, readEnvironment, warningsFor } from '../../src/config/env.js';

const problemsOf = (source: Record<string, string>): readonly string[] => {
  try {
    readEnvironment(source);
    return [];
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return error.problems;
  }
};

describe('the settings', () => {
  it('need nothing at all', () => {
    const environment = readEnvironment({});
    expect(environment).toMatchObject({
      databaseUrl: null,
      queueUrl: null,
      port: 3000,
      publicBaseUrl: 'http://127.0.0.1:3000',
    });
    expect(environment.dataFolder).toMatch(/[/\\]\.data$/);
  });

  it('read an empty variable as one that is not set', () => {
    expect(readEnvironment({ QUEUE_URL: '', SESSION_SECRET: '  ' })).toMatchObject({
      queueUrl: null,
      sessionSecret: null,
    });
  });

  it.each([
    ['a database of another kind', { DATABASE_URL: 'mysql://a:b@c/d' }, 'DATABASE_URL must look like'],
    ['a queue that is not Redis', { QUEUE_URL: 'amqp://localhost' }, 'QUEUE_URL must look like'],
    ['a port that is a word', { PORT: 'http' }, 'PORT must be a whole number'],
    ['a port beyond the last', { PORT: '70000' }, 'PORT must not be above 65535'],
    ['an address without a scheme', { PUBLIC_BASE_URL: 'example.go.th' }, 'PUBLIC_BASE_URL must be an address'],
    ['a short secret', { SESSION_SECRET: 'secret' }, 'SESSION_SECRET must have at least 32 characters'],
    ['a secret that is no secret', { SESSION_SECRET: 'a'.repeat(40) }, 'SESSION_SECRET is a sample value'],
    [
      'a mail server that is a web page',
      { SMTP_URL: 'https://mail.example.go.th', MAIL_FROM: 'a@example.go.th' },
      'SMTP_URL must look like',
    ],
    ['mail from nobody', { SMTP_URL: 'smtp://mail.example.go.th' }, 'MAIL_FROM is missing'],
    ['mail from a name', { MAIL_FROM: 'โปร่งใส' }, 'MAIL_FROM must be an address'],
    [
      'a LINE token with blanks',
      { LINE_CHANNEL_TOKEN: 'a token that is none at all', LINE_CHANNEL_SECRET: 'x'.repeat(32) },
      'LINE_CHANNEL_TOKEN must be',
    ],
    [
      'a LINE secret that is a word',
      { LINE_CHANNEL_TOKEN: 'x'.repeat(172), LINE_CHANNEL_SECRET: 'secret' },
      'LINE_CHANNEL_SECRET must be',
    ],
    ['a LINE token without the secret', { LINE_CHANNEL_TOKEN: 'x'.repeat(172) }, 'LINE_CHANNEL_SECRET is missing'],
    ['a LINE secret without the token', { LINE_CHANNEL_SECRET: 'x'.repeat(32) }, 'LINE_CHANNEL_TOKEN is missing'],
    ['the name of a LINE account alone', { LINE_BASIC_ID: '@123abcde' }, 'LINE_BASIC_ID needs'],
    [
      'the name of a LINE account without its sign',
      { LINE_CHANNEL_TOKEN: 'x'.repeat(172), LINE_CHANNEL_SECRET: 'x'.repeat(32), LINE_BASIC_ID: '123abcde' },
      'LINE_BASIC_ID must look like',
    ],
    ['a time-stamping authority without a scheme', { TIMESTAMP_URL: 'tsa.example.go.th' }, 'TIMESTAMP_URL must be'],
    ['proxies counted below zero', { TRUST_PROXY_HOPS: '-1' }, 'TRUST_PROXY_HOPS must not be below 0'],
    [
      'a fault point outside tests',
      { NODE_ENV: 'production', PRONGSAI_FAULT: 'commit.after:1' },
      'PRONGSAI_FAULT kills',
    ],
    [
      'links into the house outside tests',
      { PRONGSAI_LINKS_INSIDE: '10.0.0.1:80' },
      'PRONGSAI_LINKS_INSIDE is for tests',
    ],
    [
      'an application that owns its tables',
      { DATABASE_URL: 'postgres://o:p@h/d', DATABASE_OWNER_URL: 'postgres://o:p@h/d' },
      'DATABASE_URL must not be the owner',
    ],
  ])('refuse %s', (_what, source, sentence) => {
    expect(problemsOf(source)).toEqual([expect.stringContaining(sentence)]);
  });

  it('take a mail server with a sender, and a LINE account', () => {
    const source = {
      SMTP_URL: 'smtp://user:secret@mail.example.go.th:587',
      MAIL_FROM: 'โปร่งใส <notices@example.go.th>',
      LINE_CHANNEL_TOKEN: 'x'.repeat(172),
      LINE_CHANNEL_SECRET: '0123456789abcdef'.repeat(2),
      LINE_BASIC_ID: '@123abcde',
    };
    expect(readEnvironment(source)).toMatchObject({ smtpUrl: source.SMTP_URL, mailFrom: source.MAIL_FROM });
  });

  it('name every problem at once', () => {
    expect(problemsOf({ PORT: 'x', QUEUE_URL: 'x', LOG_LEVEL: 'loud' })).toHaveLength(3);
  });

  it('warn of what works but should not stay so', () => {
    const source = {
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://a:b@db/prongsai',
      PUBLIC_BASE_URL: 'http://a.example.go.th/',
    };
    expect(warningsFor(readEnvironment(source))).toEqual([
      expect.stringContaining('QUEUE_URL is not set'),
      expect.stringContaining('not https'),
    ]);
    expect(warningsFor(readEnvironment({ ...source, DATABASE_URL: 'postgres://a:b@127.0.0.1/prongsai' }))).toEqual([]);
  });
});
