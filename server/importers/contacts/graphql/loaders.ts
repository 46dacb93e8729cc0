import type { Context } from '../../../graphql/context.ts';
import { createLoader, perOperation } from '../../../graphql/loader.ts';
import { type ContactListShape, countListMembers, readListsOf } from './store/readContactLists.ts';

/** What belongs to contacts and their lists, read for all of an operation's at once. */
export interface ContactLoaders {
  listsOf(contactId: string): Promise<readonly ContactListShape[] | undefined>;
  countOn(listId: string): Promise<number | undefined>;
}

export const contactLoaders = perOperation(
  ({ records }: Context): ContactLoaders => ({
    listsOf: createLoader((ids: readonly string[]) => readListsOf(records, ids)),
    countOn: createLoader((ids: readonly string[]) => countListMembers(records, ids)),
  }),
);
