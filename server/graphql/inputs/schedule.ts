import type { ScheduledInput } from '../../engine/schedules/schedule.ts';
import type { Builder } from '../builder.ts';
import { DuplicatePolicy } from '../enums.ts';
import { present } from '../present.ts';
import { mappingOf } from '../startImportCommand.ts';
import type { addSourceInputs } from './source.ts';

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
    ...present({ options, onDuplicate, chunkSize, maxErrorRate }),
    ...(format ? { format: present(format) } : {}),
    ...(mapping ? { mapping: mappingOf(mapping) } : {}),
  };
}
