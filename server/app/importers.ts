import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { features } from '../importers/features.ts';
import type { AnyImporter } from '../sdk/importer.ts';
import { StartError } from '../setup/startError.ts';
import { askFor, resolveForAuthors } from './authorModules.ts';

/**
 * The importers of this process by their names: those that Sluice brings along, and those that the modules export.
 * `modules` are importers, or paths (./products.ts) or packages as seen from `folder`; `origin` is where they are named. Throws StartError for a module that cannot be
 * loaded or exports no importer, and for a name that two importers have.
 */
export async function loadImporters(
  modules: readonly (string | object)[],
  folder: string = process.cwd(),
  origin: string = 'SLUICE_IMPORTERS',
): Promise<ReadonlyMap<string, AnyImporter>> {
  const importers = new Map(features.map(({ importer }) => [importer.name, importer]));
  if (modules.length > 0) resolveForAuthors();
  for (const [index, module] of modules.entries()) {
    const place = typeof module === 'string' ? `${origin}: ${module}` : `${origin}[${index}]`;
    const exported = typeof module === 'string' ? Object.values(await load(module, folder, place)) : [module];
    for (const importer of importersOf(exported, place)) {
      if (importers.has(importer.name)) throw moduleError(place, `there is an importer "${importer.name}" already`);
      importers.set(importer.name, importer);
    }
  }
  return importers;
}

function importersOf(exported: readonly unknown[], place: string): ReadonlySet<AnyImporter> {
  // The same importer can be exported under two names, one of them `default`.
  const found = new Set(exported.filter(isImporter));
  if (found.size > 0) return found;
  const why = exported.map(errorsOf).find((errors) => errors !== null);
  throw moduleError(place, why ?? 'it exports no importer: export what tableImporter or defineImporter gives');
}

async function load(module: string, folder: string, place: string): Promise<object> {
  try {
    const loaded: object = await import(askFor(module, pathToFileURL(`${folder}/`).href));
    return loaded;
  } catch (cause) {
    throw moduleError(place, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function moduleError(place: string, why: string, cause?: unknown): StartError {
  return new StartError(`${place}: ${why.split('\n', 1)[0]}.`, { cause });
}

const method = z.custom<(...args: never) => unknown>((value) => typeof value === 'function', 'must be a function');

const sentences = z.record(z.string(), z.string());

/** What the engine relies on, for authors without a compiler. */
const importerShape = z.object({
  name: z
    .string()
    .regex(/^[a-z][a-zA-Z0-9_-]{0,49}$/, 'must be letters, digits, - and _, and begin with a small letter'),
  label: z.string().min(1),
  fields: z.record(z.string(), z.object({ type: z.string(), label: z.string(), parse: method })),
  options: z.object({ safeParse: method }),
  duplicatePolicies: z.array(z.enum(['SKIP', 'UPDATE', 'ENRICH', 'FAIL'])).min(1),
  limits: z.object({
    maxRows: z.int().positive(),
    chunkSize: z.object({ min: z.int().positive(), max: z.int().positive(), default: z.int().positive() }),
  }),
  messages: z.looseObject({ en: sentences }).catchall(sentences).optional(),
  store: z.object({ type: z.string(), load: method, insert: method, update: method, remove: method }),
  records: method,
  matchKeys: method,
  fit: method.optional(),
  merge: method,
});

function isImporter(value: unknown): value is AnyImporter {
  return importerShape.safeParse(value).success;
}

/** What an export lacks that was meant to be an importer; null for any other. */
function errorsOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('fields' in value)) return null;
  const issues = importerShape.safeParse(value).error?.issues ?? [];
  return `it exports no importer: ${issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`;
}
