// All rules of the architecture in one place, with the table that they read: more than 300 lines, and looked up as a whole.
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { circlesOf } from './helpers/circles.ts';
import { factsOf, type SourceFacts } from './helpers/sourceFacts.ts';

interface Layer {
  /** Parts of the project, by the start of their path, that it may import beside itself. */
  readonly parts: readonly string[];
  /** Packages it may import; `node:` stands for all of Node's own. */
  readonly packages: readonly string[];
}

/** What every format of a source stands on. */
const FORMAT = ['server/sources/shared/', 'server/sources/types.ts', 'server/sdk/'];

/**
 * Who may import whom. The first entry that a path begins with counts; its files may import each other, and those of
 * other entries as `parts` say. `*` stands for one folder, the same one throughout an entry. Paths without an entry may
 * import all.
 */
const layers: Readonly<Record<string, Layer>> = {
  // A client of the API, which could as well be somebody else's.
  'server/cli/': {
    parts: ['client/'],
    packages: ['@commander-js/extra-typings', 'tus-js-client', 'node:'],
  },
  // Runs in browsers, too.
  'client/': { parts: [], packages: ['graphql-sse'] },
  // The sentences stand below everything, and every other layer of the server may use them.
  'server/messages/': { parts: [], packages: ['zod', 'node:'] },
  'server/sdk/': { parts: [], packages: ['zod', 'node:'] },
  // An importer of Sluice's own is a folder that no other one knows. What it is in the API stands on the API's building
  // blocks, and the importer itself on the SDK, as everybody's does.
  'server/importers/*/graphql/': {
    parts: [
      'server/importers/*/',
      'server/graphql/',
      'server/engine/',
      'server/auth/',
      'server/generated/',
      'server/sdk/',
    ],
    packages: ['zod'],
  },
  'server/importers/*/feature.ts': {
    parts: ['server/importers/*/', 'server/importers/feature.ts'],
    packages: ['node:url'],
  },
  'server/importers/feature.ts': {
    parts: ['server/graphql/feature.ts', 'server/sdk/'],
    packages: [],
  },
  'server/importers/features.ts': { parts: ['server/importers/', 'server/graphql/feature.ts'], packages: [] },
  'server/importers/*/': {
    parts: ['server/sdk/'],
    packages: ['zod', 'libphonenumber-js', 'uuid', 'luxon', 'entities', 'sanitize-html', 'node:url'],
  },
  'server/sources/types.ts': { parts: ['server/sdk/'], packages: ['zod', 'node:'] },
  // What the formats share.
  'server/sources/shared/': {
    parts: ['server/sources/types.ts', 'server/sdk/'],
    packages: ['zod', 'node:'],
  },
  'server/sources/fetch/': {
    parts: ['server/sdk/'],
    packages: ['undici', 'ipaddr.js', 'zod', 'node:'],
  },
  'server/sources/feed.ts': {
    parts: ['server/sources/fetch/', 'server/sdk/'],
    packages: ['node:'],
  },
  // No format knows another one; a calendar's feed is JSON.
  'server/sources/tec/': {
    parts: [...FORMAT, 'server/sources/json/parse.ts', 'server/sources/feed.ts', 'server/sources/fetch/'],
    packages: ['zod', 'node:'],
  },
  'server/sources/sitemap/': {
    parts: [...FORMAT, 'server/sources/feed.ts', 'server/sources/fetch/'],
    packages: ['saxes', 'zod', 'node:'],
  },
  'server/sources/csv/': { parts: FORMAT, packages: ['csv-parse', 'zod', 'node:'] },
  'server/sources/json/': { parts: FORMAT, packages: ['@streamparser/json', 'zod', 'node:'] },
  'server/sources/xlsx/': { parts: FORMAT, packages: ['numfmt', 'yauzl', 'saxes', 'zod', 'node:'] },
  'server/sources/': { parts: ['server/sources/', 'server/sdk/'], packages: ['node:'] },
  // The ground floor of the engine: its nouns, statuses and errors, and of a source what every reader has.
  'server/engine/model/': {
    parts: ['server/sdk/', 'server/sources/types.ts', 'server/sources/feed.ts', 'server/sources/fetch/'],
    packages: ['pg', 'pino', 'zod', '@opentelemetry/api', 'node:'],
  },
  'server/engine/store/': {
    parts: ['server/engine/model/', 'server/sdk/', 'server/sources/'],
    packages: ['pg', 'uuid', 'zod', 'node:'],
  },
  'server/engine/': {
    parts: ['server/engine/model/', 'server/engine/store/', 'server/sdk/', 'server/sources/'],
    packages: ['content-disposition', 'cron-parser', 'date-fns', 'uuid', 'zod', 'pino', '@opentelemetry/api', 'node:'],
  },
  'server/progress/': {
    parts: ['server/engine/', 'server/generated/', 'server/database/connections.ts'],
    packages: ['pg', 'pino', 'graphql-yoga', 'zod', 'node:'],
  },
  'server/metrics/': { parts: ['server/sdk/'], packages: ['prom-client'] },
  'server/limits/': {
    parts: ['server/engine/model/errors.ts'],
    packages: ['rate-limiter-flexible', 'pg', 'pino'],
  },
  'server/auth/': {
    parts: [
      'server/generated/',
      'server/engine/model/auditEntry.ts',
      'server/engine/model/errors.ts',
      'server/engine/store/auditTrail.ts',
      'server/limits/',
      'server/sdk/isUuid.ts',
    ],
    packages: ['better-auth', 'jose', 'uuid', 'pino', 'zod', 'node:'],
  },
  'server/downloads/': {
    parts: ['server/engine/', 'server/auth/', 'server/sdk/'],
    packages: ['content-disposition', 'pino', 'node:'],
  },
  'server/notify/': {
    parts: ['server/engine/', 'server/sdk/', 'server/sources/fetch/'],
    packages: ['nodemailer', 'uuid', 'pino', 'zod', 'node:'],
  },
  'server/graphql/': {
    parts: [
      'server/downloads/links.ts',
      'server/notify/',
      'server/engine/',
      'server/auth/',
      'server/progress/',
      'server/sdk/',
      'server/sources/',
      'server/generated/',
      'server/limits/',
    ],
    packages: ['graphql', 'graphql-yoga', '@pothos', '@prisma/client', 'dataloader', 'pg', 'zod', 'pino', 'node:'],
  },
  'server/jobs/': {
    parts: [
      'server/engine/',
      'server/sdk/',
      'server/database/connections.ts',
      'server/database/connect/pooledClient.ts',
    ],
    packages: ['pg-boss', 'pg', 'pino', 'node:'],
  },
  'server/files/': {
    parts: ['server/engine/', 'server/sdk/', 'server/sources/', 'server/auth/', 'server/generated/', 'server/limits/'],
    packages: ['@aws-sdk/client-s3', '@tus', 'pg', 'pino', 'uuid', 'zod', 'node:'],
  },
  'server/testing/': {
    parts: ['server/engine/', 'server/sdk/', 'server/database/', 'server/generated/', 'server/config.ts'],
    packages: ['pg', 'pino', 'uuid', 'zod', 'node:'],
  },
  'server/database/': {
    parts: ['server/setup/startError.ts', 'server/generated/'],
    packages: ['pg', '@prisma', 'zod', 'node:'],
  },
};

