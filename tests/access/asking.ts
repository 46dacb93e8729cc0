import type { IdPlace } from './documents.ts';
import type { FieldCase } from './fieldCases.ts';
import type { Kind, Things } from './things.ts';

/** What somebody was told: the answer's one field, and errors beside it. */
export interface Told {
  readonly status: number;
  /** The value of the field; null where it is, or where there is no answer. */
  readonly done: unknown;
  readonly codes: readonly string[];
  /** For each error, the last name of its path. */
  readonly at: readonly string[];
  /** All of it, to be searched and compared. */
  readonly text: string;
}

/** Asks over HTTP, for one event where it is a subscription. */
export async function tell(
  origin: string,
  headers: Readonly<Record<string, string>>,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Told> {
  const streams = query.startsWith('subscription');
  const leaving = new AbortController();
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    signal: leaving.signal,
    headers: {
      'content-type': 'application/json',
      ...(streams ? { accept: 'text/event-stream' } : {}),
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  });
  const text = streams ? await firstEvent(response) : await response.text();
  leaving.abort();
  const { data, errors = [] } = JSON.parse(text);
  return {
    status: response.status,
    done: data?.done ?? null,
    codes: errors.map(({ extensions }: { extensions?: { code?: string } }) => extensions?.code ?? ''),
    at: errors.map(({ path = [] }: { path?: unknown[] }) => String(path.at(-1))),
    text,
  };
}

async function firstEvent(response: Response): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const part of response.body ?? []) {
    text += decoder.decode(part, { stream: true });
    const data = /^event: next\ndata: (.*)\n\n/m.exec(text)?.[1];
    if (data !== undefined) return data;
  }
  return text === '' || text.startsWith('event:') || text.startsWith(':') ? '{}' : text;
}

/** The case's arguments with an id in each place that must have one, and in `also`. */
export function variablesOf(
  { ids = {}, with: given = {} }: FieldCase,
  places: readonly IdPlace[],
  idOf: (kind: Kind, path: string) => string,
  also?: IdPlace,
): Record<string, unknown> {
  const variables = structuredClone(given) as Record<string, unknown>;
  for (const place of places) {
    const kind = ids[place.path];
    if (kind === undefined || !(place.required || place === also)) continue;
    const id = idOf(kind, place.path);
    setAt(variables, place, place.list ? [id] : id);
  }
  return variables;
}

function setAt(target: Record<string, unknown>, { path, oneOf }: IdPlace, value: unknown): void {
  const names = path.split('.');
  const last = names.pop() ?? '';
  let within: Record<string, unknown>[] = [target];
  for (const [index, name] of names.entries()) {
    // Of an input that takes exactly one of its fields, the id is the one.
    const empty = names.slice(0, index + 1).join('.') === oneOf;
    within = within.flatMap((each) => {
      if (empty || each[name] === undefined) each[name] = {};
      const next = each[name];
      return (Array.isArray(next) ? next : [next]) as Record<string, unknown>[];
    });
  }
  for (const each of within) each[last] = value;
}

/** An answer in which ids of things are told by what they are of, so that two can be compared. */
export function withoutIds(text: string, ...all: readonly Things[]): string {
  let plain = text;
  for (const things of all) {
    for (const [kind, id] of Object.entries(things))
      plain = plain
        .replaceAll(`"${id}"`, `<${kind}>`)
        .replaceAll(`\\"${id}\\"`, `<${kind}>`)
        .replaceAll(id, `<${kind}>`);
  }
  return plain;
}
