import { requireImporter } from '../../engine/commands/checkStart.ts';
import { InvalidInput } from '../../engine/model/errors.ts';
import { message } from '../../messages/catalogue.ts';
import type { AnyImporter } from '../../sdk/importer.ts';
import type { Builder } from '../builder.ts';
import { PAGE_ARGS } from '../connection.ts';
import type { Context } from '../context.ts';
import { toGraphQLError } from '../errors.ts';
import { SortDirection } from '../inputShapes.ts';
import { emptyConnection, mapConnection, pageOf } from '../paging.ts';
import { viewerOf } from '../viewerOf.ts';
import { checkRecordRequest, RECORD_LIMITS } from './checkRecordRequest.ts';
import type { addRecord, RecordShape } from './record.ts';
import { openTable } from './store/openTable.ts';
import { type ReadRecord, readRecord, readRecords } from './store/readRecords.ts';
import type { RecordScope } from './store/recordsWhere.ts';

/** RecordFilterInput and RecordOrder. */
export function addRecordInputs(builder: Builder) {
  const filter = builder.inputType('RecordFilterInput', {
    description:
      'A filter of one field. A record must match all of its conditions. `RecordFieldKind` says which conditions a field takes.',
    fields: (t) => ({
      field: t.string({ required: true, description: 'The name of the field, one of `Importer.recordFields`.' }),
      equals: t.field({
        type: 'JSON',
        description:
          'Only records with exactly this value. A number can also be a text of digits, a date is yyyy-MM-dd, a time is ISO 8601.',
      }),
      contains: t.string({ description: 'Only records whose value contains this text (case-insensitive).' }),
      from: t.field({ type: 'JSON', description: 'Only records with this value or a greater one.' }),
      to: t.field({ type: 'JSON', description: 'Only records with this value or a smaller one.' }),
      isEmpty: t.boolean({ description: 'Only records without a value (true) or only those with one (false).' }),
    }),
  });
  const order = builder.inputType('RecordOrder', {
    description:
      'The order of a list of records. Records without a value are last in ASC and first in DESC; equal ones are in the order of their ids.',
    fields: (t) => ({
      field: t.string({ required: true, description: 'The name of the field, one of `Importer.recordFields`.' }),
      direction: t.field({ type: SortDirection, required: true, description: 'The sort direction.' }),
    }),
  });
  return { filter, order };
}

/** record and records. */
export function addRecordQueries(
  builder: Builder,
  { record, connection }: ReturnType<typeof addRecord>,
  inputs: ReturnType<typeof addRecordInputs>,
): void {
  builder.queryFields((t) => ({
    record: t.field({
      type: record,
      nullable: true,
      description: 'A record; null if there is none with this id or the viewer cannot see it.',
      args: {
        projectId: t.arg.id({ required: true, description: "The record's project." }),
        importer: t.arg.string({ required: true, description: "The importer's name." }),
        id: t.arg.id({ required: true, description: "The record's id." }),
      },
      resolve: (_root, { projectId, importer: name, id }, context) =>
        toGraphQLError(async () => {
          if (viewerOf(context).roleIn(projectId) === null) return null;
          const importer = importerNamed(context, name);
          const found = await readRecord(context.records, await openScope(context, importer, projectId), id);
          return found && shapeOf(importer, projectId, found);
        }),
    }),
    records: t.field({
      type: connection,
      description: `The project's records in an importer's table, the greatest id first: for ids made in the order of time, the newest. Empty for a project that the viewer cannot see. At most ${RECORD_LIMITS.filters} filters.`,
      args: {
        projectId: t.arg.id({ required: true, description: "The project's id." }),
        importer: t.arg.string({ required: true, description: "The importer's name." }),
        first: t.arg.int({ description: PAGE_ARGS.first }),
        after: t.arg.string({ description: PAGE_ARGS.after }),
        offset: t.arg.int({ description: PAGE_ARGS.offset }),
        search: t.arg.string({
          description: `Search terms, at most ${RECORD_LIMITS.text} characters. Each term must be part of one of the texts (case-insensitive). It reads all records of the project.`,
        }),
        importId: t.arg.id({ description: 'Only records that the import with this id created, changed or matched.' }),
        filter: t.arg({ type: [inputs.filter], description: 'A record must match all of them.' }),
        orderBy: t.arg({ type: inputs.order, description: 'The sort order; the greatest id first if absent.' }),
      },
      resolve: (_root, { projectId, importer: name, search, importId, filter, orderBy, ...args }, context) =>
        toGraphQLError(async () => {
          const page = pageOf(args);
          if (viewerOf(context).roleIn(projectId) === null) return emptyConnection(page);
          const importer = importerNamed(context, name);
          const scope = await openScope(context, importer, projectId);
          const request = checkRecordRequest(importer.label, scope.table, { search, importId, filter, orderBy });
          const records = await readRecords(context.records, scope, request, page);
          return mapConnection(records, (found) => shapeOf(importer, projectId, found));
        }),
    }),
  }));
}

function importerNamed({ importers }: Context, name: string): AnyImporter {
  return requireImporter(new Map(importers.map((importer) => [importer.name, importer])), name);
}

/** Throws InvalidInput for an importer whose records are not the rows of one table. */
async function openScope({ records }: Context, importer: AnyImporter, projectId: string): Promise<RecordScope> {
  const table = await openTable(records, importer);
  if (table) return { projectId, type: importer.store.type, table };
  throw new InvalidInput([
    { path: ['importer'], message: message('RECORDS_NOT_LISTED', { importer: importer.label }) },
  ]);
}

function shapeOf(importer: AnyImporter, projectId: string, { id, fields }: ReadRecord): RecordShape {
  return { id, fields, projectId, importer: importer.name, type: importer.store.type };
}
