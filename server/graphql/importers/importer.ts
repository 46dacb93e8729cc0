import { messagesIn } from '../../engine/model/importerText.ts';
import { optionsSchema } from '../../engine/model/options.ts';
import { switchOf, switchReason } from '../../engine/model/startSwitch.ts';
import type { Fields } from '../../sdk/fields.ts';
import type { Builder } from '../builder.ts';
import { DuplicatePolicy } from '../enums.ts';
import type { ImporterFieldShape } from '../shapes.ts';

import { viewerOf } from '../viewerOf.ts';

/** Importer and its fields. */
export function addImporter(builder: Builder): void {
  builder.objectType('Importer', {
    description: 'A registered kind of import, such as contacts or your own importer.',
    fields: (t) => ({
      name: t.exposeString('name', { description: 'The name to pass to startImport.' }),
      label: t.exposeString('label', { description: 'The display name.' }),
      fields: t.field({
        type: ['ImporterField'],
        description: 'The fields that columns can be mapped to.',
        resolve: (importer) => fieldsOf(importer.fields),
      }),
      catchAll: t.string({
        nullable: true,
        description: 'The field that takes columns without a field of their own. If null, such columns are ignored.',
        resolve: (importer) => importer.catchAll ?? null,
      }),
      optionsSchema: t.field({
        type: 'JSON',
        description: "JSON Schema of the options: the importer's own, and `assessment`.",
        resolve: optionsSchema,
      }),
      templateUrl: t.string({
        description: 'A CSV template whose header maps automatically. It requires a session or an API key.',
        resolve: ({ name }, _args, { links }) => links.template(name),
      }),
      duplicatePolicies: t.field({
        type: [DuplicatePolicy],
        description: 'The policies for duplicates. The first is the default.',
        resolve: (importer) => importer.duplicatePolicies,
      }),
      startable: t.boolean({
        description: 'Whether its imports can be started. False while an administrator has turned this off.',
        resolve: async ({ name }, _args, context) => switchOf(await context.startSwitches(), name) === null,
      }),
      notStartableReason: t.field({
        type: 'Message',
        nullable: true,
        description: 'Why imports of it cannot be started; null when they can.',
        resolve: async ({ name }, _args, context) => {
          const off = switchOf(await context.startSwitches(), name);
          return off && switchReason(off);
        },
      }),
      messages: t.field({
        type: 'JSON',
        description:
          "The sentences of the importer's own codes, to translate a message by its code and params: code to text. %{NAME} is a parameter, and |||| separates the singular from the plural, by the parameter count. Empty for an importer without its own sentences.",
        args: {
          locale: t.arg.string({
            required: true,
            description: 'The language, such as de or de-AT. English for what the importer does not have in it.',
          }),
        },
        resolve: (importer, { locale }) => messagesIn(importer, locale),
      }),
      maxRows: t.int({
        description: 'The maximum number of rows of one import.',
        resolve: (importer) => importer.limits.maxRows,
      }),
      chunkSize: t.field({
        type: 'IntRange',
        description: 'Rows per chunk, the unit of work and of transaction.',
        resolve: (importer) => importer.limits.chunkSize,
      }),
    }),
  });
  builder.objectType('IntRange', {
    description: 'A range from min to max, inclusive.',
    fields: (t) => ({
      min: t.exposeInt('min', { description: 'The minimum.' }),
      max: t.exposeInt('max', { description: 'The maximum.' }),
      default: t.exposeInt('default', { description: 'The default.' }),
    }),
  });
  builder.objectType('ImporterField', {
    description: 'A field that a column can be mapped to.',
    fields: (t) => ({
      name: t.exposeString('name', { description: 'The name to use in a mapping.' }),
      label: t.exposeString('label', { description: 'The display name.' }),
      type: t.exposeString('type', { description: 'The type of the values, such as text or phone.' }),
      required: t.exposeBoolean('required', { description: 'Whether a row without a value in this field fails.' }),
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
      description: 'The importers of this server.',
      resolve: (_root, _args, context) => {
        viewerOf(context);
        return context.importers;
      },
    }),
  );
}
