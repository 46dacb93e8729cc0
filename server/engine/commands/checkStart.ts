import { message } from '../../messages/catalogue.ts';
import type { AnyImporter, DuplicatePolicy } from '../../sdk/importer.ts';
import type { JsonObject } from '../../sdk/json.ts';
import { type InputIssue, InvalidInput, LimitExceeded } from '../model/errors.ts';
import type { RequestedSource } from '../model/import.ts';
import { parseOptions } from '../model/options.ts';
import type { StartImport } from '../model/requests.ts';
import { formatIssues } from '../plan/columns.ts';
import { refusedTexts } from '../plan/fieldRules.ts';
import { mappingIssues } from '../plan/mapping.ts';

/** The input of startImport once it is known to be right, with what was left open filled in. */
export interface CheckedStart {
  readonly importer: AnyImporter;
  readonly options: JsonObject;
  readonly onDuplicate: DuplicatePolicy;
  readonly chunkSize: number;
  readonly requested: RequestedSource;
}

/** Checks all that can be checked before the source is looked at, and reports all errors together. */
export function checkStart(importers: ReadonlyMap<string, AnyImporter>, input: StartImport): CheckedStart {
  const importer = requireImporter(importers, input.importer);
  const issues: InputIssue[] = [
    ...mappingIssues(importer, { mapping: input.mapping ?? [], fieldRules: input.fieldRules ?? [] }, null),
    ...formatIssues(input.format ?? {}),
  ];
  const options = checkOptions(importer, input, issues);
  const onDuplicate = input.onDuplicate ?? importer.duplicatePolicies[0];
  if (!importer.duplicatePolicies.includes(onDuplicate)) {
    const policies = message('POLICIES', { importer: importer.label, names: importer.duplicatePolicies });
    issues.push({ path: ['onDuplicate'], message: policies });
  }
  checkRest(input, issues);
  throwIssues(issues);
  throwIssues(refusedTexts(importer, input.fieldRules ?? [], options, input.format ?? {}));
  const chunkSize = checkChunkSize(importer, input.chunkSize);
  const requested = {
    ...(input.format ? { format: input.format } : {}),
    ...(input.mapping ? { mapping: input.mapping } : {}),
    ...(input.fieldRules ? { fieldRules: input.fieldRules } : {}),
  };
  return { importer, options, onDuplicate, chunkSize, requested };
}

function throwIssues([first, ...others]: readonly InputIssue[]): void {
  if (first) throw new InvalidInput([first, ...others]);
}

/** The importer of that name. Throws InvalidInput that lists those there are. */
export function requireImporter(importers: ReadonlyMap<string, AnyImporter>, name: string): AnyImporter {
  const importer = importers.get(name);
  if (importer) return importer;
  throw new InvalidInput([
    { path: ['importer'], message: message('NO_IMPORTER_USE', { name, names: [...importers.keys()] }) },
  ]);
}

function checkOptions(importer: AnyImporter, input: StartImport, issues: InputIssue[]): JsonObject {
  const parsed = parseOptions(importer, input.options ?? {});
  if ('options' in parsed) return parsed.options;
  for (const issue of parsed.issues) issues.push({ ...issue, path: ['options', ...issue.path] });
  return {};
}

function checkRest(input: StartImport, issues: InputIssue[]): void {
  if (input.maxErrorRate !== undefined && !(input.maxErrorRate >= 0 && input.maxErrorRate <= 1)) {
    issues.push({ path: ['maxErrorRate'], message: message('SHARE') });
  }
  if (input.idempotencyKey !== undefined && !/^[\x21-\x7e]{1,200}$/.test(input.idempotencyKey)) {
    issues.push({ path: ['idempotencyKey'], message: message('KEY_CHARACTERS') });
  }
  if (input.source.kind === 'rows' && input.source.rows.length === 0) {
    issues.push({ path: ['source', 'rows'], message: message('AT_LEAST_ONE_ROW') });
  }
}

function checkChunkSize({ label, limits }: AnyImporter, chunkSize: number | undefined): number {
  const { min, max, default: usual } = limits.chunkSize;
  if (chunkSize === undefined) return usual;
  if (chunkSize >= min && chunkSize <= max) return chunkSize;
  throw new LimitExceeded(
    message('CHUNK_SIZE', { importer: label, count: min, limit: max }),
    chunkSize < min ? min : max,
  );
}
