import type { SourceCoverage } from '../../sdk/reference/resolution.ts';

/** Parameters that leave a feed complete about its range. Any other (a category, a search) leaves events out. */
const HARMLESS = new Set(['page', 'per_page', 'start_date', 'end_date', 'status', 'strict_dates']);
const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?)?$/;

/**
 * What the feed is complete about: the range as it took it, which it repeats in `rest_url`, since a day may end at three
 * in the morning there. Null where it does not say, or is asked for a part only.
 */
export function coverageOf(url: URL, restUrl: string | null): SourceCoverage | null {
  const echo = restUrl !== null && URL.canParse(restUrl) ? new URL(restUrl) : null;
  if (echo === null) return null;
  const names = [...url.searchParams.keys(), ...echo.searchParams.keys()];
  // WordPress without pretty addresses has the route in a parameter.
  if (!names.every((name) => HARMLESS.has(name) || name === 'rest_route')) return null;
  const from = momentOf(echo.searchParams.get('start_date'), '00:00:00');
  const to = momentOf(echo.searchParams.get('end_date'), '23:59:59');
  if (from === null || to === null) return null;
  const strict = /^(1|true|yes|on)$/i.test(url.searchParams.get('strict_dates') ?? '');
  return { source: echo.host, from, to, strict };
}

function momentOf(text: string | null, usual: string): string | null {
  const match = MOMENT.exec(text?.trim() ?? '');
  if (!match) return null;
  const [, day = '', minutes, seconds = ':00'] = match;
  return `${day} ${minutes === undefined ? usual : `${minutes}${seconds}`}`;
}
