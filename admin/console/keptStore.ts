import { localStorageStore, type Store } from 'react-admin';

/** Whose it is. */
const PERSON = 'sluice.person';

export interface KeptStore {
  readonly store: Store;
  /** Somebody signs in: what another one left is not theirs. */
  readonly open: (person: string) => void;
  /** The session is over without anybody having asked for it. */
  readonly lapse: () => void;
  /** Somebody signs out; false where the session is over already. */
  readonly leave: () => boolean;
}

/**
 * What the console keeps in the browser: drafts, saved filters, language, theme. react-admin forgets it all whenever
 * somebody lands at the sign-in page; where a session has only lapsed, it is kept for the same person to go on.
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
