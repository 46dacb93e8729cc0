import { readMessage } from '../../messages/stored.ts';
import type { Builder } from '../builder.ts';
import { DuplicatePolicy, ImportMode } from '../enums.ts';
import { parseFieldRules, parseMapping, parseReading } from '../parseColumn.ts';

/** Import's own fields; its lists are in importLists.ts, what changes while it runs in importCounts.ts. */
export function addImport(builder: Builder) {
  return builder.prismaObject('Import', {
    description: 'One run of an importer over one source, with its options, its history and its counts.',
    select: { id: true },
    fields: (t) => ({
      id: t.exposeID('id', { description: "The import's id." }),
      project: t.field({
        type: 'Project',
        description: 'The project that the import belongs to.',
        select: { project: { select: { id: true, name: true } } },
        resolve: (row) => row.project,
      }),
      importerName: t.exposeString('importerName', { description: "The importer's name." }),
      importer: t.field({
        type: 'Importer',
        nullable: true,
        description: 'The importer; null if it is no longer registered.',
        select: { importerName: true },
        resolve: (row, _args, context) => context.importers.find(({ name }) => name === row.importerName) ?? null,
      }),
      mode: t.expose('mode', {
        type: ImportMode,
        description: 'SYNC or ASYNC: what AUTO decided.',
      }),
      modeReason: t.field({
        type: 'Message',
        description: 'Why it runs in this mode.',
        select: { modeReason: true },
        resolve: ({ modeReason }) => readMessage(modeReason),
      }),
      dryRun: t.exposeBoolean('dryRun', {
        description: 'Whether the import is a dry run, which only shows what it would do.',
      }),
      sourceName: t.exposeString('sourceName', { description: "The source's name, such as the file's." }),
      sourceBytes: t.float({
        nullable: true,
        description: 'Size of the source in bytes; null while unknown.',
        select: { sourceBytes: true },
        resolve: (row) => (row.sourceBytes === null ? null : Number(row.sourceBytes)),
      }),
      sourceColumns: t.exposeStringList('sourceColumns', {
        description: "The source's columns: unique, in its order.",
      }),
      format: t.field({
        type: 'SourceFormat',
        nullable: true,
        description: 'How the source is read: as requested, else as detected. Null until the source is inspected.',
        select: { sourceFormat: true },
        resolve: (row) => (row.sourceFormat === null ? null : parseReading(row.sourceFormat)),
      }),
      options: t.expose('options', { type: 'JSON', description: "The importer's own options, as given." }),
      mapping: t.field({
        type: ['AppliedMapping'],
        description: 'The field of each column; empty until the source is inspected.',
        select: { mapping: true },
        resolve: (row) => parseMapping(row.mapping),
      }),
      fieldRules: t.field({
        type: ['FieldRule'],
        description: 'What fields get beside the cells of their columns; empty until the source is inspected.',
        select: { fieldRules: true },
        resolve: (row) => parseFieldRules(row.fieldRules),
      }),
      warnings: t.field({
        type: ['ImportWarning'],
        description: 'Warnings. They do not stop the import.',
        select: { warnings: { orderBy: [{ code: 'asc' }, { column: 'asc' }] } },
        resolve: (row) => row.warnings.map(({ reason, column, count }) => ({ ...readMessage(reason), column, count })),
      }),
      onDuplicate: t.expose('onDuplicate', { type: DuplicatePolicy, description: 'The policy for duplicates.' }),
      chunkSize: t.exposeInt('chunkSize', { description: 'Rows per chunk.' }),
      createdBy: t.exposeString('createdBy', { description: 'The actor who started the import.' }),
      createdAt: t.expose('createdAt', {
        type: 'DateTime',
        description: 'The time at which the import was requested.',
      }),
      startedAt: t.expose('startedAt', {
        type: 'DateTime',
        nullable: true,
        description: 'The time at which work started.',
      }),
    }),
  });
}
