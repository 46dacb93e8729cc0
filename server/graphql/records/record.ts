import { queryFromInfo } from '@pothos/plugin-prisma';
import type { Json } from '../../sdk/json.ts';
import type { Builder } from '../builder.ts';
import { addConnection, PAGE_ARGS } from '../connection.ts';
import type { addImport } from '../imports/import.ts';
import { pageOf } from '../paging.ts';
import type { addRecordHistoryEntry } from './history.ts';
import { recordLoaders } from './loaders.ts';

export interface RecordShape {
  readonly id: string;
  readonly projectId: string;
  readonly importer: string;
  /** RecordStore.type of its importer. */
  readonly type: string;
  readonly fields: Readonly<Record<string, Json>>;
}

/** Record, RecordValue and the list of records. */
export function addRecord(
  builder: Builder,
  importType: ReturnType<typeof addImport>,
  history: ReturnType<typeof addRecordHistoryEntry>,
) {
  const value = builder.objectRef<{ field: string; value: Json }>('RecordValue');
  value.implement({
    description: 'A value of a record.',
    fields: (t) => ({
      field: t.exposeString('field', { description: "The field's name." }),
      value: t.expose('value', { type: 'JSON', nullable: true, description: 'The value; null if empty.' }),
      text: t.string({
        nullable: true,
        description: 'The value as a text: a text as it is, everything else as JSON; null if empty.',
        resolve: (parent) => textOf(parent.value),
      }),
    }),
  });
  const record = builder.objectRef<RecordShape>('Record');
  record.implement({
    description: "A record of the project in an importer's table.",
    fields: (t) => ({
      id: t.exposeID('id', { description: "The record's id, unique among the records of its importer." }),
      importer: t.exposeString('importer', { description: "The importer's name." }),
      fields: t.expose('fields', { type: 'JSON', description: 'Field name to value; null if empty.' }),
      values: t.field({
        type: [value],
        description: 'The same as a list, in the order of the fields.',
        resolve: ({ fields }) => Object.entries(fields).map(([field, own]) => ({ field, value: own })),
      }),
      createdBy: t.field({
        type: importType,
        nullable: true,
        description: "The project's import that created it; null if none did.",
        resolve: async (parent, _args, context, info) => {
          const { select } = queryFromInfo({ context, info, typeName: 'Import', select: { id: true } });
          return (await recordLoaders(context).importsOf(ownerOf(parent), parent.id, select))?.createdBy ?? null;
        },
      }),
      lastImport: t.field({
        type: importType,
        nullable: true,
        description: "The project's import that created, changed or matched it last; null if none did.",
        resolve: async (parent, _args, context, info) => {
          const { select } = queryFromInfo({ context, info, typeName: 'Import', select: { id: true } });
          return (await recordLoaders(context).importsOf(ownerOf(parent), parent.id, select))?.lastImport ?? null;
        },
      }),
      history: t.field({
        type: history,
        description: "The project's imports and rows that affected it, newest first. Dry runs are not included.",
        args: {
          first: t.arg.int({ description: PAGE_ARGS.first }),
          after: t.arg.string({ description: PAGE_ARGS.after }),
          offset: t.arg.int({ description: PAGE_ARGS.offset }),
        },
        resolve: (parent, args, context, info) => {
          const path = ['edges', 'node', 'import'];
          const { select } = queryFromInfo({ context, info, typeName: 'Import', path, select: { id: true } });
          return recordLoaders(context).history(ownerOf(parent), parent.id, select, pageOf(args));
        },
      }),
    }),
  });
  return { record, connection: addConnection(builder, record, 'records') };
}

function ownerOf({ projectId, type }: RecordShape) {
  return { projectId, recordType: type };
}

function textOf(value: Json): string | null {
  return value === null || typeof value === 'string' ? value : JSON.stringify(value);
}
