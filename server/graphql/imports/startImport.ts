import { requireRole } from '../../auth/requireRole.ts';
import { MAX_INLINE_BYTES } from '../../engine/commands/openInput.ts';
import { InvalidInput, LimitExceeded, NotFound } from '../../engine/model/errors.ts';
import type { AppliedMapping } from '../../engine/model/import.ts';
import type { SourceInput, StartImport } from '../../engine/model/requests.ts';
import { message } from '../../messages/catalogue.ts';
import { isUuid } from '../../sdk/isUuid.ts';
import { storableName } from '../../sdk/storable.ts';
import type { Builder } from '../builder.ts';
import { DuplicatePolicy, RequestedMode } from '../enums.ts';
import { toResult } from '../errors.ts';
import { omitNull } from '../omitNull.ts';
import type { addImportResults, StartImportResult } from '../results.ts';
import { viewerOf } from '../viewerOf.ts';
import { fieldRulesOf, splitOf } from './mapping/fieldRules.ts';
import type { addSourceInputs } from './source.ts';

/** StartImportInput. */
export function addStartImportInput(
  builder: Builder,
  { source, mapping, format, rule }: ReturnType<typeof addSourceInputs>,
) {
  return builder.inputType('StartImportInput', {
    description: 'What to import and how.',
    fields: (t) => ({
      projectId: t.id({ required: true, description: 'The project to write records to.' }),
      importer: t.string({ required: true, description: "The importer's name, as `importers` lists it." }),
      source: t.field({ type: source, required: true, description: 'The source of the rows.' }),
      format: t.field({ type: format, description: 'How to read the source. Overrides what is detected.' }),
      mapping: t.field({
        type: [mapping],
        description:
          "The complete mapping; the suggested mapping if absent. A column that it does not name goes to the importer's catch-all.",
      }),
      fieldRules: t.field({
        type: [rule],
        description: 'Constants, defaults, joined columns and changes of texts, at most one rule for each field.',
      }),
      options: t.field({ type: 'JSON', description: "The importer's own options, as in its optionsSchema." }),
      onDuplicate: t.field({
        type: DuplicatePolicy,
        description: "The policy for duplicates; the importer's first policy if absent.",
      }),
      chunkSize: t.int({ description: "Rows per chunk, within the importer's range." }),
      mode: t.field({ type: RequestedMode, description: 'The mode; AUTO if absent.' }),
      dryRun: t.boolean({
        description: 'Write nothing, and show what the import would do in `counts`, `changes` and the failed rows.',
      }),
      maxErrorRate: t.float({
        description: 'Stop with status FAILED, without losing rows, if more than this share of the rows fails, 0 to 1.',
      }),
      notifyEmails: t.stringList({
        description:
          'The recipients of an e-mail when the import ends: at most 10 addresses of members of the project or of domains that its administrators allow.',
      }),
      webhookUrl: t.string({
        description: 'The URL that gets a signed POST (Standard Webhooks) when the import ends.',
      }),
      idempotencyKey: t.string({
        description:
          'A key that prevents duplicate imports. The same key with the same input returns the first import; with different input, a ConflictError.',
      }),
    }),
  });
}

type Given = ReturnType<typeof addStartImportInput>['$inferInput'];
type ColumnGiven = ReturnType<typeof addSourceInputs>['mapping']['$inferInput'];

/** The most bytes of a file inside a request. */

/** The engine's command for an input of the API: the file read, and null taken for absent. */
export async function startImportCommand(input: Given): Promise<StartImport> {
  const { projectId, importer, source, format, mapping, fieldRules, ...rest } = input;
  return {
    projectId,
    importer,
    source: await sourceOf(source),
    ...omitNull(rest),
    ...(format ? { format: omitNull(format) } : {}),
    ...(mapping ? { mapping: mappingOf(mapping) } : {}),
    ...(fieldRules ? { fieldRules: fieldRulesOf(fieldRules) } : {}),
  };
}

/** A mapping of the API as the engine takes it: an empty value map is none. */
export function mappingOf(mapping: readonly ColumnGiven[]): AppliedMapping[] {
  return mapping.map(({ column, field, values, split }) => ({
    column,
    field: field ?? null,
    ...(values && values.length > 0 ? { values: values.map(({ from, to }) => ({ from, to: to ?? null })) } : {}),
    ...(split ? { split: splitOf(split) } : {}),
  }));
}

/** Where the rows come from; a file is read. Throws LimitExceeded, NotFound, InvalidInput. */
export async function sourceOf({ file, uploadId, importId, rows, url }: Given['source']): Promise<SourceInput> {
  if (rows) return { kind: 'rows', rows };
  if (uploadId) return { kind: 'upload', uploadId };
  if (importId) return earlierImport(importId);
  if (url) return { kind: 'url', url };
  if (!file) {
    throw new InvalidInput([{ path: ['source'], message: message('ONE_SOURCE') }]);
  }
  if (file.size > MAX_INLINE_BYTES) {
    throw new LimitExceeded(message('FILE_TOO_LARGE', { size: MAX_INLINE_BYTES, bytes: file.size }), MAX_INLINE_BYTES);
  }
  return { kind: 'file', name: storableName(file.name), bytes: new Uint8Array(await file.arrayBuffer()) };
}

function earlierImport(importId: string): SourceInput {
  if (!isUuid(importId)) throw new NotFound(message('NO_IMPORT_HERE', { id: importId }));
  // As the database writes it: an idempotency key compares the id as text.
  return { kind: 'import', importId: importId.toLowerCase() };
}

export function addStartImport(
  builder: Builder,
  input: ReturnType<typeof addStartImportInput>,
  results: ReturnType<typeof addImportResults>,
): void {
  builder.mutationField('startImport', (t) =>
    t.field({
      type: results.startImport,
      description:
        'Starts an import. A small import is finished when the response arrives; a larger import continues in the background.',
      args: { input: t.arg({ type: input, required: true, description: 'What to import and how.' }) },
      resolve: (_root, args, context) =>
        toResult(async (): Promise<StartImportResult> => {
          const viewer = viewerOf(context);
          requireRole(viewer, args.input.projectId, 'EDITOR');
          await context.limits.take('start', viewer.id);
          const importId = await context.engine.startImport(viewer.actor, await startImportCommand(args.input));
          return { __typename: 'StartImportSuccess', importId };
        }),
    }),
  );
}
