import type { Builder } from '../builder.ts';
import { ImportOrderField, ImportStatus, SortDirection } from '../enums.ts';

/** ImportFilter and ImportOrder. */
export function addImportFilter(builder: Builder) {
  const filter = builder.inputType('ImportFilter', {
    description: 'Which imports; what is said is all true of each.',
    fields: (t) => ({
      importer: t.string({ description: 'Of this importer.' }),
      status: t.field({ type: [ImportStatus], description: 'With one of these statuses.' }),
      createdAfter: t.field({ type: 'DateTime', description: 'Asked for at this moment or later.' }),
      createdBefore: t.field({ type: 'DateTime', description: 'Asked for before this moment.' }),
      dryRun: t.boolean({ description: 'Only dry runs, or only what is none.' }),
      search: t.string({ description: "Part of the source's name or of who started it, in any case; or an id." }),
    }),
  });
  const order = builder.inputType('ImportOrder', {
    description: 'The order of a list of imports.',
    fields: (t) => ({
      field: t.field({ type: ImportOrderField, required: true, description: 'By what.' }),
      direction: t.field({ type: SortDirection, required: true, description: 'Which way.' }),
    }),
  });
  return { filter, order };
}
