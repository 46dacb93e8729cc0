import { z } from 'zod';
import { message } from '../../messages/catalogue.ts';
import type { Json, JsonObject } from '../../sdk/json.ts';
import { parseJson } from '../json/parse.ts';
import { SourceError } from '../types.ts';

/** One page of the feed, as far as it is looked at here. */
export interface Envelope {
  readonly events: readonly JsonObject[];
  /** Null where the feed does not say. */
  readonly total: number | null;
  readonly hasNext: boolean;
  /** The address by which the feed knows this page, with the range that it took. */
  readonly restUrl: string | null;
}

const count = z.coerce.number().int().nonnegative();
const shape = z.object({
  events: z.array(z.record(z.string(), z.json())),
  total: count.nullish(),
  total_pages: count.nullish(),
  // Absent on the last page; some versions say an empty text.
  next_rest_url: z.string().nullish(),
  rest_url: z.string().nullish(),
});

/** Throws SyntaxError for what is no JSON, and SourceError NOT_A_FEED for what is not of the shape. */
export function readEnvelope(text: string, page: number): Envelope {
  const json: Json = parseJson(text.replace(/^\ufeff/, ''));
  const parsed = shape.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = ['$', ...(issue?.path ?? [])].join('.');
    throw new SourceError(message('NOT_A_FEED', { page, place, reason: issue?.message ?? '' }));
  }
  const { events, total, total_pages: pages, next_rest_url: next, rest_url: restUrl } = parsed.data;
  const hasNext = next ? true : typeof pages === 'number' && pages > page;
  return { events, total: total ?? null, hasNext, restUrl: restUrl ?? null };
}
