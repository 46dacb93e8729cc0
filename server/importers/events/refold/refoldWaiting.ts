import { v7 } from 'uuid';
import { type Db, type JsonObject, matchText } from '../../../sdk/index.ts';
import { KINDS } from '../resolver.ts';
import {
  addMatches,
  type NewMatch,
  readWaitingRows,
  type StoredMatch,
  updateWaitingRows,
  type WaitingRow,
} from '../store/refoldNames.ts';
import { type Fold, type Places, refoldKey } from './places.ts';

const NO_ID = '00000000-0000-0000-0000-000000000000';
const BATCH = 1_000;

/**
 * What failed rows wait for. Rows that waited for one decision may wait for several now, C++ and C#: for a name that has no
 * open match, one is opened.
 */
export async function refoldWaiting(
  db: Db,
  former: Fold,
  places: Places,
  openMatches: readonly StoredMatch[],
): Promise<void> {
  const open = new Set(openMatches.map(({ projectId, kind, key }) => `${projectId}\n${kind}:${key}`));
  for (let after = NO_ID; ; ) {
    const rows = await readWaitingRows(db, after, BATCH);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
    const refolded = rows.map((row) => refoldedRow(row, former, places));
    await updateWaitingRows(
      db,
      refolded.map(({ row }) => row),
    );
    const asked = refolded.flatMap(({ row, waits }) =>
      waits.flatMap((wait) => (open.has(`${row.projectId}\n${wait.formerKey}`) ? matchOf(row, wait, places) : [])),
    );
    await addMatches(db, asked);
  }
}

interface Wait {
  readonly name: string;
  readonly formerKey: string;
  readonly key: string;
}

function refoldedRow(row: WaitingRow, former: Fold, places: Places): { row: WaitingRow; waits: readonly Wait[] } {
  const waits: Wait[] = [];
  const errors = row.errors.map((error): JsonObject => {
    const { waitsFor: formerKey, value: name } = error;
    if (typeof formerKey !== 'string' || typeof name !== 'string') return error;
    const colon = formerKey.indexOf(':');
    // What rows of other importers wait for is not kept by matchText.
    if (!KINDS.some((kind) => kind === formerKey.slice(0, colon))) return error;
    const key = `${formerKey.slice(0, colon)}:${refoldKey(formerKey.slice(colon + 1), name, former, places)}`;
    if (row.waitsFor.includes(formerKey)) waits.push({ name, formerKey, key });
    return { ...error, waitsFor: key };
  });
  const unnamed = row.waitsFor.filter((key) => !waits.some(({ formerKey }) => formerKey === key));
  return { row: { ...row, errors, waitsFor: [...new Set([...unnamed, ...waits.map(({ key }) => key)])] }, waits };
}

function matchOf({ projectId, importId }: WaitingRow, { name, formerKey, key }: Wait, places: Places): NewMatch[] {
  const kind = KINDS.find((each) => key.startsWith(`${each}:`));
  if (kind === undefined) return [];
  const matchName = matchText(name);
  const city = places.cityOf(formerKey.slice(formerKey.lastIndexOf('|') + 1));
  const details = kind === 'VENUE' && city !== '' ? { city } : {};
  const ownKey = key.slice(kind.length + 1);
  return [{ id: v7(), projectId, importId, kind, key: ownKey, name, matchName, matchPlace: matchText(city), details }];
}
