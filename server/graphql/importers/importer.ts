import { optionsSchema } from '../../engine/model/options.ts';
import { switchOf, wordsOf } from '../../engine/model/startSwitch.ts';
import type { Fields } from '../../sdk/fields.ts';
import type { Builder } from '../builder.ts';
import { DuplicatePolicy } from '../enums.ts';
import type { ImporterFieldShape } from '../shapes.ts';

import { viewerOf } from '../viewerOf.ts';

/** Importer and its fields. */
export function addImporter(builder: Builder): void {
  builder.objectType('Importer', {
    description: "A registered kind of import: contacts, or one of the user's own.",
    fields: (t) => ({
      name: t.exposeString('name', { description: 'How startImport names it.' }),
      label: t.exposeString('label', { description: 'What people call it.' }),
      fields: t.field({
        type: ['ImporterField'],
        description: 'What columns can be mapped to.',
        resolve: (importer) => fieldsOf(importer.fields),
      }),
      catchAll: t.string({
        nullable: true,
        description: 'Where a mapping may send columns that have no field; null: they are ignored.',
        resolve: (importer) => importer.catchAll ?? null,
      }),
      optionsSchema: t.field({
        type: 'JSON',
        description: "JSON Schema of what options it takes: the importer's own, and `assessment`.",
        resolve: optionsSchema,
      }),
      templateUrl: t.string({
        description: 'A CSV file to fill in: its header maps by itself. For whoever is signed in or sends an API key.',
        resolve: ({ name }, _args, { links }) => links.template(name),
      }),
      duplicatePolicies: t.field({
        type: [DuplicatePolicy],
        description: 'What it can do with duplicates; the first is the default.',
        resolve: (importer) => importer.duplicatePolicies,
      }),
      startable: t.boolean({
        description: 'Whether imports of it can be started: false while an administrator has switched that off.',
        resolve: async ({ name }, _args, context) => switchOf(await context.startSwitches(), name) === null,
      }),
      notStartableReason: t.field({
        type: 'Message',
        nullable: true,
        description: 'Why imports of it cannot be started; null when they can.',
        resolve: async ({ name }, _args, context) => {
          const off = switchOf(await context.startSwitches(), name);
          return off && wordsOf(off);
        },
      }),
      maxRows: t.int({ description: 'The most rows of one import.', resolve: (importer) => importer.limits.maxRows }),
      chunkSize: t.field({
        type: 'IntRange',
        description: 'Rows of a chunk, the unit of work and of transaction.',
        resolve: (importer) => importer.limits.chunkSize,
      }),
    }),
  });
  builder.objectType('IntRange', {
    description: 'From min to max, both included.',
    fields: (t) => ({
      min: t.exposeInt('min', { description: 'The least.' }),
      max: t.exposeInt('max', { description: 'The most.' }),
      default: t.exposeInt('default', { description: 'What is taken when nothing is said.' }),
    }),
  });
  builder.objectType('ImporterField', {
    description: 'What a column can be mapped to.',
    fields: (t) => ({
      name: t.exposeString('name', { description: 'How a mapping names it.' }),
      label: t.exposeString('label', { description: 'What people call it.' }),
      type: t.exposeString('type', { description: 'The type of its values, such as text or phone.' }),
      required: t.exposeBoolean('required', { description: 'A row without a value here fails.' }),
      aliases: t.stringList({
        description: 'Headers that mean this field, compared without case, spaces and punctuation.',
        resolve: (field) => [...field.aliases],
      }),
    }),
  });
}

function fieldsOf(fields: Fields): ImporterFieldShape[] {
  return Object.entries(fields).map(([name, { label, type, required, aliases }]) => ({
    name,
    label,
    type,
    required,
    aliases,
  }));
}

export function addImportersQuery(builder: Builder): void {
  builder.queryField('importers', (t) =>
    t.field({
      type: ['Importer'],
      description: 'What can be imported.',
      resolve: (_root, _args, context) => {
        viewerOf(context);
        return context.importers;
      },
    }),
  );
}
