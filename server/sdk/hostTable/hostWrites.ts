import type { Json } from '../json.ts';
import type { RecordFields, StoredRecord } from '../records.ts';
import { quote, type TableColumn } from '../tableDescription.ts';
import type { HostField, HostShape } from './hostShape.ts';
import { columnSql, idParts, type Parameters, tableSql, tenantSql } from './sql.ts';
import { readSql, writeSql } from './tableColumns.ts';

type Records = readonly StoredRecord<RecordFields>[];

/**
 * Inserts records with the ids that they were given. Columns that no field fills are the database's. OVERRIDING SYSTEM
 * VALUE is for identities that are GENERATED ALWAYS, of a view's table too, and means nothing to other columns.
 */
export function insertSql(shape: HostShape, projectId: string, records: Records, parameters: Parameters): string {
  const made = shape.id.flatMap(({ column, from }, index) =>
    from === 'field' || from === 'tenant' ? [] : [{ column, index }],
  );
  const lists = [
    ...made.map(({ column, index }) => parameters.list(idColumn(shape, records, index), column.bare)),
    ...shape.fields.map((field) => fieldList(field, records, parameters)),
  ];
  const names = [...made.map(({ index }) => `k${index}`), ...shape.fields.map((_, index) => `f${index}`)];
  const targets = [...made, ...shape.fields].map(({ column }) => quote(column.name));
  const values = [...made.map(({ index }) => `r.k${index}`), ...shape.fields.map(writtenSql)];
  if (shape.tenant && !shape.fields.some(({ column }) => column === shape.tenant?.column)) {
    targets.push(quote(shape.tenant.column.name));
    values.push(parameters.add(shape.tenant.valueOf(projectId), shape.tenant.column.bare));
  }
  return `INSERT INTO ${tableSql(shape)} (${targets.join(', ')}) OVERRIDING SYSTEM VALUE
          SELECT ${values.join(', ')} FROM unnest(${lists.join(', ')}) AS r(${names.join(', ')})`;
}

/** Replaces the fields of records, but for those that are their ids. */
export function updateSql(shape: HostShape, projectId: string, records: Records, parameters: Parameters): string {
  const changed = shape.fields.filter(({ field }) => !shape.id.some((id) => id.field === field));
  const lists = [
    ...shape.id.map(({ column }, index) => parameters.list(idColumn(shape, records, index), column.bare)),
    ...changed.map((field) => fieldList(field, records, parameters)),
  ];
  const names = [...shape.id.map((_, index) => `k${index}`), ...changed.map((_, index) => `f${index}`)];
  const sets = changed.map((field, index) => `${quote(field.column.name)} = ${unlessSame(field, index)}`);
  const same = shape.id.map(({ column }, index) => `${columnSql(column)} = r.k${index}`).join(' AND ');
  return `UPDATE ${tableSql(shape)} t SET ${sets.join(', ')}
            FROM unnest(${lists.join(', ')}) AS r(${names.join(', ')})
           WHERE ${same} AND (${tenantSql(shape, projectId, parameters)}) IS TRUE`;
}

function idColumn({ id }: HostShape, records: Records, index: number): (string | null)[] {
  return records.map((record) => idParts(record.id, id.length)[index] ?? null);
}

/** The values of a field: as a list of its type; JSON as a list of texts, since lists of lists are no lists of JSON. */
function fieldList({ field, form }: HostField, records: Records, parameters: Parameters): string {
  const values = records.map(({ fields }) => fields[field] ?? null);
  if (form.type !== 'jsonb') return parameters.add(values, `${form.type}[]`);
  // One text of lines: as items of an array, each of JSON's many quotes would have to be escaped.
  const lines = values.map((value: Json) => (value === null ? '' : JSON.stringify(value))).join('\n');
  return `string_to_array(${parameters.add(lines, 'text')}, E'\\n', '')`;
}

function writtenSql({ form, conversion }: HostField, index: number): string {
  return writeSql(form, givenSql(form, index), conversion);
}

function givenSql({ type }: TableColumn, index: number): string {
  return type === 'jsonb' ? `r.f${index}::jsonb` : `r.f${index}`;
}

/** A column may hold more than its field says, such as the time of a day: it keeps that while the field stays the same. */
function unlessSame(field: HostField, index: number): string {
  const { form, column, conversion } = field;
  const value = writtenSql(field, index);
  if (conversion === null && form.type !== 'timestamptz') return value;
  const given = givenSql(form, index);
  const asRead = form.type === 'uuid' ? `${given}::text` : readSql(form, given, null);
  const held = columnSql(column);
  return `CASE WHEN ${readSql(form, held, conversion)} IS NOT DISTINCT FROM ${asRead} THEN ${held} ELSE ${value} END`;
}
