import { getNamedType, isObjectType } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Somebody } from '../helpers/api.ts';
import { addPerson, type Person } from '../helpers/persons.ts';
import { schema } from '../helpers/schema.ts';
import { testServer } from '../helpers/server.ts';
import { type Told, tell, variablesOf, withoutIds } from './asking.ts';
import { documentOf, fieldsOfRoot, type IdPlace, idPlaces } from './documents.ts';
import {
  type FieldCase,
  GUARDED_FIELDS,
  MUTATION_CASES,
  NESTED_IDS,
  QUERY_CASES,
  SUBSCRIPTION_CASES,
} from './fieldCases.ts';
import { addThings, type Kind, missingThings, type Things } from './things.ts';

/** How far below a field the walk looks at everything; below a mutation only at what it did. */
const DEPTH = { query: 4, mutation: 1, subscription: 4 } as const;
/** In everything that the project `demo` holds, so that it is seen wherever it leaks. */
const SECRET = 'secret-of-demo';

const roots = [
  { root: 'Query', kind: 'query', cases: QUERY_CASES },
  { root: 'Mutation', kind: 'mutation', cases: MUTATION_CASES },
  { root: 'Subscription', kind: 'subscription', cases: SUBSCRIPTION_CASES },
] as const;

interface Walked {
  readonly name: string;
  readonly each: FieldCase;
  readonly document: string;
  readonly places: readonly IdPlace[];
}

/** In the order of the table, in which what takes a thing away comes after what needs it. */
const walked: readonly Walked[] = roots.flatMap(({ root, kind, cases }) =>
  Object.entries(cases).flatMap(([name, each]) => {
    const field = fieldsOfRoot(schema, root).find((found) => found.name === name);
    return field
      ? [{ name, each, document: documentOf(kind, field, each.depth ?? DEPTH[kind]), places: idPlaces(field) }]
      : [];
  }),
);
const inProjects = walked.filter(({ each }) => ['VIEWER', 'EDITOR', 'ADMIN'].includes(each.needs));

const server = testServer();
let demo: Things;
let own: Things;
let root: Person;
let person: Person;
const missing = missingThings();

beforeAll(async () => {
  demo = await addThings(server, 'demo', server.keyOf('admin'), SECRET);
  own = await addThings(server, 'other', server.keyOf('outsider'), 'mine');
  root = await addPerson(server, 'root@example.com', { administrator: true, roles: { demo: 'ADMIN' } });
  person = await addPerson(server, 'person@example.com', { roles: { demo: 'ADMIN' } });
});

type Asker = Somebody | 'stranger' | 'person' | 'root';

function headersOf(who: Asker): Record<string, string> {
  if (who === 'stranger') return {};
  if (who === 'person') return { cookie: person.cookie };
  if (who === 'root') return { cookie: root.cookie };
  return { authorization: `Bearer ${server.keyOf(who)}` };
}

function asked(
  who: Asker,
  { each, document, places }: Walked,
  idOf: (kind: Kind, path: string) => string,
  also?: IdPlace,
) {
  return tell(server.origin, headersOf(who), document, variablesOf(each, places, idOf, also));
}

const fromDemo = (kind: Kind) => demo[kind];

/** FORBIDDEN, as an error or as the answer of a mutation. */
function isRefused({ done, codes }: Told, typename: string, code: string): boolean {
  return codes.includes(code) ? done === null : (done as { __typename?: string } | null)?.__typename === typename;
}

describe('the table', () => {
  test.each(roots)('has a case for every field of $root, and no other: see fieldCases.ts', ({ root: name, cases }) => {
    expect(Object.keys(cases).sort()).toEqual(
      fieldsOfRoot(schema, name)
        .map((field) => field.name)
        .sort(),
    );
  });

  test.each(walked)('says of what every id of $name is', ({ each, places }) => {
    expect(Object.keys(each.ids ?? {}).sort()).toEqual(places.map(({ path }) => path).sort());
  });

  test('knows every field below the root that takes an id, and every one that is guarded', () => {
    const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
      isObjectType(type) && !/^(Query|Mutation|Subscription|__.*)$/.test(type.name)
        ? Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field }))
        : [],
    );
    const withIds = fields.filter(({ field }) => idPlaces(field).length > 0).map(({ name }) => name);
    expect(withIds).toEqual(NESTED_IDS);
    expect(fields.map(({ name }) => name)).toEqual(expect.arrayContaining([...GUARDED_FIELDS]));
  });
});

describe('a stranger', () => {
  test.each(walked.filter(({ each }) => each.needs !== 'ANYBODY'))('gets nothing of $name', async (field) => {
    const told = await asked('stranger', field, fromDemo);
    expect(told.codes).toEqual(['UNAUTHENTICATED']);
    expect(told.done).toBeNull();
  });
});

