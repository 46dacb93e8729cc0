import { message } from '../../messages/catalogue.ts';
import type { AnyImporter } from '../../sdk/importer.ts';
import { inspectStart } from '../../sources/preview.ts';
import {
  type ByteSource,
  type FormatHints,
  SourceError,
  type SourceFormat,
  type SourceRow,
  type SourceWarning,
} from '../../sources/types.ts';
import type { Reimport } from '../failedRows/reimport.ts';
import type { Mapping, RequestedSource } from '../model/import.ts';
import { applyMapping, isMapped, mappingIssues } from './mapping.ts';
import { type Suggest, suggestByHeaders } from './suggestColumns.ts';

/** Enough to see what is meant. */
const NAMED_FIELDS = 5;

/** What is found out about a source once, and holds for every later read. */
export interface DetectedSource extends Mapping {
  readonly sourceFormat: SourceFormat;
  readonly warnings: readonly SourceWarning[];
}

interface DetectedBytes {
  readonly bytes: ByteSource;
  readonly reimport: Reimport;
  readonly suggest: Suggest | undefined;
}

/** Looks at the beginning of the source: its dialect, header and mapping. Throws SourceError where it cannot be read. */
export async function detectFormat(
  importer: AnyImporter,
  requested: RequestedSource,
  { bytes, reimport, suggest }: DetectedBytes,
): Promise<DetectedSource> {
  const hints = requested.format ?? {};
  const inspection = await inspectStart(bytes, hints);
  const detected = reimport.detect(inspection.sourceFormat);
  const earlier = await reimport.earlierImport(importer, detected, inspection.sampleRows);
  // What was said of the earlier import's dates and numbers holds for its failed rows, unless it is said anew.
  const sourceFormat = withReading(withReading(detected, earlier?.sourceFormat ?? {}), hints);
  const { columns } = sourceFormat;
  const chosen = await chooseMapping(
    importer,
    { columns, sampleRows: inspection.sampleRows },
    requested,
    earlier,
    suggest,
  );
  if (!chosen.mapping.some((entry) => isMapped(importer, entry)) && !chosen.fieldRules.some(({ join }) => join)) {
    const wanted = Object.values<{ label: string }>(importer.fields)
      .slice(0, NAMED_FIELDS)
      .map((field) => field.label);
    throw new SourceError(
      message('NOTHING_MAPPED', { columns: columns.length, importer: importer.label, labels: wanted }),
    );
  }
  return { sourceFormat, ...chosen, warnings: [...inspection.warnings, ...chosen.warnings] };
}

interface MappedSource {
  readonly columns: readonly string[];
  readonly sampleRows: readonly SourceRow[];
}

/**
 * The mapping that was requested, else an earlier import's, else what is suggested; with the rules of fields that belong
 * to it. Rules that are requested alone go with any of them. Throws SourceError for what does not fit the columns.
 */
export async function chooseMapping(
  importer: AnyImporter,
  { columns, sampleRows }: MappedSource,
  requested: RequestedSource,
  earlier: Mapping | null,
  suggest: Suggest = suggestByHeaders(importer),
): Promise<Mapping & { readonly warnings: readonly SourceWarning[] }> {
  const wanted = { mapping: requested.mapping ?? [], fieldRules: requested.fieldRules ?? [] };
  const [issue] = mappingIssues(importer, wanted, columns);
  if (issue) throw new SourceError(message('INVALID_MAPPING', { cause: issue.message }));
  const given = requested.mapping ?? earlier?.mapping;
  const fieldRules = requested.fieldRules ?? (requested.mapping ? [] : (earlier?.fieldRules ?? []));
  if (given) return { mapping: applyMapping(importer, columns, given, fieldRules), fieldRules, warnings: [] };
  const { mapping, warnings } = await suggest(columns, sampleRows);
  return { mapping: applyMapping(importer, columns, null, fieldRules, mapping), fieldRules, warnings };
}

/** With the date format and the locale that were given; they need no look at the source. */
export function withReading(
  sourceFormat: SourceFormat,
  { dateFormat, locale }: Pick<FormatHints, 'dateFormat' | 'locale'>,
): SourceFormat {
  const { locale: before, dateFormat: format, ...rest } = sourceFormat;
  const read = { dateFormat: dateFormat || format, locale: locale ?? before };
  return {
    ...rest,
    ...(read.dateFormat ? { dateFormat: read.dateFormat } : {}),
    ...(read.locale ? { locale: read.locale } : {}),
  };
}
