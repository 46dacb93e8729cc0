import { message } from '../../messages/catalogue.ts';
import { isStorable, type RecordsContext, RowRejected } from '../../sdk/index.ts';
import type { TaxonomyValues } from './fields.ts';
import { odditiesOf } from './oddities.ts';
import type { TaxonomyOptions } from './options.ts';
import { placeOf } from './place.ts';
import type { NodeFields } from './store.ts';

/** The node that a row describes. Throws RowRejected: REQUIRED, INVALID_TEXT. */
export function nodeOfRow(values: TaxonomyValues, context: RecordsContext<TaxonomyOptions>): NodeFields[] {
  const { url, title, description, position } = values;
  if (url === null) {
    throw new RowRejected({ ...message('REQUIRED', { cause: message('MISSING', { field: 'URL' }) }), field: 'url' });
  }
  if (!isStorable(context.rest)) {
    throw new RowRejected(message('INVALID_TEXT', { cause: message('UNSTORABLE') }));
  }
  for (const oddity of odditiesOf(placeOf(url), context.options.deepPath)) context.warn(oddity);
  return [{ url, title, description, position, metadata: context.rest }];
}
