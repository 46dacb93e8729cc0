import type { Builder } from '../builder.ts';
import { DuplicatePolicy, RequestedMode } from '../enums.ts';
import type { addSourceInputs } from './source.ts';

/** StartImportInput. */
export function addStartImportInput(builder: Builder, { source, mapping, format }: ReturnType<typeof addSourceInputs>) {
  return builder.inputType('StartImportInput', {
    description: 'What to import, and how.',
    fields: (t) => ({
      projectId: t.id({ required: true, description: 'The project that records are written to.' }),
      importer: t.string({ required: true, description: "The importer's name, as `importers` lists it." }),
      source: t.field({ type: source, required: true, description: 'Where the rows come from.' }),
      format: t.field({ type: format, description: 'How to read the source, where detection errs.' }),
      mapping: t.field({
        type: [mapping],
        description:
          "Absent: the suggested one. Given: complete; a column that it does not name goes to the importer's catch-all.",
      }),
      options: t.field({ type: 'JSON', description: "The importer's own options, as its optionsSchema says." }),
      onDuplicate: t.field({ type: DuplicatePolicy, description: "Absent: the importer's first policy." }),
      chunkSize: t.int({ description: "Rows of a chunk, within the importer's range." }),
      mode: t.field({ type: RequestedMode, description: 'AUTO when absent.' }),
      dryRun: t.boolean({
        description: 'Write nothing, and show what would be: in `counts`, `changes` and the failed rows.',
      }),
      maxErrorRate: t.float({
        description: 'Stop (status FAILED, nothing lost) when more than this share of the rows fails, 0 to 1.',
      }),
      notifyEmails: t.stringList({
        description:
          'Who gets an e-mail when it ends: at most 10 addresses of members of the project, or of domains that its administrators allowed.',
      }),
      webhookUrl: t.string({
        description: 'What is told by a signed POST (Standard Webhooks) when it ends.',
      }),
      idempotencyKey: t.string({
        description:
          'The same key with the same input gives the first import again; with other input, a ConflictError.',
      }),
    }),
  });
}
