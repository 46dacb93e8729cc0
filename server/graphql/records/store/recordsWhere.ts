import { Prisma } from '../../../generated/prisma/client.ts';
import { isUuid } from '../../../sdk/isUuid.ts';
import type { ListedField, ListedTable } from '../../../sdk/listing/recordList.ts';
import type { FilterValue, RecordFilter, RecordSelection } from '../recordRequest.ts';
import { idText, withIdsOf } from './recordIds.ts';
import { containing, wordsOf } from './searching.ts';

const { sql, raw, join } = Prisma;

/** Whose records are listed: those of a project in the table of a store, whose imports keep them as `type`. */
export interface RecordScope {
  readonly projectId: string;
  readonly type: string;
  readonly table: ListedTable;
}

/**
 * The records of the project. Where the table does not say whose they are, all projects write the same ones: then those
 * that an import of the project created, changed or matched, so that nobody sees what only others know.
 */
export function ofProject({ projectId, type, table }: RecordScope): Prisma.Sql {
  if (table.tenant !== null) {
    const { column, type: tenantType, valueFor } = table.tenant;
    return sql`${raw(column)} = ${valueFor(projectId)}::text::${raw(tenantType)}`;
  }
  return sql`EXISTS (
    SELECT FROM provenance JOIN import ON import.id = provenance.import_id
     WHERE record_id = ${idText(table)} AND record_type = ${type} AND project_id = ${projectId} AND NOT dry_run)`;
}

/** The records of the project that match all of a selection. */
export function recordsWhere(scope: RecordScope, { search, importId, filters }: RecordSelection): Prisma.Sql {
  const conditions = [
    ofProject(scope),
    ...wordsOf(search).map((word) => holding(scope.table, word)),
    ...filters.flatMap(conditionsOf),
    ...(importId === null ? [] : [touchedBy(scope, importId)]),
  ];
  return join(conditions, ' AND ');
}

/** A word of a search, in any of the texts. */
function holding({ fields }: ListedTable, word: string): Prisma.Sql {
  const pattern = containing(word);
  const found = fields
    .filter(({ searched }) => searched)
    .map(({ compared }) => sql`${raw(compared)} ILIKE ${pattern}::text`);
  return found.length === 0 ? sql`false` : sql`(${join(found, ' OR ')})`;
}

/** What an import of the project created, changed or matched. An id that is none is the id of nothing. */
function touchedBy({ projectId, type, table }: RecordScope, importId: string): Prisma.Sql {
  if (!isUuid(importId)) return sql`false`;
  return withIdsOf(
    table,
    sql`FROM provenance JOIN import ON import.id = provenance.import_id
       WHERE import_id = ${importId}::uuid AND project_id = ${projectId} AND record_type = ${type}`,
  );
}

function conditionsOf({ field, equals, contains, from, to, isEmpty }: RecordFilter): Prisma.Sql[] {
  const compared = raw(field.compared);
  return [
    ...(equals === null ? [] : [equalTo(field, equals)]),
    ...(contains === null ? [] : [sql`${compared} ILIKE ${containing(contains)}::text`]),
    ...(from === null ? [] : [sql`${compared} >= ${parameter(field, from)}`]),
    ...(to === null ? [] : [upTo(field, to)]),
    ...(isEmpty === null ? [] : [isEmpty ? empty(field) : sql`NOT ${empty(field)}`]),
  ];
}

function equalTo(field: ListedField, value: FilterValue): Prisma.Sql {
  const compared = raw(field.compared);
  if (field.kind !== 'DATE_TIME') return sql`${compared} = ${parameter(field, value)}`;
  return sql`(${compared} >= ${parameter(field, value)} AND ${upTo(field, value)})`;
}

/** A time has milliseconds, and its column may have more: those of the last millisecond are included. */
function upTo(field: ListedField, value: FilterValue): Prisma.Sql {
  const compared = raw(field.compared);
  return field.kind === 'DATE_TIME'
    ? sql`${compared} < ${parameter(field, value)} + interval '1 millisecond'`
    : sql`${compared} <= ${parameter(field, value)}`;
}

function parameter({ kind }: ListedField, value: FilterValue): Prisma.Sql {
  if (kind === 'BOOLEAN') return sql`${value}::boolean`;
  if (kind === 'NUMBER') return sql`${value}::text::numeric`;
  if (kind === 'DATE') return sql`${value}::text::date`;
  return kind === 'DATE_TIME' ? sql`${value}::text::timestamptz` : sql`${value}::text`;
}

/** An empty text says as little as none, and so does a list or an object without entries. */
function empty({ kind, compared, value }: ListedField): Prisma.Sql {
  if (kind === 'TEXT') return sql`coalesce(${raw(compared)} = '', true)`;
  if (kind !== 'OTHER') return sql`(${raw(compared)} IS NULL)`;
  return sql`coalesce(to_jsonb(${raw(value)}) IN ('null', '""', '[]', '{}'), true)`;
}
