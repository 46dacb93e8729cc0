import { text as textOf } from 'node:stream/consumers';
import { z } from 'zod';
import { message } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';
import type { Json } from '../../sdk/json.ts';
import type { Feed, FeedContext, FeedPage } from '../feed.ts';
import { FetchError } from '../fetch/errors.ts';
import { isPassing, requireOk } from '../fetch/requireOk.ts';
import type { Fetched } from '../fetch/types.ts';
import { SourceError } from '../types.ts';
import { coverageOf } from './coverage.ts';
import { type Envelope, readEnvelope } from './envelope.ts';

/** The most that the feed gives at once; it caps what is asked for. */
const PER_PAGE = '50';
const MAX_PAGE_BYTES = 32 * 1024 * 1024;
const ROUTE = /\/tribe\/events\/v1\/events\/?$/;
const NO_SUCH_PAGE = 'event-archive-page-not-found';

/** How far the feed has been read. */
const progress = z.object({
  /** The page to ask for. */
  page: z.int().positive(),
  seen: z.int().nonnegative(),
  total: z.int().nonnegative().nullable(),
  /** The pages moved while they were read. */
  moved: z.boolean().default(false),
  /** Ids of the page before: one that comes again shows that the pages have moved. */
  ids: z.array(z.string()),
});
type Progress = z.infer<typeof progress>;

/**
 * The REST feed of The Events Calendar (…/wp-json/tribe/events/v1/events). Its pages are asked for by their number at
 * the address that was given, never at the one that a page names as the next: that may be another host. Where what the
 * pages hold does not fit what the feed says that it has in all, all of it is taken, with a warning.
 */
export const tecFeed: Feed = {
  kind: 'tec',
  matches({ url, bytes }) {
    if (isRoute(url)) return true;
    const start = bytes.toString('utf8').replace(/^\ufeff/, '');
    return /^\s*\{\s*"events"\s*:\s*\[/.test(start) && /tribe\\?\/events\\?\/v1\\?\/events/.test(start);
  },
  async *pages(context, from) {
    let at = from === null ? null : progress.parse(from);
    for (;;) {
      const { page, next } = await readPage(context, at);
      yield page;
      if (next === null) return;
      at = next;
    }
  },
};

function isRoute(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return ROUTE.test(url.pathname) || ROUTE.test(url.searchParams.get('rest_route') ?? '');
}

async function readPage(
  context: FeedContext,
  at: Progress | null,
): Promise<{ readonly page: FeedPage; readonly next: Progress | null }> {
  const number = at?.page ?? 1;
  const url = addressOf(context.url, number);
  const fetched = await context.fetcher.request(url.href, {
    signal: context.signal,
    maxBytes: MAX_PAGE_BYTES,
    headers: { accept: 'application/json' },
  });
  const envelope = await envelopeOf(fetched, number);
  if (envelope === null || isSeen(envelope, at)) return { page: pageBehindTheLast(number, at), next: null };
  const next = progressAfter(envelope, number, at);
  const coverage = at === null ? coverageOf(url, envelope.restUrl) : null;
  return {
    page: {
      rows: envelope.events,
      next: envelope.hasNext ? next : null,
      ...(envelope.total === null ? {} : { total: envelope.total }),
      ...(coverage === null ? {} : { coverage }),
      ...unlessWhole(next, !envelope.hasNext, []),
    },
    next: envelope.hasNext ? next : null,
  };
}

/** The address of a page. Whatever page the given address asks for, a feed is all of them. */
function addressOf(given: string, page: number): URL {
  const url = new URL(given);
  if (!url.searchParams.has('per_page')) url.searchParams.set('per_page', PER_PAGE);
  url.searchParams.set('page', String(page));
  return url;
}

const wordPressError = z.object({ code: z.string(), message: z.string() });

/** What the page holds; null where the feed has no such page. */
async function envelopeOf(fetched: Fetched, page: number): Promise<Envelope | null> {
  if (isPassing(fetched.status)) requireOk(fetched);
  const text = await textOf(fetched.body);
  if (fetched.status < 200 || fetched.status > 299) {
    const error = wordPressError.safeParse(parsed(text));
    if (error.data?.code === NO_SUCH_PAGE) return null;
    const answer = { page, code: fetched.status };
    const cause = error.success
      ? message('FEED_STATUS_BECAUSE', { ...answer, reason: `${error.data.message} (${error.data.code})` })
      : message('FEED_STATUS', answer);
    throw new SourceError(message('FEED_REFUSED', { cause }));
  }
  if (text.trimStart().startsWith('<')) throw webPage(page);
  try {
    return readEnvelope(text, page);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new FetchError(message('BROKEN_BODY', { cause: message('FEED_NO_JSON', { page }) }), {
      retryable: true,
      cause: error,
    });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** At the first page it is how the address answers; later, something that came between may go away. */
function webPage(page: number): Error {
  const cause = message('FEED_WEB_PAGE', { page });
  return page === 1
    ? new SourceError(message('WEB_PAGE', { cause }))
    : new FetchError(message('BROKEN_BODY', { cause }), { retryable: true });
}

/** A page that was named and holds nothing new: some feeds answer the last one for each that is behind it. */
function isSeen({ events }: Envelope, at: Progress | null): boolean {
  return at !== null && events.every(({ id }) => at.ids.includes(idText(id)));
}

/** Of a page that the one before named, and that is not there. */
function pageBehindTheLast(number: number, at: Progress | null): FeedPage {
  const warnings = at === null ? [] : [message('FEED_PAGE_MISSING', { page: number - 1 })];
  return { rows: [], next: null, ...(at === null ? { total: 0 } : unlessWhole(at, true, warnings)) };
}

/** What there is to say of a feed so far, and at its end. One that is not whole tells nothing of events that are gone. */
function unlessWhole(
  { total, seen, moved }: Progress,
  atEnd: boolean,
  others: readonly Message[],
): Pick<FeedPage, 'warnings' | 'isPartial'> {
  const differs = total !== null && seen !== total;
  const warnings = [...others];
  if (atEnd && moved) warnings.push(message('FEED_MOVED'));
  if (atEnd && differs) warnings.push(message('FEED_COUNT_DIFFERS', { total, seen }));
  return { warnings, isPartial: atEnd && (moved || differs) };
}

/** How far the feed is read with this page. */
function progressAfter({ events, total }: Envelope, page: number, at: Progress | null): Progress {
  const ids = events.map(({ id }) => idText(id));
  const cameTwice = ids.some((id) => id !== '' && at?.ids.includes(id));
  const moved = at !== null && (at.moved || at.total !== total || cameTwice);
  return { page: page + 1, seen: (at?.seen ?? 0) + events.length, total, moved, ids };
}

function idText(id: Json | undefined): string {
  return typeof id === 'number' || typeof id === 'string' ? String(id) : '';
}
