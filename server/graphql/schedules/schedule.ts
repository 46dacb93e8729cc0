import { z } from 'zod';
import type { ScheduledInput, ScheduleRun } from '../../engine/model/schedule.ts';
import { ScheduleOutcome } from '../../generated/prisma/enums.ts';
import type { Builder } from '../builder.ts';
import { addConnection, PAGE_ARGS } from '../connection.ts';
import { DuplicatePolicy } from '../enums.ts';
import { fieldRulesOf } from '../imports/mapping/fieldRules.ts';
import type { addSourceInputs } from '../imports/source.ts';
import { mappingOf } from '../imports/startImport.ts';
import { omitNull } from '../omitNull.ts';
import { pageOf } from '../paging.ts';
import { parseFieldRules, parseMapping } from '../parseColumn.ts';
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
  fieldRules: z
    .unknown()
    .optional()
    .transform((rules) => (rules == null ? [] : parseFieldRules(rules))),
  format: z
    .object({
      encoding: z.string(),
      delimiter: z.string(),
      quote: z.string(),
      headerRow: z.int(),
      sheet: z.string(),
      dateFormat: z.string(),
      locale: z.string(),
    })
    .partial()
    .default({}),
});

/** Schedule, ScheduleRun and their lists. */
export function addSchedule(builder: Builder) {
  const run = addScheduleRun(builder);
  const runs = addConnection(builder, run, 'runs of a schedule');
  const schedule = builder.objectRef<ScheduleShape>('Schedule');
  schedule.implement({
    description: 'A recurring import from a URL.',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'Its id.' }),
      name: t.exposeString('name', {
        description: 'The name, unique in the project. Its imports are created by "schedule:NAME".',
      }),
      importerName: t.exposeString('importerName', { description: 'The importer that the schedule runs.' }),
      url: t.exposeString('shownUrl', {
        description:
          'The URL that the schedule fetches, without credentials and query, which are stored encrypted and never shown.',
      }),
      cron: t.exposeString('cron', { description: 'The times, in five fields as in crontab.' }),
      timeZone: t.exposeString('timeZone', { description: 'The time zone of the times, such as Europe/Berlin.' }),
      paused: t.exposeBoolean('paused', { description: 'Whether the schedule is paused.' }),
      nextRunAt: t.expose('nextRunAt', {
        type: 'DateTime',
        nullable: true,
        description: 'The time of the next run; null while paused.',
      }),
      lastImportId: t.exposeID('lastImportId', {
        nullable: true,
        description: 'The last import that the schedule started; null before the first.',
      }),
      options: t.field({
        type: 'JSON',
        description: "The importer's own options.",
        resolve: ({ input }) => INPUT.parse(input).options,
      }),
      format: t.field({
        type: 'SourceFormat',
        description: 'The format settings that override what is detected.',
        resolve: ({ input }) => omitNull(INPUT.parse(input).format),
      }),
      mapping: t.field({
        type: ['AppliedMapping'],
        nullable: true,
        description: 'The mapping; null to use the suggestions at each run.',
        resolve: ({ input }) => INPUT.parse(input).mapping,
      }),
      fieldRules: t.field({
        type: ['FieldRule'],
        description: 'What fields get beside the cells of their columns.',
        resolve: ({ input }) => INPUT.parse(input).fieldRules,
      }),
      onDuplicate: t.field({
        type: DuplicatePolicy,
        nullable: true,
        description: "The policy for duplicates; null for the importer's first policy.",
        resolve: ({ input }) => INPUT.parse(input).onDuplicate,
      }),
      chunkSize: t.int({
        nullable: true,
        description: "Rows per chunk; null for the importer's default.",
        resolve: ({ input }) => INPUT.parse(input).chunkSize,
      }),
      maxErrorRate: t.float({
        nullable: true,
        description: 'The share of failed rows at which an import stops; null for no limit.',
        resolve: ({ input }) => INPUT.parse(input).maxErrorRate,
      }),
      createdBy: t.exposeString('createdBy', { description: 'The creator.' }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'The time at which it was created.' }),
      updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'The time of the last change.' }),
      runs: t.field({
        type: runs,
        description: 'The runs of the schedule, newest first.',
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
      'STARTED: the run started an import. OVERLAPPED: the run was skipped because the previous import had not ended. REFUSED: no import could be started.',
    values: {
      STARTED: { description: 'The run started an import.' },
      OVERLAPPED: { description: 'The run was skipped because the previous import had not ended.' },
      REFUSED: { description: 'No import could be started; the reason says why.' },
    },
  });
  const run = builder.objectRef<ScheduleRun>('ScheduleRun');
  run.implement({
    description: 'A run of a schedule.',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'Its id.' }),
      dueAt: t.expose('dueAt', { type: 'DateTime', description: 'The time at which the run was due.' }),
      at: t.expose('at', { type: 'DateTime', description: 'The time at which the run was handled.' }),
      actor: t.exposeString('actor', {
        description: 'The schedule itself ("schedule:NAME"), or the actor who requested the run.',
      }),
      outcome: t.expose('outcome', { type: ScheduleOutcome, description: 'The outcome.' }),
      importId: t.exposeID('importId', {
        nullable: true,
        description: 'The import that the run started, or the import that was still running.',
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

const DESCRIPTIONS = {
  name: 'The name, 1 to 100 characters, unique in the project.',
  url: 'The URL to fetch, as in startImport. Credentials and query are stored encrypted and never shown again.',
  cron: 'The times, in five fields as in crontab: minute, hour, day of the month, month, day of the week.',
  timeZone: 'The IANA time zone of the times, such as Europe/Berlin.',
  format: 'How to read the source. Overrides what is detected.',
  mapping: 'The mapping, as startImport takes it; if absent, the suggestions at each run.',
  fieldRules: 'The rules of fields, as startImport takes them.',
  options: "The importer's own options.",
  onDuplicate: "The policy for duplicates; the importer's first policy if absent.",
  chunkSize: "Rows per chunk, within the importer's range.",
  maxErrorRate: 'Stop an import if more than this share of its rows fails, 0 to 1.',
} as const;

/** CreateScheduleInput and UpdateScheduleInput. */
export function addScheduleInputs(builder: Builder, { mapping, format, rule }: ReturnType<typeof addSourceInputs>) {
  const create = builder.inputType('CreateScheduleInput', {
    description: 'A recurring import.',
    fields: (t) => ({
      projectId: t.id({ required: true, description: 'The project to write records to.' }),
      importer: t.string({ required: true, description: "The importer's name." }),
      name: t.string({ required: true, description: DESCRIPTIONS.name }),
      url: t.string({ required: true, description: DESCRIPTIONS.url }),
      cron: t.string({ required: true, description: DESCRIPTIONS.cron }),
      timeZone: t.string({ description: `${DESCRIPTIONS.timeZone} UTC if absent.` }),
      format: t.field({ type: format, description: DESCRIPTIONS.format }),
      mapping: t.field({ type: [mapping], description: DESCRIPTIONS.mapping }),
      fieldRules: t.field({ type: [rule], description: DESCRIPTIONS.fieldRules }),
      options: t.field({ type: 'JSON', description: DESCRIPTIONS.options }),
      onDuplicate: t.field({ type: DuplicatePolicy, description: DESCRIPTIONS.onDuplicate }),
      chunkSize: t.int({ description: DESCRIPTIONS.chunkSize }),
      maxErrorRate: t.float({ description: DESCRIPTIONS.maxErrorRate }),
    }),
  });
  const update = builder.inputType('UpdateScheduleInput', {
    description:
      'The changes to a schedule. Absent fields stay unchanged. Null resets format, mapping, fieldRules, options, onDuplicate, chunkSize or maxErrorRate to its default.',
    fields: (t) => ({
      id: t.id({ required: true, description: "The schedule's id." }),
      name: t.string({ description: DESCRIPTIONS.name }),
      url: t.string({ description: DESCRIPTIONS.url }),
      cron: t.string({ description: DESCRIPTIONS.cron }),
      timeZone: t.string({ description: DESCRIPTIONS.timeZone }),
      format: t.field({ type: format, description: DESCRIPTIONS.format }),
      mapping: t.field({ type: [mapping], description: DESCRIPTIONS.mapping }),
      fieldRules: t.field({ type: [rule], description: DESCRIPTIONS.fieldRules }),
      options: t.field({ type: 'JSON', description: DESCRIPTIONS.options }),
      onDuplicate: t.field({ type: DuplicatePolicy, description: DESCRIPTIONS.onDuplicate }),
      chunkSize: t.int({ description: DESCRIPTIONS.chunkSize }),
      maxErrorRate: t.float({ description: DESCRIPTIONS.maxErrorRate }),
    }),
  });
  return { create, update };
}

type Given = ReturnType<typeof addScheduleInputs>['update']['$inferInput'];

/** What an input takes back, by giving null for it. */
export function withoutOf(given: Pick<Given, keyof ScheduledInput>): (keyof ScheduledInput)[] {
  return IMPORTING.filter((name) => given[name] === null);
}

const IMPORTING = ['format', 'mapping', 'fieldRules', 'options', 'onDuplicate', 'chunkSize', 'maxErrorRate'] as const;

/** What of an input goes to startImport each time. */
export function scheduledOf(given: Pick<Given, keyof ScheduledInput>): ScheduledInput {
  const { format, mapping, fieldRules, options, onDuplicate, chunkSize, maxErrorRate } = given;
  return {
    ...omitNull({ options, onDuplicate, chunkSize, maxErrorRate }),
    ...(format ? { format: omitNull(format) } : {}),
    ...(mapping ? { mapping: mappingOf(mapping) } : {}),
    ...(fieldRules ? { fieldRules: fieldRulesOf(fieldRules) } : {}),
  };
}
