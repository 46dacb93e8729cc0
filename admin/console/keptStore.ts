import { localStorageStore, type Store } from 'react-admin';

/** Whose it is. */
const PERSON = 'sluice.person';

export interface KeptStore {
  readonly store: Store;
  /** On sign-in: another user's leftovers are removed. */
  readonly open: (person: string) => void;
  /** The session is over without anybody having asked for it. */
  readonly lapse: () => void;
  /** On sign-out; false if the session has already ended. */
  readonly leave: () => boolean;
}

/**
 * What the console keeps in the browser: drafts, saved filters, language, theme. react-admin deletes it all whenever
 * the sign-in page opens. If a session has only expired, it is kept so that the same person can continue.
 */
export function createKeptStore(): KeptStore {
  const store = localStorageStore();
  let session: 'open' | 'lapsed' | 'left' = 'open';
  return {
    store: {
      ...store,
      reset() {
        if (session !== 'lapsed') store.reset();
      },
    },
    open(person) {
      session = 'open';
      const before = store.getItem<string | null>(PERSON, null);
      if (before !== null && before !== person) store.reset();
      store.setItem(PERSON, person);
    },
    lapse() {
      if (session === 'open') session = 'lapsed';
    },
    leave() {
      if (session !== 'open') return false;
      session = 'left';
      return true;
    },
  };
}
