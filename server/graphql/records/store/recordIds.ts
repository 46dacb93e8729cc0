import { z } from 'zod';
import { Prisma } from '../../../generated/prisma/client.ts';
import { isUuid } from '../../../sdk/isUuid.ts';
import type { ListedColumn, ListedTable } from '../../../sdk/listing/recordList.ts';
import { MAX_FIGURE } from '../../../sdk/moment.ts';
import { isStorableText } from '../../../sdk/storable.ts';

const { sql, raw, join } = Prisma;

/** The id of a record as provenance has it: the text of its key, or the JSON list of several as JSON.stringify writes it. */
export function idText({ key }: ListedTable): Prisma.Sql {
  const [first, ...others] = key;
  if (others.length === 0) return raw(`${first.column}::text`);
  const items = key.map(({ column }) => `to_json(${column}::text)::text`);
  return raw(`'[' || ${items.join(` || ',' || `)} || ']'`);
}

/** The record with this id; null where no record can have it. */
export function withId({ key }: ListedTable, id: string): Prisma.Sql | null {
  const parts = partsOf(id, key.length);
  if (parts === null) return null;
  const conditions = key.map((column, index) => equalTo(column, parts[index] ?? ''));
  const possible = conditions.filter((condition) => condition !== null);
  return possible.length === key.length ? join(possible, ' AND ') : null;
}

/** The records whose ids a statement gives as record_id, by the index of the key. */
export function withIdsOf({ key }: ListedTable, from: Prisma.Sql): Prisma.Sql {
  const columns = key.map(({ column }) => column).join(', ');
  const parts = key.map(({ type }, index) =>
    key.length === 1 ? `record_id::${type}` : `(record_id::json ->> ${index})::${type}`,
  );
  return sql`(${raw(columns)}) IN (SELECT ${raw(parts.join(', '))} ${from})`;
}

const PARTS = z.array(z.string());

function partsOf(id: string, count: number): readonly string[] | null {
  if (!isStorableText(id)) return null;
  if (count === 1) return [id];
  try {
    const parts = PARTS.parse(JSON.parse(id));
    return parts.length === count && JSON.stringify(parts) === id ? parts : null;
  } catch {
    return null;
  }
}

const TEXTS: readonly string[] = ['text', 'varchar', 'bpchar', 'citext'];
const BITS: Readonly<Record<string, bigint>> = { int2: 15n, int4: 31n, int8: 63n };

/**
 * In the column's own type, so that its index serves; null where the text cannot be of it, which the database would
 * refuse. Of types that are rare in keys, the text is compared.
 */
function equalTo({ column, type }: ListedColumn, text: string): Prisma.Sql | null {
  const name = type.split('.').at(-1)?.replaceAll('"', '') ?? '';
  const inType = sql`${raw(column)} = ${text}::text::${raw(type)}`;
  if (TEXTS.includes(name)) return inType;
  if (name === 'uuid') return isUuid(text) ? inType : null;
  const bits = BITS[name];
  if (bits !== undefined) return isWholeNumber(text, bits) ? inType : null;
  return text.length > MAX_FIGURE ? null : sql`${raw(column)}::text = ${text}::text`;
}

function isWholeNumber(text: string, bits: bigint): boolean {
  if (!/^-?\d{1,19}$/.test(text)) return false;
  const number = BigInt(text);
  return number >= -(2n ** bits) && number < 2n ** bits;
}
