import type { Db, RecordScope } from '../../sdk/index.ts';
import type { EventInput } from './eventInput.ts';
import { findSharedUrls } from './store/findSharedUrls.ts';

/** The Events Calendar gives occurrences of series ids above this one, anew from time to time. */
const FIRST_OCCURRENCE = 10_000_000;

/**
 * Whether an event is an occurrence of a series whose URL does not say which: it names no day, or another than that of
 * the start. Its URL is then the series', and its slug and start tell it from the others.
 */
export function isSeriesUrl(url: string, globalId: string | null, startLocal: string): boolean {
  const id = Number(/[?&]id=(\d+)/.exec(globalId ?? '')?.[1] ?? 0);
  return id > FIRST_OCCURRENCE && !url.includes(startLocal.slice(0, 10));
}

/**
 * The inputs, those without `byUrl` whose URL is another event's too: with another start in the same source, or of
 * several events that the project has. Otherwise an event with a known URL and another start is one that moved.
 */
export async function withSharedUrls(
  db: Db,
  scope: RecordScope,
  inputs: readonly EventInput[],
): Promise<readonly EventInput[]> {
  const sighted = inputs.flatMap(({ event: { url }, atStart }) => (url === null ? [] : [{ url, slugStart: atStart }]));
  if (sighted.length === 0) return inputs;
  const shared = new Set(await findSharedUrls(db, scope, sighted));
  const starts = new Map<string, string>();
  for (const { url, slugStart } of sighted) {
    if ((starts.get(url) ?? slugStart) !== slugStart) shared.add(url);
    starts.set(url, slugStart);
  }
  return inputs.map((input) => (shared.has(input.event.url ?? '') ? { ...input, byUrl: false } : input));
}
