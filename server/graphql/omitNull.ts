type WithoutNull<T> = { [K in keyof T]: Exclude<T[K], null | undefined> };

/** Without the keys that are null or undefined, so that absent means one thing only. */
export function omitNull<T extends object>(given: T): Partial<WithoutNull<T>> {
  const entries = Object.entries(given).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(entries) as Partial<WithoutNull<T>>;
}