describe('somebody whose role is too low', () => {
  const lower = { VIEWER: [], EDITOR: ['viewer'], ADMIN: ['viewer', 'editor'], SERVER: ['admin', 'person'] } as const;
  const cases = walked.flatMap((field) => {
    const { needs } = field.each;
    if (needs === 'PERSON') return [{ ...field, who: 'admin' as const }];
    if (needs === 'ANYBODY' || needs === 'SOMEBODY') return [];
    return lower[needs].map((who) => ({ ...field, who }));
  });
  test.each(cases)('is refused $name as $who', async (field) => {
    const told = await asked(field.who, field, fromDemo);
    expect(isRefused(told, 'ForbiddenError', 'FORBIDDEN'), told.text).toBe(true);
  });
});

describe('a member of another project', () => {
  test.each(inProjects)('cannot tell the things of $name from what does not exist', async (field) => {
    const foreign = await asked('outsider', field, fromDemo);
    const nothing = await asked('outsider', field, (kind) => missing[kind]);
    expect(withoutIds(foreign.text, demo, missing)).toBe(withoutIds(nothing.text, demo, missing));
    expect(foreign.status).toBe(nothing.status);
    expect(foreign.text).not.toContain(SECRET);
    expect(foreign.codes).not.toContain('INTERNAL_ERROR');
    expect(foreign.done ?? {}).not.toHaveProperty('data');
  });

  const mixed = inProjects.flatMap((field) => field.places.map((place) => ({ ...field, place })));
  test.each(mixed)(
    'reaches nothing by a foreign $place.path beside their own in $name',
    async ({ place, ...field }) => {
      const beside = (things: Things) => (kind: Kind, path: string) => (path === place.path ? things : own)[kind];
      const foreign = await asked('outsider', field, beside(demo), place);
      const nothing = await asked('outsider', field, beside(missing), place);
      expect(withoutIds(foreign.text, demo, missing)).toBe(withoutIds(nothing.text, demo, missing));
      expect(foreign.text).not.toContain(SECRET);
      expect(foreign.codes).not.toContain('INTERNAL_ERROR');
    },
  );

  test.each(walked.filter(({ document }) => !document.startsWith('mutation')))(
    'sees nothing of it in all that $name gives of their own',
    async (field) => {
      const told = await asked('outsider', field, (kind) => own[kind]);
      expect(told.text).not.toContain(SECRET);
      expect(told.codes).not.toContain('INTERNAL_ERROR');
    },
  );
});

// Last: some of these take away what the others are about.
describe('whoever has the role', () => {
  const least: Readonly<Record<FieldCase['needs'], Asker>> = {
    ...{ ANYBODY: 'stranger', SOMEBODY: 'viewer', PERSON: 'person', SERVER: 'root' },
    ...{ VIEWER: 'viewer', EDITOR: 'editor', ADMIN: 'admin' },
  };
  const guarded = GUARDED_FIELDS.map((name) => name.split('.').at(-1) ?? '');

  test.each(walked)('gets through to $name', async (field) => {
    const told = await asked(least[field.each.needs], field, fromDemo);
    const elsewhere = told.codes.filter((_code, index) => !guarded.includes(told.at[index] ?? ''));
    expect(elsewhere).toEqual([]);
    expect(told.done).not.toBeNull();
    if (field.each.needs !== 'ANYBODY') {
      expect(isRefused(told, 'ForbiddenError', 'FORBIDDEN') && told.done === null).toBe(false);
      expect(told.done).not.toHaveProperty('__typename', 'ForbiddenError');
      expect(told.done).not.toHaveProperty('__typename', 'NotFoundError');
    }
  });

  test.each(GUARDED_FIELDS)('%s is for ADMINs of its project', async (name) => {
    const [type = '', field = ''] = name.split('.');
    expect(type).toBe('Project');
    const definition = schema.getType(type);
    const result = isObjectType(definition) ? getNamedType(definition.getFields()[field]?.type) : undefined;
    expect(result).toBeDefined();
    const document = `{ done: project(id: "demo") { ${field} { __typename } } }`;
    for (const who of ['viewer', 'editor'] as const) {
      const { done, codes } = await tell(server.origin, headersOf(who), document, {});
      expect([done, codes]).toEqual([{ [field]: null }, ['FORBIDDEN']]);
    }
    const { done, codes } = await tell(server.origin, headersOf('admin'), document, {});
    expect([done, codes]).toEqual([{ [field]: { __typename: expect.any(String) } }, []]);
  });
});
