import { message } from '../../messages/catalogue.ts';
import type { AnyImporter } from '../../sdk/importer.ts';
import { inspectStart } from '../../sources/preview.ts';
import {
  type ByteSource,
  type FormatHints,
  SourceError,
  type SourceFormat,
  type SourceWarning,
} from '../../sources/types.ts';
import type { Reimport } from '../failedRows/reimport.ts';
import type { AppliedMapping, RequestedSource } from '../model/import.ts';
import { applyMapping, mappingIssues } from './mapping.ts';

/** Enough to see what is meant. */
const NAMED_FIELDS = 5;

/** What is found out about a source once, and holds for every later read. */
export interface DetectedSource {
  readonly sourceFormat: SourceFormat;
  readonly mapping: readonly AppliedMapping[];
  readonly warnings: readonly SourceWarning[];
}

/** Looks at the beginning of the source: its dialect, header and mapping. Throws SourceError where it cannot be read. */
export async function detectFormat(
  importer: AnyImporter,
  requested: RequestedSource,
  bytes: ByteSource,
  reimport: Reimport,
): Promise<DetectedSource> {
  const hints = requested.format ?? {};
  const inspection = await inspectStart(bytes, hints);
  const sourceFormat = reimport.detect(inspection.sourceFormat);
  const [issue] = mappingIssues(importer, requested.mapping ?? [], sourceFormat.columns);
  if (issue) throw new SourceError(message('INVALID_MAPPING', { cause: issue.message }));
  const mapping = applyMapping(
    importer,
    sourceFormat.columns,
    requested.mapping ?? (await reimport.earlierMapping(importer, sourceFormat, inspection.sampleRows)),
  );
  if (!mapping.some(({ field }) => field !== null && field !== importer.catchAll)) {
    const wanted = Object.values<{ label: string }>(importer.fields)
      .slice(0, NAMED_FIELDS)
      .map((field) => field.label);
    const columns = sourceFormat.columns.length;
    throw new SourceError(message('NOTHING_MAPPED', { columns, importer: importer.label, labels: wanted }));
  }
  return { sourceFormat: withDateFormat(sourceFormat, hints), mapping, warnings: inspection.warnings };
}

/** With the date format that was said; it needs no look at the source. */
export function withDateFormat(sourceFormat: SourceFormat, { dateFormat }: FormatHints): SourceFormat {
  return dateFormat ? { ...sourceFormat, dateFormat } : sourceFormat;
}
