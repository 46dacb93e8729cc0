import type { AnyImporter } from '../../sdk/importer.ts';
import type { Database } from '../model/context.ts';

/** Held while importers prepare, so that processes started together go one after the other. Any constant does. */
const preparationLock = 7_165_231_022;

/** An importer could not make what its store needs. */
export class PreparationFailed extends Error {
  constructor(importer: AnyImporter, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`The importer "${importer.name}" cannot prepare the database: ${reason}`, { cause });
    this.name = 'PreparationFailed';
  }
}

/** What an importer says of its table that works, and could be better. */
export interface PreparationAdvice {
  readonly importer: string;
  readonly line: string;
}

/** Has each importer make what its store needs, in a transaction of its own. Throws PreparationFailed. */
export async function prepareImporters(
  database: Database,
  importers: Iterable<AnyImporter>,
): Promise<readonly PreparationAdvice[]> {
  const advice: PreparationAdvice[] = [];
  for (const importer of importers) {
    if (!importer.prepare) continue;
    try {
      await database.transaction(async (tx) => {
        await tx.query('SELECT pg_advisory_xact_lock($1)', [preparationLock]);
        const lines = (await importer.prepare?.(tx)) ?? [];
        for (const line of lines) advice.push({ importer: importer.name, line });
      });
    } catch (error) {
      throw new PreparationFailed(importer, error);
    }
  }
  return advice;
}
