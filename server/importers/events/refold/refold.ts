/**
 * Names are stored as `matchText` makes them: those of venues, organizers and categories, the keys of decisions and open
 * matches, slugs that were made from titles and the keys with them. When its version has risen, a feed that is imported
 * again would find none of them. So they are made anew at the first start, once, in one transaction, along with what
 * refers to them: what imports did to events, so that an undo still compares equal, and what rows and imports wait for.
 *
 * Where two become one, the one that a person decided stays, else the older one, and what referred to the other refers
 * to it. Of what one key was for several names (C++ and C#), it stays with the name that it was stored with.
 */
import { type Db, MATCH_TEXT_VERSION } from '../../../sdk/index.ts';
import { lockNames, readFoldVersion, writeFoldVersion } from '../store/refoldNames.ts';
import { firstMatchText } from './firstFold.ts';
import type { Fold } from './places.ts';
import { refoldEntities, refoldKeys, removeReplaced } from './refoldEntities.ts';
import { refoldEvents } from './refoldEvents.ts';
import { refoldWaiting } from './refoldWaiting.ts';

/** What `matchText` was, by version. */
const FORMER: ReadonlyMap<number, Fold> = new Map([[1, firstMatchText]]);

export async function refoldNames(db: Db): Promise<void> {
  // Most starts end here, without a lock.
  const version = await readFoldVersion(db);
  if (version >= MATCH_TEXT_VERSION) return;
  const former = FORMER.get(version);
  if (former === undefined) throw new Error(`Names are stored by version ${version} of matchText, which is not known.`);
  await lockNames(db);
  const entities = await refoldEntities(db, former);
  const openMatches = await refoldKeys(db, former, entities.places);
  await refoldWaiting(db, former, entities.places, openMatches);
  await refoldEvents(db, former, entities.replaced);
  await removeReplaced(db, entities);
  await writeFoldVersion(db);
}
