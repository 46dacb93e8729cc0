import type { PrismaClient } from '../../generated/prisma/client.ts';
import { createLoader } from '../loader.ts';
import { type ContactListShape, countListMembers, readListsOf } from './store/readContactLists.ts';

/** What belongs to contacts and their lists, read for all of an operation's at once. */
export interface ContactLoaders {
  listsOf(contactId: string): Promise<readonly ContactListShape[] | undefined>;
  countOn(listId: string): Promise<number | undefined>;
}

export function createContactLoaders(prisma: PrismaClient): ContactLoaders {
  return {
    listsOf: createLoader((ids: readonly string[]) => readListsOf(prisma, ids)),
    countOn: createLoader((ids: readonly string[]) => countListMembers(prisma, ids)),
  };
}
