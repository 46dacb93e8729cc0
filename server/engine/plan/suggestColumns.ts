import { message } from '../../messages/catalogue.ts';
import { reasonOf } from '../../messages/messageError.ts';
import type { AnyImporter } from '../../sdk/importer.ts';
import {
  type GivenSuggestion,
  SUGGESTION_SECONDS,
  type SuggestedColumn,
  type SuggestionSource,
} from '../../sdk/suggesting/suggestion.ts';
import { type SuggestedMapping, suggestMapping } from '../../sdk/suggesting/suggestMapping.ts';
import type { SourceRow, SourceWarning } from '../../sources/types.ts';
import type { EngineContext } from '../model/context.ts';
import { describeColumns } from './columns.ts';

export interface Suggestion extends SuggestedMapping {
  readonly warnings: readonly SourceWarning[];
}

/** Suggests fields for columns whose first rows are these. */
export type Suggest = (columns: readonly string[], rows: readonly SourceRow[]) => Promise<Suggestion>;

/** Sluice's own suggestion, and over it what the importer suggests. */
export function createSuggester(
  { log }: Pick<EngineContext, 'log'>,
  importer: AnyImporter,
  projectId: string,
  seconds = SUGGESTION_SECONDS,
): Suggest {
  return async (columns, rows) => {
    const built = suggestMapping(importer, columns);
    if (!importer.suggestMapping) return { ...built, warnings: [] };
    try {
      const given = await askImporter(importer, sourceOf(built, columns, rows), projectId, seconds);
      return { ...built, mapping: suggestedOver(importer, built.mapping, given), warnings: [] };
    } catch (error) {
      log.warn({ err: error, importer: importer.name }, "the importer's suggestMapping failed");
      const { label } = importer;
      return { ...built, warnings: [message('SUGGESTION_FAILED', { importer: label, cause: reasonOf(error) })] };
    }
  };
}

/** Without a hook of the importer. */
export const suggestByHeaders =
  (importer: AnyImporter): Suggest =>
  async (columns) => ({ ...suggestMapping(importer, columns), warnings: [] });

function sourceOf(
  { format, mapping }: SuggestedMapping,
  columns: readonly string[],
  rows: readonly SourceRow[],
): SuggestionSource {
  const samples = describeColumns(columns, rows, false);
  return { format, columns: mapping.map((one, index) => ({ ...one, samples: samples[index]?.samples ?? [] })) };
}

/** An author's function that never ends must not hold a request or a plan: the time limit does not rely on its signal. */
async function askImporter(
  importer: AnyImporter,
  source: SuggestionSource,
  projectId: string,
  seconds: number,
): Promise<readonly GivenSuggestion[]> {
  const late = new AbortController();
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const error = new Error(`It took longer than ${seconds} s.`);
    late.abort(error);
    reject(error);
  }, seconds * 1_000);
  try {
    const asked = Promise.resolve(importer.suggestMapping?.(source, { projectId, signal: late.signal }) ?? []);
    return await Promise.race([asked, promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** Throws for what is no suggestion: an author's mistake is told, and not half of it applied. */
function suggestedOver(
  importer: AnyImporter,
  built: readonly SuggestedColumn[],
  given: readonly GivenSuggestion[],
): SuggestedColumn[] {
  const byColumn = new Map(given.map((one) => [one.column, one]));
  const taken = new Set<string>();
  for (const { column, field } of byColumn.values()) {
    if (!built.some((one) => one.column === column)) throw new Error(`The source has no column "${column}".`);
    if (field === null || field === importer.catchAll) continue;
    if (!Object.hasOwn(importer.fields, field)) throw new Error(`The importer has no field "${field}".`);
    if (taken.has(field)) throw new Error(`The field "${field}" is suggested twice.`);
    taken.add(field);
  }
  return built.map((one) => {
    const own = byColumn.get(one.column);
    if (own) return { column: one.column, field: own.field, confidence: shareOf(own.confidence ?? 1) };
    const isLeft = one.field === null || !taken.has(one.field);
    return isLeft ? one : { column: one.column, field: importer.catchAll ?? null, confidence: 0 };
  });
}

function shareOf(confidence: number): number {
  return Number.isFinite(confidence) ? Math.min(1, Math.max(0, confidence)) : 0;
}
