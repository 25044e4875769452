import { readPage, roomOf, ROOMS, SOURCES, type Import, type Source } from './sources.js';

const ANY_ROOM = 'any room';

/** Foundations that features stand on. */
const FOUNDATIONS = ['core', 'config', 'database', 'audit', 'organizations'];
/** What an item that people decide on needs. */
const ITEM = [...FOUNDATIONS, 'approvals', 'outbox', 'editions', 'publishing', 'templates/documents'];
/** What the doors open on. They never open on each other. */
const BEHIND_DOORS = [
  ...ITEM,
  ...[
    'measures',
    'evidence',
    'reports',
    'announcements',
    'registers',
    'assessments',
    'calendar',
    'notices',
    'schedule',
    'imports',
    'identity',
    'storage',
    'sealing',
    'sealing-keys',
    'proofs',
    'witness',
    'document-fonts',
    'typesetting',
    'proofing',
    'proofreading',
  ],
];

/** room -> rooms it may import besides itself. src/ARCHITECTURE.md quotes this table; this is the original. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  typesetting: ['core'],
  sealing: ['core'],
  proofing: ['core', 'typesetting'],
  config: ['core'],
  database: ['core', 'config'],
  queues: ['core', 'config'],
  storage: ['core', 'config'],
  audit: ['core', 'config', 'database', 'sealing'],
  organizations: ['core', 'config', 'database', 'audit'],
  identity: FOUNDATIONS,
  outbox: ['core', 'database', 'queues', 'audit'],
  approvals: FOUNDATIONS,
  editions: [
    'core',
    'config',
    'database',
    'audit',
    'outbox',
    'storage',
    'sealing',
    'typesetting',
    'templates/documents',
  ],
  publishing: ['core', 'config', 'database', 'audit', 'outbox', 'storage'],
  evidence: ['core', 'database', 'outbox', 'editions', 'storage', 'typesetting', 'proofing'],
  measures: [...ITEM, 'evidence'],
  registers: FOUNDATIONS,
  proofs: [...FOUNDATIONS, 'approvals', 'outbox', 'storage', 'sealing'],
  witness: ['core', 'config', 'database', 'audit'],
  'sealing-keys': [...FOUNDATIONS, 'approvals', 'outbox', 'sealing'],
  'document-fonts': [...FOUNDATIONS, 'approvals', 'editions', 'storage', 'typesetting'],
  calendar: ['core', 'config', 'database'],
  notices: ['core', 'config', 'database', 'audit', 'organizations', 'calendar', 'outbox'],
  schedule: [...FOUNDATIONS, 'approvals', 'calendar', 'notices', 'measures'],
  announcements: [...ITEM, 'evidence', 'registers'],
  assessments: [...FOUNDATIONS, 'approvals', 'measures'],
  reports: [...ITEM, 'evidence', 'measures', 'assessments'],
  imports: [...FOUNDATIONS, 'approvals', 'outbox', 'storage', 'measures'],
  proofreading: [
    ...FOUNDATIONS,
    'approvals',
    'evidence',
    'measures',
    'reports',
    'announcements',
    'templates/documents',
  ],
  'templates/documents': ['core', 'typesetting'],
  'templates/web': ['core', 'templates/documents'],
  'templates/console': ['core', 'templates/web'],
  web: [...BEHIND_DOORS, 'templates/web'],
  jobs: BEHIND_DOORS,
  cli: [...BEHIND_DOORS, 'app', 'templates/web', 'templates/console'],
  bench: [ANY_ROOM],
  app: [ANY_ROOM],
  entry: [ANY_ROOM],
};

/** Rooms that get everything as arguments: no clock, no chance, no disk, no network. */
const PURE = ['core', 'templates/documents', 'templates/web', 'templates/console'];

/** package -> the only rooms that may know it. */
const PACKAGE_ROOMS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(bullmq|ioredis)$/, ['queues']],
  [/^(@nestjs\/|express|helmet|multer|csrf-sync|connect-pg-simple)/, ['web', 'app']],
  [/^(pkijs|asn1js)$/, ['sealing']],
  [/^(harfbuzzjs|fontkit|pdfkit|pdfmake)/, ['typesetting', 'proofing']],
  [/^(read-excel-file|write-excel-file|mammoth|csv-)/, ['imports', 'bench', 'cli']],
  [/^@node-rs\/argon2$/, ['identity']],
  [/^class-validator$/, ['config', 'web']],
  [/^nodemailer$/, ['notices']],
  // the publisher and the looker after links alone open sockets to the outside; app asks its own web process whether it answers
  [/^node:(http|https|http2|tls|dgram)$/, ['publishing', 'evidence', 'app', 'bench']],
  [/^@hyzyla\/pdfium$/, ['evidence']],
];

