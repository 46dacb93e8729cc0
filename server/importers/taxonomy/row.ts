import { isStorable, type RecordsContext, RowRejected } from '../../sdk/index.ts';
import type { TaxonomyValues } from './fields.ts';
import { odditiesOf } from './oddities.ts';
import type { TaxonomyOptions } from './options.ts';
import { placeOf } from './place.ts';
import type { NodeFields } from './store.ts';

/** The node that a row describes. Throws RowRejected: REQUIRED, INVALID_TEXT. */
export function nodeOfRow(values: TaxonomyValues, context: RecordsContext<TaxonomyOptions>): NodeFields[] {
  const { url, title, description, position } = values;
  if (url === null) throw new RowRejected({ code: 'REQUIRED', field: 'url', message: 'URL is missing: give a value.' });
  if (!isStorable(context.rest)) {
    const message = 'Take out the characters that no database keeps (NUL, half a surrogate pair).';
    throw new RowRejected({ code: 'INVALID_TEXT', message });
  }
  for (const { code, message } of odditiesOf(placeOf(url), context.options.deepPath)) context.warn(code, message);
  return [{ url, title, description, position, metadata: context.rest }];
}
