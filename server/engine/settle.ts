import type { AnyImporter } from '../sdk/importer.ts';
import { inspectStart } from '../sources/look.ts';
import {
  type ByteSource,
  type FormatHints,
  type SettledSource,
  SourceError,
  type SourceWarning,
} from '../sources/types.ts';
import { applyMapping, mappingIssues } from './mapping.ts';
import type { AppliedMapping, RequestedSource } from './store/readImport.ts';
import type { WayBack } from './wayBack/wayBack.ts';

/** Enough to see what is meant. */
const NAMED_FIELDS = 5;

/** What is found out about a source once, and holds for every later read. */
export interface Settled {
  readonly settled: SettledSource;
  readonly mapping: readonly AppliedMapping[];
  readonly warnings: readonly SourceWarning[];
}

/** Looks at the beginning of the source: its dialect, header and mapping. Throws SourceError where it cannot be read. */
export async function settle(
  importer: AnyImporter,
  requested: RequestedSource,
  bytes: ByteSource,
  wayBack: WayBack,
): Promise<Settled> {
  const hints = requested.format ?? {};
  const inspection = await inspectStart(bytes, hints);
  const settled = wayBack.settle(inspection.settled);
  const [issue] = mappingIssues(importer, requested.mapping ?? [], settled.columns);
  if (issue) throw new SourceError('INVALID_MAPPING', issue.message);
  const mapping = applyMapping(
    importer,
    settled.columns,
    requested.mapping ?? (await wayBack.earlierMapping(importer, settled, inspection.sampleRows)),
  );
  if (!mapping.some(({ field }) => field !== null && field !== importer.catchAll)) {
    const wanted = Object.values<{ label: string }>(importer.fields)
      .slice(0, NAMED_FIELDS)
      .map((field) => field.label);
    throw new SourceError(
      'NOTHING_MAPPED',
      `None of the ${settled.columns.length} columns goes to a field of ${importer.label} (such as ` +
        `${wanted.join(', ')}): name one in the header, or give a mapping.`,
    );
  }
  return { settled: withDateFormat(settled, hints), mapping, warnings: inspection.warnings };
}

/** With the date format that was said; it needs no look at the source. */
export function withDateFormat(settled: SettledSource, { dateFormat }: FormatHints): SettledSource {
  return dateFormat ? { ...settled, dateFormat } : settled;
}