const DOORS = ['web', 'jobs', 'cli'];

describe('the import table', () => {
  it.each(ROOMS)('%s imports only what it may', (room) => {
    const allowed = MAY_IMPORT[room];
    expect(Object.keys(MAY_IMPORT)).toContain(room);
    if (allowed?.includes(ANY_ROOM)) return;
    const reached = breaches(
      room,
      ({ target, isOurs }) => isOurs && ![room, ...(allowed ?? [])].includes(roomOf(target)),
    );
    expect(reached).toEqual([]);
  });

  it('has no line for a room that does not exist', () => {
    expect(Object.keys(MAY_IMPORT).filter((room) => !ROOMS.includes(room))).toEqual([]);
  });

  it('is a table without cycles', () => {
    const above = (room: string): readonly string[] => (MAY_IMPORT[room] ?? []).filter((other) => other !== ANY_ROOM);
    const walk = (room: string, path: readonly string[]): string[] =>
      path.includes(room) ? [[...path, room].join(' -> ')] : above(room).flatMap((next) => walk(next, [...path, room]));
    expect(Object.keys(MAY_IMPORT).flatMap((room) => walk(room, []))).toEqual([]);
  });

  it('is quoted by the map: every room is named there', () => {
    const map = readPage('src/ARCHITECTURE.md');
    const named = ROOMS.filter((room) => room !== 'entry').filter((room) => !map.includes(`\`${room}\``));
    expect(named).toEqual([]);
  });
});

describe('packages', () => {
  it.each(PURE)('%s imports none, or only types of one', (room) => {
    const used = breaches(room, ({ isOurs, isTypeOnly, target }) => !isOurs && !isTypeOnly && !/^preact/.test(target));
    expect(used).toEqual([]);
  });

  it.each(PACKAGE_ROOMS.map(([name, rooms]) => [String(name), name, rooms] as const))(
    '%s stays in its rooms',
    (_title, name, rooms) => {
      const others = ROOMS.filter((room) => !rooms.includes(room));
      expect(
        others.flatMap((room) =>
          breaches(room, ({ target, isOurs, isTypeOnly }) => !isOurs && !isTypeOnly && name.test(target)),
        ),
      ).toEqual([]);
    },
  );

  it.each(DOORS)('%s calls use cases and queries, never TypeORM', (room) => {
    expect(breaches(room, ({ target }) => target === 'typeorm')).toEqual([]);
  });

  it('templates of documents know the typesetter by its types only', () => {
    expect(
      breaches('templates/documents', ({ target, isTypeOnly }) => target.startsWith('src/typesetting') && !isTypeOnly),
    ).toEqual([]);
  });
});

describe('habits', () => {
  it.each([
    ['the process environment is read in config only', /process\.env\b/, outside('config')],
    [
      'pure rooms have no clock and no chance',
      /new Date\(\)|Date\.now\(|Math\.random\(|performance\.now\(|randomUUID\(/,
      within(...PURE),
    ],
    ['only the outbox puts jobs into queues', /producer\.add\(/, outside('outbox')],
    ['only app opens queues', /\bopenQueues\(/, outside('app', 'queues')],
    ['no door opens the keys of logs and witnesses', /\bnew KeySafe\(|\bopenWitnessKey\(/, within(...DOORS)],
    ['HTTP exceptions stay in web', /\b\w*HttpException\b|\bNotFoundException\b/, outside('web')],
    ['nothing is synchronised behind the migrations', /synchronize:\s*true/, everywhere],
    ['nothing refers forward', /\bforwardRef\b/, everywhere],
    ['nothing is left to do', /\bTODO\b|\bFIXME\b|\bXXX\b/, everywhere],
    [
      'nothing is called base, helper or manager',
      /\b(class|interface) (Base\w+|\w+(Helper|Manager|Utils|Impl))\b/,
      everywhere,
    ],
  ] as const)('%s', (_sentence, habit, applies) => {
    expect(SOURCES.filter((source) => applies(source) && habit.test(source.text)).map(({ path }) => path)).toEqual([]);
  });

  it('no file only passes on what other files say', () => {
    expect(SOURCES.filter(({ path }) => /\/index\.tsx?$/.test(path)).map(({ path }) => path)).toEqual([]);
  });
});

function breaches(room: string, isBreach: (one: Import) => boolean): string[] {
  return SOURCES.filter((source) => source.room === room).flatMap(({ path, imports }) =>
    imports.filter(isBreach).map(({ target }) => `${path} -> ${target}`),
  );
}

type Scope = (source: Source) => boolean;
function everywhere(): boolean {
  return true;
}
function outside(...rooms: string[]): Scope {
  return ({ room }) => !rooms.includes(room);
}
function within(...rooms: string[]): Scope {
  return ({ room }) => rooms.includes(room);
}
