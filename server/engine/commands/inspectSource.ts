import type { JsonObject } from '../../sdk/json.ts';
import { type SuggestedColumn, suggestMapping } from '../../sdk/suggestMapping.ts';
import type { Look } from '../../sources/look.ts';
import { type FormatHints, type SettledSource, SourceError, type SourceWarning } from '../../sources/types.ts';
import { describeColumns, type InspectedColumn } from '../columnSamples.ts';
import type { EngineContext } from '../context.ts';
import { datesOf, takesDates } from '../dateReadings.ts';
import type { SourceInput } from '../engine.ts';
import { Conflict, InvalidInput } from '../errors.ts';
import { formatIssues } from '../formatIssues.ts';
import { fitMapping, headerKey } from '../headerKey.ts';
import { rowValues } from '../rows.ts';
import type { SavedMapping } from '../savedMapping.ts';
import { withDateFormat } from '../settle.ts';
import { findSavedMapping } from '../store/findSavedMapping.ts';
import { textFaultWarnings } from '../textFaultWarnings.ts';
import { requireImporter } from './checkStart.ts';
import { type OpenedSource, openInput } from './openInput.ts';

export interface InspectSource {
  readonly projectId: string;
  readonly importer: string;
  readonly source: SourceInput;
  readonly format?: FormatHints;
}

/** What a source looks like before anything of it is imported, and how it would be mapped. */
export interface SourceReport {
  readonly sourceName: string;
  readonly sourceBytes: number | null;
  readonly settled: SettledSource;
  readonly columns: readonly InspectedColumn[];
  /** Column to value, as it came. */
  readonly sampleRows: readonly JsonObject[];
  /** Beside them: column to what its value says when, for an importer that takes dates. */
  readonly sampleDates: readonly JsonObject[];
  readonly estimatedRows: number | null;
  readonly sheets: readonly string[];
  /** The known export that the headers were recognised as. */
  readonly format: string | null;
  readonly suggestedMapping: readonly SuggestedColumn[];
  /** The mapping saved last for a source with the same headers, in this source's spelling. */
  readonly savedMapping: SavedMapping | null;
  readonly warnings: readonly SourceWarning[];
}

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
    throw new InvalidInput([{ path: ['source', 'rows'], message: 'Give at least one row.' }]);
  }
  const { name, rows } = await open(context, input);
  const look = await lookOrExplain(rows, hints);
  const { columns } = look.settled;
  const { format, mapping } = suggestMapping(importer, columns);
  const saved = await findSavedMapping(context.database, input.projectId, importer.name, headerKey(columns));
  const datesMatter = takesDates(importer);
  const sampleRows = look.sampleRows.map((row) => rowValues(row, columns));
  return {
    ...{ sourceName: name, sourceBytes: rows.size, settled: withDateFormat(look.settled, hints) },
    columns: describeColumns(columns, look.rows, datesMatter),
    ...{ sampleRows, sampleDates: datesMatter ? datesOf(sampleRows, hints.dateFormat) : [] },
    ...{ estimatedRows: look.estimatedRows, sheets: look.sheets ?? [], format, suggestedMapping: mapping },
    savedMapping: saved && { ...saved, mapping: fitMapping(saved.mapping, columns) },
    warnings: [...look.warnings, ...textFaultWarnings(look.rows)],
  };
}

/** An import that is still being read is no status of this source, but a source that is not there yet; a damaged upload, none. */
async function open(context: EngineContext, { projectId, source }: InspectSource): Promise<OpenedSource> {
  try {
    return await openInput(context, projectId, source);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const field = source.kind === 'upload' ? 'uploadId' : 'importId';
    throw new InvalidInput([{ path: ['source', field], message: error.message }]);
  }
}

async function lookOrExplain(rows: OpenedSource['rows'], hints: FormatHints): Promise<Look> {
  try {
    return await rows.look(hints);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    throw new InvalidInput([{ path: error.path, message: error.message }]);
  }
}
