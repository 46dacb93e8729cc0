import { z } from 'zod';
import type { ScheduledInput, ScheduleRun } from '../../engine/model/schedule.ts';
import { ScheduleOutcome } from '../../generated/prisma/enums.ts';
import type { Builder } from '../builder.ts';
import { addConnection, PAGE_ARGS } from '../connection.ts';
import { DuplicatePolicy } from '../enums.ts';
import type { addSourceInputs } from '../imports/source.ts';
import { mappingOf } from '../imports/startImport.ts';
import { omitNull } from '../omitNull.ts';
import { pageOf } from '../paging.ts';
import { parseMapping } from '../parseColumn.ts';
import { readScheduleRuns, type ScheduleShape } from './store/readSchedules.ts';

/** As engine/schedules keeps it. */
const INPUT = z.object({
  options: z.json().default({}),
  onDuplicate: z.enum(['SKIP', 'UPDATE', 'ENRICH', 'FAIL']).nullable().default(null),
  chunkSize: z.int().nullable().default(null),
  maxErrorRate: z.number().nullable().default(null),
  mapping: z
    .unknown()
    .optional()
    .transform((mapping) => (mapping == null ? null : parseMapping(mapping))),
  format: z
    .object({
      encoding: z.string(),
      delimiter: z.string(),
      quote: z.string(),
      headerRow: z.int(),
      sheet: z.string(),
      dateFormat: z.string(),
    })
    .partial()
    .default({}),
});

/** Schedule, ScheduleRun and their lists. */
export function addSchedule(builder: Builder) {
  const run = addScheduleRun(builder);
  const runs = addConnection(builder, run, 'times of a schedule');
  const schedule = builder.objectRef<ScheduleShape>('Schedule');
  schedule.implement({
    description: 'A recurring import from a URL.',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'Its id.' }),
      name: t.exposeString('name', {
        description: 'What people call it: one of each name in a project. Its imports are created by "schedule:NAME".',
      }),
      importerName: t.exposeString('importerName', { description: 'The importer that it runs.' }),
      url: t.exposeString('shownUrl', {
        description: 'What it fetches, without credentials and query, which are kept encrypted and never shown.',
      }),
      cron: t.exposeString('cron', { description: 'Its times, in five fields as in crontab.' }),
      timeZone: t.exposeString('timeZone', { description: 'By whose clocks, such as Europe/Berlin.' }),
      paused: t.exposeBoolean('paused', { description: 'Whether its times pass without an import.' }),
      nextRunAt: t.expose('nextRunAt', {
        type: 'DateTime',
        nullable: true,
        description: 'When it runs next; null while it is paused.',
      }),
      lastImportId: t.exposeID('lastImportId', {
        nullable: true,
        description: 'The import that it started last; null before the first.',
      }),
      options: t.field({
        type: 'JSON',
        description: "The importer's own options.",
        resolve: ({ input }) => INPUT.parse(input).options,
      }),
      format: t.field({
        type: 'SourceFormat',
        description: 'How the source is read, where somebody said so.',
        resolve: ({ input }) => omitNull(INPUT.parse(input).format),
      }),
      mapping: t.field({
        type: ['AppliedMapping'],
        nullable: true,
        description: 'Where columns go; null: as suggested each time.',
        resolve: ({ input }) => INPUT.parse(input).mapping,
      }),
      onDuplicate: t.field({
        type: DuplicatePolicy,
        nullable: true,
        description: "Null: the importer's first policy.",
        resolve: ({ input }) => INPUT.parse(input).onDuplicate,
      }),
      chunkSize: t.int({
        nullable: true,
        description: "Rows of a chunk; null: the importer's default.",
        resolve: ({ input }) => INPUT.parse(input).chunkSize,
      }),
      maxErrorRate: t.float({
        nullable: true,
        description: 'The share of failed rows at which an import stops; null without a limit.',
        resolve: ({ input }) => INPUT.parse(input).maxErrorRate,
      }),
      createdBy: t.exposeString('createdBy', { description: 'Who made it.' }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
      updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it was changed last.' }),
      runs: t.field({
        type: runs,
        description: 'What came of its times, the newest first.',
        args: {
          first: t.arg.int({ description: PAGE_ARGS.first }),
          after: t.arg.string({ description: PAGE_ARGS.after }),
          offset: t.arg.int({ description: PAGE_ARGS.offset }),
        },
        resolve: ({ id }, args, context) => readScheduleRuns(context.prisma, id, pageOf(args)),
      }),
    }),
  });
  return { schedule, run };
}