/** The only files that hold SQL, beside the folders named `store`. */
const sqlFiles = [
  /^server\/([^/]+\/)+store\//,
  /^server\/database\//,
  // What an importer's author never writes: the upsert that all tables of records share, and the table of a description.
  /^server\/sdk\/(tableStore|hostTable\/\w+)\.ts$/,
  // Makes and drops whole databases.
  /^server\/testing\/scratchDatabase\.ts$/,
  // A finishing step of one importer, which is SQL by nature.
  /^server\/importers\/[^/]+\/(store|lists|attach\w*|detach\w*|linkNodes|staleSites)\.ts$/,
  // Stores in all but name, of one statement each.
  /^server\/files\/removeExpired\.ts$/,
  /^server\/http\/health\.ts$/,
  // Runs before there is an engine.
  /^server\/setup\/seed\.ts$/,
  // LISTEN has no other form.
  /^server\/progress\/changeListener\.ts$/,
];

/** Folders of more than 25 entries: one kind of thing, of which each is a file. */
const CROWDED = [
  // The grid of failed rows: its cells, keys, drafts and bars.
  'admin/plugin/pages/imports/show/failed',
];

// SQL is written in capitals here, so that words of a message ("Select a file") are not taken for it.
const sql =
  /^\s*(SELECT|INSERT INTO|UPDATE \S+ SET|DELETE FROM|WITH \S+ AS|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|LISTEN|NOTIFY|SET LOCAL|CREATE (TABLE|INDEX|DATABASE)|ALTER TABLE|TRUNCATE)\b/;

