type Present<T> = { [K in keyof T]: Exclude<T[K], null | undefined> };

/** Without the keys that are null or undefined, so that absent means one thing only. */
export function present<T extends object>(given: T): Partial<Present<T>> {
  const entries = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(entries) as Partial<Present<T>>;
}
