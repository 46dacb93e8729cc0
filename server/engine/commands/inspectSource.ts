import { message } from '../../messages/catalogue.ts';
import type { SourcePreview } from '../../sources/preview.ts';
import { type FormatHints, SourceError } from '../../sources/types.ts';
import type { EngineContext } from '../model/context.ts';
import { Conflict, InvalidInput, StoreUnreachable } from '../model/errors.ts';
import type { InspectSource, SourceReport } from '../model/requests.ts';
import { rowValues } from '../model/rows.ts';
import { describeColumns, formatIssues } from '../plan/columns.ts';
import { datesOf, takesDates } from '../plan/dateReadings.ts';
import { withReading } from '../plan/detectFormat.ts';
import { fitMapping, headerKey } from '../plan/mapping.ts';
import { textErrorWarnings } from '../plan/packChunks.ts';
import { createSuggester } from '../plan/suggestColumns.ts';
import { findSavedMapping } from '../store/savedMappings.ts';
import { requireImporter } from './checkStart.ts';
import { type OpenedSource, openInput } from './openInput.ts';
import { mapRows } from './previewMapping.ts';

/**
 * Looks at the beginning of a source; writes nothing. Throws InvalidInput where it cannot be read, with what to do
 * about it.
 */
export async function inspectSource(context: EngineContext, input: InspectSource): Promise<SourceReport> {
  const importer = requireImporter(context.importers, input.importer);
  const hints = input.format ?? {};
  const [issue, ...others] = formatIssues(hints);
  if (issue) throw new InvalidInput([issue, ...others]);
  if (input.source.kind === 'rows' && input.source.rows.length === 0) {
    throw new InvalidInput([{ path: ['source', 'rows'], message: message('AT_LEAST_ONE_ROW') }]);
  }
  const { name, rows } = await open(context, input);
  const preview = await previewOrExplain(rows, hints);
  const { columns } = preview.sourceFormat;
  const suggest = createSuggester(context, importer, input.projectId);
  const { format, mapping, warnings } = await suggest(columns, preview.rows);
  const saved = await findSavedMapping(context.database, input.projectId, importer.name, headerKey(columns));
  const datesMatter = takesDates(importer);
  const savedMapping = saved && { ...saved, ...fitMapping(saved, columns) };
  const proposed = savedMapping ?? { mapping, fieldRules: [] };
  const tried =
    input.mapping || input.fieldRules
      ? { mapping: input.mapping ?? mapping, fieldRules: input.fieldRules ?? [] }
      : proposed;
  const sampleRows = preview.sampleRows.map((row) => rowValues(row, columns));
  return {
    ...{ sourceName: name, sourceBytes: rows.size, sourceFormat: withReading(preview.sourceFormat, hints) },
    columns: describeColumns(columns, preview.rows, datesMatter),
    ...{ sampleRows, sampleDates: datesMatter ? datesOf(sampleRows, hints) : [] },
    ...{ estimatedRows: preview.estimatedRows, sheets: preview.sheets ?? [], format, suggestedMapping: mapping },
    savedMapping,
    mappedRows: mapRows(importer, columns, preview.sampleRows, { ...tried, format: hints, options: input.options }),
    warnings: [...preview.warnings, ...textErrorWarnings(preview.rows), ...warnings],
  };
}

/** An import that is still being read is no status of this source, but a source that is not there yet; a damaged upload, none. */
async function open(context: EngineContext, { projectId, source }: InspectSource): Promise<OpenedSource> {
  try {
    return await openInput(context, projectId, source);
  } catch (error) {
    if (!(error instanceof Conflict || error instanceof StoreUnreachable)) throw error;
    const field = source.kind === 'upload' ? 'uploadId' : 'importId';
    throw new InvalidInput([{ path: ['source', field], message: error.reason }]);
  }
}

async function previewOrExplain(rows: OpenedSource['rows'], hints: FormatHints): Promise<SourcePreview> {
  try {
    return await rows.preview(hints);
  } catch (error) {
    if (error instanceof StoreUnreachable) {
      throw new InvalidInput([{ path: ['source', 'uploadId'], message: error.reason }]);
    }
    if (!(error instanceof SourceError)) throw error;
    throw new InvalidInput([{ path: error.path, message: error.reason }]);
  }
}