const server = factsOf('server');
const admin = factsOf('admin');
const client = factsOf('client');

/** Where an import leads: a path of the project, or a package's name. */
function target(facts: SourceFacts, specifier: string): string {
  return specifier.startsWith('.') ? join(dirname(facts.path), specifier) : specifier;
}

/** The entry of a path, and the folder that its `*` stands for. */
function layerOf(path: string) {
  for (const [key, layer] of Object.entries(layers)) {
    const found = new RegExp(`^${key.replaceAll('.', '\\.').replace('*', '([^/]+)')}`).exec(path);
    if (found) return { key, layer, folder: found[1] ?? '' };
  }
  return null;
}

function mayImport(facts: SourceFacts, specifier: string): boolean {
  const own = layerOf(facts.path);
  if (own === null) return true;
  const { key, layer, folder } = own;
  const to = target(facts, specifier);
  if (!specifier.startsWith('.')) {
    return layer.packages.some((name) => to === name || to.startsWith(name.endsWith(':') ? name : `${name}/`));
  }
  const other = layerOf(to);
  if (other?.key === key && other.folder === folder) return true;
  if (other?.key === 'server/messages/') return key !== 'server/cli/';
  return layer.parts.some((part) => to.startsWith(part.replace('*', folder)));
}

function offences(files: readonly SourceFacts[], offends: (facts: SourceFacts) => readonly string[]): string[] {
  return files.flatMap((facts) => offends(facts).map((what) => `${facts.path}: ${what}`));
}

