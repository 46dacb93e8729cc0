import { message } from '../../messages/catalogue.ts';
import type { Json } from '../json.ts';
import type { Db, FieldValue, MatchKey, RecordFields } from '../records.ts';
import type { ResolveContext } from '../reference/resolution.ts';
import { keyValue, matchName, textOf } from './hostKeys.ts';

/** The key by which a row finds its record, as texts; the store makes of it what the table compares. */
export function keyOfMatch(record: RecordFields, matched: readonly string[]): MatchKey {
  const value = keyValue(matched.map((field) => textOf(record[field] ?? null)));
  const [field] = matched;
  // A key of one field is called like it.
  return { key: matchName(matched), value, ...(field === undefined || matched.length === 1 ? {} : { field }) };
}

/**
 * Rows with what they are matched by as the column keeps it: 19.999 finds the 20.00 of a numeric(10,2), which it became
 * when it was imported first.
 */
export async function resolveMatch<R extends RecordFields>(
  db: Db,
  inputs: readonly R[],
  matched: readonly string[],
  { store: { conversion }, warn }: Pick<ResolveContext<unknown>, 'store' | 'warn'>,
): Promise<readonly R[]> {
  const fields = matched.filter((field) => conversion?.fields.includes(field));
  if (!conversion || fields.length === 0) return inputs;
  const values = inputs.flatMap((input) => fields.flatMap((field) => valueIn(input, field)));
  const distinct = [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
  const converted = await conversion.convert(db, distinct);
  const known = new Map(distinct.map((value, index) => [JSON.stringify(value), converted[index]]));
  return inputs.map((input, index): R => {
    const own = fields
      .flatMap((field) => valueIn(input, field))
      .map((given) => {
        const kept = known.get(JSON.stringify(given));
        if (kept?.rounded) warn(index, message('VALUE_ROUNDED', shown(given.value, kept.value)));
        return [given.field, kept ? kept.value : given.value];
      });
    // The same names with values of the same types.
    return own.length === 0 ? input : ({ ...input, ...Object.fromEntries(own) } as R);
  });
}

function shown(value: Json, kept: Json) {
  return { value: textOf(value) ?? '', kept: textOf(kept) ?? '' };
}

function valueIn(input: RecordFields, field: string): FieldValue[] {
  const value = input[field] ?? null;
  return value === null ? [] : [{ field, value }];
}
