import type { SourceInput, StartImport } from '../engine/engine.ts';
import { InvalidInput, LimitExceeded, NotFound } from '../engine/errors.ts';
import type { AppliedMapping } from '../engine/store/readImport.ts';
import { storableName } from '../sdk/storable.ts';
import type { addSourceInputs } from './inputs/source.ts';
import type { addStartImportInput } from './inputs/startImport.ts';
import { isUuid } from './isUuid.ts';
import { present } from './present.ts';

type Given = ReturnType<typeof addStartImportInput>['$inferInput'];
type ColumnGiven = ReturnType<typeof addSourceInputs>['mapping']['$inferInput'];

/** The most bytes of a file inside a request. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** The engine's command for an input of the API: the file read, and null taken for absent. */
export async function startImportCommand(input: Given): Promise<StartImport> {
  const { projectId, importer, source, format, mapping, ...rest } = input;
  return {
    projectId,
    importer,
    source: await sourceOf(source),
    ...present(rest),
    ...(format ? { format: present(format) } : {}),
    ...(mapping ? { mapping: mappingOf(mapping) } : {}),
  };
}

/** A mapping of the API as the engine takes it: an empty value map is none. */
export function mappingOf(mapping: readonly ColumnGiven[]): AppliedMapping[] {
  return mapping.map(({ column, field, values }) => ({
    column,
    field: field ?? null,
    ...(values && values.length > 0 ? { values: values.map(({ from, to }) => ({ from, to: to ?? null })) } : {}),
  }));
}

/** Where the rows come from; a file is read. Throws LimitExceeded, NotFound, InvalidInput. */
export async function sourceOf({ file, uploadId, importId, rows, url }: Given['source']): Promise<SourceInput> {
  if (rows) return { kind: 'rows', rows };
  if (uploadId) return { kind: 'upload', uploadId };
  if (importId) return earlierImport(importId);
  if (url) return { kind: 'url', url };
  if (!file) {
    throw new InvalidInput([{ path: ['source'], message: 'Name one source: file, uploadId, importId, rows or url.' }]);
  }
  if (file.size > MAX_FILE_BYTES) {
    throw new LimitExceeded(
      'FILE_TOO_LARGE',
      `A file in a request may have ${MAX_FILE_BYTES} bytes (10 MB), and this one has ${file.size}. Send it to /uploads (tus) and give the uploadId.`,
      MAX_FILE_BYTES,
    );
  }
  return { kind: 'file', name: storableName(file.name), bytes: new Uint8Array(await file.arrayBuffer()) };
}

function earlierImport(importId: string): SourceInput {
  if (!isUuid(importId)) throw new NotFound(`There is no import "${importId}" in this project.`);
  // As the database writes it: an idempotency key compares the id as text.
  return { kind: 'import', importId: importId.toLowerCase() };
}
