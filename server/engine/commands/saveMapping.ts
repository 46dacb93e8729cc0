import { v7 as uuidv7 } from 'uuid';
import { message } from '../../messages/catalogue.ts';

import { isStorableText } from '../../sdk/storable.ts';
import type { EngineContext } from '../model/context.ts';
import { type InputIssue, InvalidInput, LimitExceeded } from '../model/errors.ts';
import type { SaveMapping } from '../model/requests.ts';
import type { SavedMapping } from '../model/savedMapping.ts';
import { formatIssues } from '../plan/columns.ts';
import { headerKey, mappingIssues } from '../plan/mapping.ts';
import { countOtherMappings, saveMapping as save } from '../store/savedMappings.ts';
import { requireImporter } from './checkStart.ts';

/** Mappings of one importer in one project; and the longest name, in characters. */
export const MAX_SAVED_MAPPINGS = 500;
const MAX_NAME_LENGTH = 200;

/** Keeps a mapping under its name, in place of one that has the name already. Throws InvalidInput, LimitExceeded. */
export async function saveMapping(
  { database, importers }: EngineContext,
  actor: string,
  input: SaveMapping,
): Promise<SavedMapping> {
  const importer = requireImporter(importers, input.importer);
  const name = input.name.trim();
  const { projectId, headers, mapping, fieldRules = [], format = {} } = input;
  const [first, ...others]: InputIssue[] = [
    ...nameIssues(name),
    ...headerIssues(input.headers),
    ...mappingIssues(importer, { mapping, fieldRules }, headers),
    ...formatIssues(format),
  ];
  if (first) throw new InvalidInput([first, ...others]);
  if ((await countOtherMappings(database, projectId, importer.name, name)) >= MAX_SAVED_MAPPINGS) {
    throw new LimitExceeded(
      message('SAVED_MAPPINGS', { limit: MAX_SAVED_MAPPINGS, importer: importer.label }),
      MAX_SAVED_MAPPINGS,
    );
  }
  const saved = await save(database, {
    ...{
      id: uuidv7(),
      projectId,
      importerName: importer.name,
      name,
      headers,
      mapping,
      fieldRules,
      format,
      createdBy: actor,
    },
    headerKey: headerKey(headers),
  });
  if (!saved) throw new Error('A mapping that was saved did not come back.');
  return saved;
}

function nameIssues(name: string): InputIssue[] {
  if (name !== '' && name.length <= MAX_NAME_LENGTH && isStorableText(name)) return [];
  return [{ path: ['name'], message: message('NAME_LENGTH', { limit: MAX_NAME_LENGTH }) }];
}

function headerIssues(headers: readonly string[]): InputIssue[] {
  if (headers.length === 0) return [{ path: ['headers'], message: message('ALL_COLUMNS') }];
  if (!headers.some((header) => header.includes('\0'))) return [];
  return [{ path: ['headers'], message: message('COLUMN_NUL') }];
}