describe('the architecture', () => {
  it('lets each layer import only what it stands on', () => {
    const layered = [...server, ...client];
    expect(offences(layered, (facts) => facts.imports.filter((specifier) => !mayImport(facts, specifier)))).toEqual([]);
  });

  it('has no circle of imports, those of types included', () => {
    const importsOf = (files: readonly SourceFacts[]) =>
      new Map(files.map((facts) => [facts.path, facts.imports.map((specifier) => target(facts, specifier))]));
    expect(circlesOf(importsOf([...server, ...admin, ...client]))).toEqual([]);
  });

  it('has no folder with more than 25 files and folders', () => {
    const entries = new Map<string, Set<string>>();
    for (const { path } of [...server, ...admin, ...client]) {
      const parts = path.split('/');
      for (const [depth, name] of parts.entries()) {
        const folder = parts.slice(0, depth).join('/');
        entries.set(folder, (entries.get(folder) ?? new Set()).add(name));
      }
    }
    const crowded = [...entries].filter(([folder, names]) => names.size > 25 && !CROWDED.includes(folder));
    expect(crowded.map(([folder, names]) => `${folder}: ${names.size}`)).toEqual([]);
  });

  it('keeps the console and the server apart: they share the API and the catalogue of messages only', () => {
    const leaves =
      (...folders: string[]) =>
      (facts: SourceFacts) =>
        facts.imports
          .filter((name) => name.startsWith('.') && !folders.some((part) => target(facts, name).startsWith(part)))
          // An importer's sample file, which the server imports at its first start, and the console offers.
          .filter((name) => !/\/server\/importers\/\w+\/sample\.csv\?raw$/.test(name));
    // Has the console built at the first start of a clone.
    const ofServer = server.filter(({ path }) => path !== 'server/app/http.ts');
    expect([
      ...offences(admin, leaves('admin/', 'server/messages/', 'client/')),
      ...offences(ofServer, leaves('server/', 'client/')),
    ]).toEqual([]);
  });

  it('names a shipped importer in the lists of importers only, and lets none know another', () => {
    const lists = [
      'server/importers/features.ts',
      'admin/plugin/importers/features.ts',
      // A list for each language, since German is loaded when it is chosen.
      'admin/plugin/i18n/en.ts',
      'admin/plugin/i18n/de.ts',
    ];
    const importerOf = (path: string) => /^(?:server|admin\/plugin)\/importers\/([^/]+)\//.exec(path)?.[1];
    const others = [...server, ...admin, ...client].filter(({ path }) => !lists.includes(path));
    const names = (facts: SourceFacts) =>
      facts.imports.filter((name) => {
        const importer = importerOf(target(facts, name));
        return importer !== undefined && importer !== importerOf(facts.path);
      });
    expect(offences(others, names)).toEqual([]);
  });

  it('leaves the wiring to app.ts, which only the commands know', () => {
    const commands = /^server\/(main|cli|app)\.ts$|^server\/(app|setup|testing)\//;
    const wiring = ['server/app.ts', 'server/app/', 'server/config.ts'];
    const others = server.filter(({ path }) => !commands.test(path));
    const wired = (facts: SourceFacts) =>
      facts.imports.filter((name) => wiring.some((path) => target(facts, name).startsWith(path)));
    expect(offences(others, wired)).toEqual([]);
  });

  it('reads the environment in config.ts only', () => {
    // install.mjs hands it on to npm before anything else is there; the client has variables of its own.
    const readers = ['server/config.ts', 'server/cli/environment.ts', 'server/setup/install.mjs'];
    const reads = (facts: SourceFacts) => (facts.members.has('process.env') ? ['process.env'] : []);
    expect(
      offences(
        [...server, ...admin, ...client].filter(({ path }) => !readers.includes(path)),
        reads,
      ),
    ).toEqual([]);
  });

  it('has SQL in its stores only', () => {
    const others = server.filter(({ path }) => !sqlFiles.some((allowed) => allowed.test(path)));
    expect(offences(others, (facts) => facts.texts.filter((text) => sql.test(text)))).toEqual([]);
  });

  it('makes every connection to Postgres as database/connections.ts has it', () => {
    const bare = /new (pg\.)?(Client|Pool|PgBoss)\((?!\{\s*\.\.\.connectionConfig\()/g;
    const others = server.filter(({ path }) => path !== 'server/database/connections.ts');
    expect(offences(others, (facts) => facts.text.match(bare) ?? [])).toEqual([]);
  });

  it('prints nothing beside the terminal messages and the log', () => {
    const prints = (facts: SourceFacts) =>
      [...facts.members].filter((member) => /^console\.|^process\.(stdout|stderr)$/.test(member));
    const printers = /^server\/(setup\/(output\.ts|install\.mjs|migration\.ts)|cli\/terminal\.ts|sluice\.mjs)$/;
    expect(
      offences(
        [...server, ...admin, ...client].filter(({ path }) => !printers.test(path)),
        prints,
      ),
    ).toEqual([]);
  });

  it('has no file over 300 lines that does not say why at its top', () => {
    const files = [...server, ...admin, ...client, ...factsOf('packaging'), ...factsOf('tests')];
    const tooLong = (facts: SourceFacts) =>
      facts.lines > 300 && !/^\/[/*]/.test(facts.text) ? [`${facts.lines} lines`] : [];
    expect(offences(files, tooLong)).toEqual([]);
  });
});