function addScheduleRun(builder: Builder) {
  builder.enumType(ScheduleOutcome, {
    name: 'ScheduleOutcome',
    description:
      'STARTED an import; OVERLAPPED: the one before was not at its end, and none was started; REFUSED: none could be started.',
    values: {
      STARTED: { description: 'It started an import.' },
      OVERLAPPED: { description: 'The import before was not at its end: none was started.' },
      REFUSED: { description: 'No import could be started; the reason says why.' },
    },
  });
  const run = builder.objectRef<ScheduleRun>('ScheduleRun');
  run.implement({
    description: 'A time of a schedule, and what came of it.',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'Its id.' }),
      dueAt: t.expose('dueAt', { type: 'DateTime', description: 'When it was due.' }),
      at: t.expose('at', { type: 'DateTime', description: 'When it was seen to.' }),
      actor: t.exposeString('actor', { description: 'The schedule itself ("schedule:NAME"), or who asked for it.' }),
      outcome: t.expose('outcome', { type: ScheduleOutcome, description: 'What came of it.' }),
      importId: t.exposeID('importId', {
        nullable: true,
        description: 'The import that it started, or that was still at work.',
      }),
      reason: t.field({
        type: 'Message',
        nullable: true,
        description: 'Why none was started; null where one was.',
        resolve: ({ reason }) => reason,
      }),
    }),
  });
  return run;
}

const WORDS = {
  name: 'What people call it: 1 to 100 characters, one of each name in a project.',
  url: 'What to fetch, as in startImport. Credentials and query are kept encrypted and never shown again.',
  cron: 'Its times, in five fields as in crontab: minute, hour, day of the month, month, day of the week.',
  timeZone: 'By whose clocks (IANA), such as Europe/Berlin.',
  format: 'How to read the source, where detection errs.',
  mapping: 'As startImport takes it; absent: the suggested one, each time.',
  options: "The importer's own options.",
  onDuplicate: "Absent: the importer's first policy.",
  chunkSize: "Rows of a chunk, within the importer's range.",
  maxErrorRate: 'Stop an import when more than this share of its rows fails, 0 to 1.',
} as const;

/** CreateScheduleInput and UpdateScheduleInput. */
export function addScheduleInputs(builder: Builder, { mapping, format }: ReturnType<typeof addSourceInputs>) {
  const create = builder.inputType('CreateScheduleInput', {
    description: 'A recurring import.',
    fields: (t) => ({
      projectId: t.id({ required: true, description: 'The project that records are written to.' }),
      importer: t.string({ required: true, description: "The importer's name." }),
      name: t.string({ required: true, description: WORDS.name }),
      url: t.string({ required: true, description: WORDS.url }),
      cron: t.string({ required: true, description: WORDS.cron }),
      timeZone: t.string({ description: `${WORDS.timeZone} UTC when absent.` }),
      format: t.field({ type: format, description: WORDS.format }),
      mapping: t.field({ type: [mapping], description: WORDS.mapping }),
      options: t.field({ type: 'JSON', description: WORDS.options }),
      onDuplicate: t.field({ type: DuplicatePolicy, description: WORDS.onDuplicate }),
      chunkSize: t.int({ description: WORDS.chunkSize }),
      maxErrorRate: t.float({ description: WORDS.maxErrorRate }),
    }),
  });
  const update = builder.inputType('UpdateScheduleInput', {
    description:
      'What of a schedule is to change; what is absent stays. Null for how it imports (format, mapping, options, onDuplicate, chunkSize, maxErrorRate) takes back what was said of it.',
    fields: (t) => ({
      id: t.id({ required: true, description: "The schedule's id." }),
      name: t.string({ description: WORDS.name }),
      url: t.string({ description: WORDS.url }),
      cron: t.string({ description: WORDS.cron }),
      timeZone: t.string({ description: WORDS.timeZone }),
      format: t.field({ type: format, description: WORDS.format }),
      mapping: t.field({ type: [mapping], description: WORDS.mapping }),
      options: t.field({ type: 'JSON', description: WORDS.options }),
      onDuplicate: t.field({ type: DuplicatePolicy, description: WORDS.onDuplicate }),
      chunkSize: t.int({ description: WORDS.chunkSize }),
      maxErrorRate: t.float({ description: WORDS.maxErrorRate }),
    }),
  });
  return { create, update };
}

type Given = ReturnType<typeof addScheduleInputs>['update']['$inferInput'];

/** What an input takes back, by giving null for it. */
export function withoutOf(given: Pick<Given, keyof ScheduledInput>): (keyof ScheduledInput)[] {
  return IMPORTING.filter((name) => given[name] === null);
}

const IMPORTING = ['format', 'mapping', 'options', 'onDuplicate', 'chunkSize', 'maxErrorRate'] as const;

/** What of an input goes to startImport each time. */
export function scheduledOf(given: Pick<Given, keyof ScheduledInput>): ScheduledInput {
  const { format, mapping, options, onDuplicate, chunkSize, maxErrorRate } = given;
  return {
    ...omitNull({ options, onDuplicate, chunkSize, maxErrorRate }),
    ...(format ? { format: omitNull(format) } : {}),
    ...(mapping ? { mapping: mappingOf(mapping) } : {}),
  };
}
